import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { instant, type Instant } from '@/domain/calendar'
import { moveClock } from '../../prisma/demo-clock'
import { withWorld } from '../support/world'

/*
 * The watch of the service, on a real database. Numbered cases:
 *   WS-01 a try files a whole statement, through every wall, and nothing of it is kept; so is the household it is made for
 *   WS-02 what cannot be filed is noted, and so is a provider that does not answer
 *   WS-03 a silence before the limit moves the limit of everyone, once, and is told on the status page
 *   WS-04 a silence long before it moves nothing; nor does one of an hour with the clock of the demo moved over it
 *   WS-05 the limit it gave is lost in its turn
 *   WS-06 only the worker may note, and of limits only everyone's
 */
const world = withWorld()
const watch = async () => (await import('@/jobs/watch')).watchService()
let provider: Server

beforeAll(async () => {
  provider = createServer((_, response) => response.end('{}'))
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve))
  const { port } = provider.address() as { port: number }
  process.env['OIDC_CITIZEN_ISSUER'] = `http://127.0.0.1:${port}`
})
afterAll(() => new Promise((resolve) => provider.close(resolve)))
beforeEach(async () => {
  const { owner } = world
  await owner.$executeRawUnsafe('delete from service_heartbeat')
  await owner.$executeRawUnsafe('delete from service_interruption')
  await owner.filingExtension.deleteMany({ where: { decidedBy: null, scope: 'everyone' } })
})

/** The statement of November 2026 is due on Monday the 16th until midnight: the 17th, 05:00 UTC. */
const noon = instant('2026-11-16T17:00:00.000Z')
const beats = () =>
  world.owner.$queryRawUnsafe<{ files: boolean; signs_in: boolean }[]>(
    'select files, signs_in from service_heartbeat order by beat_at',
  )
/** A try that went well, so many minutes ago by the machine. */
const beatBefore = (minutes: number) =>
  world.owner.$executeRawUnsafe(
    `insert into service_heartbeat (at, beat_at, files, signs_in)
     select app_now() - $1 * interval '1 minute', clock_timestamp() - $1 * interval '1 minute', true, true`,
    minutes,
  )
const given = async () =>
  (await world.owner.filingExtension.findMany({ where: { decidedBy: null, scope: 'everyone' } })).map(
    ({ month, newInstant }) => `${month} ${newInstant.toISOString()}`,
  )
const at = (to: Instant) => moveClock(world.owner, to)

describe('the watch of the service', () => {
  test('WS-01 tries a whole filing, and keeps nothing of it', async () => {
    await at(noon)
    const counted = async () => ({
      filings: await world.owner.filing.count(),
      households: await world.owner.household.count(),
      people: await world.owner.person.count(),
      outbox: await world.owner.outbox.count(),
      audit: await world.owner.audit.count(),
    })
    const before = await counted()
    await watch()
    expect(await beats()).toEqual([{ files: true, signs_in: true }])
    expect(await counted()).toEqual(before)
    const { withViewer } = await import('@/server/db')
    const keeping = withViewer({ role: 'worker' }, ({ sql }) => sql('select * from set_up_probe()'))
    await expect(keeping).rejects.toThrow(/never kept/)
  })

  test('WS-02 notes what does not work', async () => {
    await at(noon)
    await world.owner.$executeRawUnsafe('revoke insert on filing from quinze_citizen')
    await watch()
    await world.owner.$executeRawUnsafe('grant insert on filing to quinze_citizen')
    provider.removeAllListeners('request').on('request', (_, response) => response.writeHead(503).end())
    await watch()
    provider.removeAllListeners('request').on('request', (_, response) => response.end('{}'))
    await watch()
    expect(await beats()).toEqual([
      { files: false, signs_in: true },
      { files: true, signs_in: false },
      { files: true, signs_in: true },
    ])
  })

  test('WS-03 moves the limit of everyone after a silence before it', async () => {
    await at(noon)
    await beatBefore(45)
    await watch()
    expect(await given()).toEqual(['2026-11 2026-11-18T04:59:59.999Z'])
    await watch()
    await Promise.all([watch(), watch()])
    expect(await given()).toEqual(['2026-11 2026-11-18T04:59:59.999Z'])
    const { serviceLog } = await import('@/server/service-log')
    const { log } = await serviceLog()
    expect(log!.extensions.filter(({ scope }) => scope.kind === 'everyone')).toMatchObject([
      { month: '2026-11', newInstant: '2026-11-18T04:59:59.999Z' },
    ])
    expect(log!.interruptions).toHaveLength(1)
    const { from, until, kind } = log!.interruptions[0]!
    expect({ kind, minutes: Math.round((Date.parse(until) - Date.parse(from)) / 60_000) }).toEqual({
      kind: 'portal',
      minutes: 45,
    })
  })

  test('WS-04 moves nothing for what was long before, or never was', async () => {
    await at(instant('2026-11-12T17:00:00.000Z'))
    await beatBefore(45)
    await watch()
    expect(await given()).toEqual([])
    await at(noon)
    await watch()
    expect(await given()).toEqual([])
  })

  test('WS-05 is lost in its turn', async () => {
    await at(noon)
    await beatBefore(45)
    await watch()
    await world.owner.$executeRawUnsafe('delete from service_heartbeat')
    await at(instant('2026-11-18T04:00:00.000Z'))
    await beatBefore(5)
    await watch()
    expect(await given()).toEqual(['2026-11 2026-11-18T04:59:59.999Z', '2026-11 2026-11-19T04:59:59.999Z'])
  })

  test('WS-06 is the worker’s alone', async () => {
    const { withViewer } = await import('@/server/db')
    const { citizen } = await import('../support/world')
    const viewer = await citizen(world.owner, 'Adèle')
    for (const statement of [
      'insert into service_heartbeat (files, signs_in) values (true, true)',
      'select * from service_heartbeat',
      'select * from set_up_probe()',
    ])
      await expect(withViewer(viewer, ({ sql }) => sql(statement))).rejects.toThrow(/permission/)
    const extend = (scope: string, office: string | null) =>
      withViewer({ role: 'worker' }, ({ sql }) =>
        sql(
          `insert into filing_extension (scope, office_id, month, new_instant, reason_fr, reason_en)
           values ($1, $2, '2026-11', app_now(), 'x', 'x')`,
          [scope, office],
        ),
      )
    const { id } = await world.owner.office.findFirstOrThrow()
    await expect(extend('office', id)).rejects.toThrow(/permission|policy/)
  })
})
