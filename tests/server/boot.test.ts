import { afterEach, describe, expect, test, vi } from 'vitest'
import { freshDatabase } from '../support/database'
import { configurationFor } from '../support/in-process'
import { withWorld } from '../support/world'

const world = withWorld()

/** Starts as the server does, with a configuration, and tells what was said and whether it went on. */
async function bootWith(configuration: Record<string, string | undefined>) {
  vi.resetModules()
  vi.stubEnv('QUINZE_DEMO', undefined)
  for (const [name, value] of Object.entries(configuration)) vi.stubEnv(name, value)
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const exit = vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`)
  })
  const { boot } = await import('@/server/boot')
  const left = await boot().then(
    () => false,
    () => true,
  )
  return { left, code: exit.mock.calls[0]?.[0], said: said.mock.calls.flat().join('\n') }
}

const production = (webUrl: string) => ({
  ...configurationFor(webUrl),
  QUINZE_DEMO: undefined,
  QUINZE_URL: 'https://quinze.example',
  OIDC_CITIZEN_ISSUER: 'https://identity.example',
  OIDC_STAFF_ISSUER: 'https://identity.example',
})

describe('what the server refuses to start on', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })

  test('BT-01 production refuses a database of the demo: made-up people, a clock that moves', async () => {
    const { left, code, said } = await bootWith(production(world.database.webUrl))
    expect({ left, code }).toEqual({ left: true, code: 1 })
    expect(said).toMatch(/belongs to the demo/)
  })

  test('BT-02 the demo refuses a database it has not made', async () => {
    const empty = await freshDatabase({ people: false })
    const { left, said } = await bootWith(configurationFor(empty.webUrl))
    expect(left).toBe(true)
    expect(said).toMatch(/only runs on a database it has made/)
    await empty.drop()
  })

  test('BT-03 each starts on its own', async () => {
    const empty = await freshDatabase({ people: false })
    expect((await bootWith(production(empty.webUrl))).left).toBe(false)
    expect((await bootWith(configurationFor(world.database.webUrl))).left).toBe(false)
    await empty.drop()
  })

  test('BT-04 a database that does not answer is said plainly, without a password', async () => {
    const { left, said } = await bootWith(production('postgres://quinze_web:hidden@127.0.0.1:9/quinze'))
    expect(left).toBe(true)
    expect(said).not.toMatch(/hidden/)
    expect(said).toMatch(/database/i)
  })
})
