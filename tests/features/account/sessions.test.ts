import { beforeAll, describe, expect, it } from 'vitest'
import { addSession } from '../../../prisma/builders'
import { endOthers, endSessionById } from '@/features/account/session-commands'
import { endOtherSessions, listOwnSessions } from '@/server/own-sessions'
import { type Citizen, viewerOf } from '@/server/viewer'
import { household, openOffice } from '../statement/office'
import { withWorld } from '../../support/world'
import { code, send } from './rooms'

/*
 * Numbered cases, before the code:
 *   SE-01 one's living sessions are listed, this one first; those that ended or ran out are not
 *   SE-02 one that is ended opens nothing from then on, and leaves a trace
 *   SE-03 nobody lists or ends another's, not even the spouse's
 *   SE-04 all the others end at once; this one goes on
 *   SE-05 a token that opens nothing lists and ends nothing
 */
const world = withWorld({ people: false })
let office: string
beforeAll(async () => {
  office = await openOffice(world.owner)
})

async function signedIn(count: number) {
  const { viewers } = await household(world.owner, office, ['Ana', 'Luc'])
  // The visit that `household` opened for them ends, so that only ours are there.
  await world.owner.$executeRawUnsafe(`update auth."session" set ended_at = app_now() where ended_at is null`)
  const [ana, luc] = viewers as [Citizen, Citizen]
  const tokens: string[] = []
  for (let each = 0; each < count; each += 1)
    tokens.push(await addSession(world.owner, 'citizen', ana.personId))
  return { ana, luc, tokens, lucToken: await addSession(world.owner, 'citizen', luc.personId) }
}
const opens = async (token: string) => (await viewerOf(token)).viewer.role
const change = (token: string, set: string) =>
  world.owner.$executeRawUnsafe(
    `update auth."session" set ${set} where token_hash = sha256(convert_to($1, 'UTF8'))`,
    token,
  )
const idOf = async (token: string) => (await listOwnSessions(token)).find(({ isThis }) => isThis)!.id

describe('one’s own sessions', () => {
  it('SE-01 the living ones are listed, this one first', async () => {
    const { tokens } = await signedIn(5)
    await change(tokens[1]!, `device = 'Firefox, Windows', shared = true`)
    await change(tokens[2]!, `ended_at = app_now()`)
    await change(tokens[3]!, `ends_at = app_now() - interval '1 second'`)
    await change(tokens[4]!, `shared = true, seen_at = app_now() - interval '10 minutes'`)
    const listed = await listOwnSessions(tokens[0]!)
    expect(listed).toMatchObject([
      { isThis: true, shared: false, device: '' },
      { isThis: false, shared: true, device: 'Firefox, Windows' },
    ])
  })

  it('SE-02 one that is ended opens nothing', async () => {
    const { ana, tokens } = await signedIn(2)
    const [here, there] = tokens as [string, string]
    const id = await idOf(there)
    expect(code(await endSessionById(send(ana, {}, { token: here, params: { id } })))).toBe('ended')
    expect(await opens(there)).toBe('anonymous')
    expect(await opens(here)).toBe('citizen')
    expect(code(await endSessionById(send(ana, {}, { token: here, params: { id } })))).toBe('not-allowed')
    const trail = await world.owner.audit.findMany({
      where: { actorId: ana.personId, subjectKind: 'session' },
    })
    expect(trail).toMatchObject([{ act: 'ended', actorKind: 'citizen', subjectId: id }])
  })

  it('SE-03 nobody lists or ends another’s', async () => {
    const { ana, tokens, lucToken } = await signedIn(2)
    const id = await idOf(lucToken)
    expect((await listOwnSessions(tokens[0]!)).map((one) => one.id)).not.toContain(id)
    expect(code(await endSessionById(send(ana, {}, { token: tokens[0]!, params: { id } })))).toBe(
      'not-allowed',
    )
    await endOthers(send(ana, {}, { token: tokens[0]! }))
    expect(await opens(lucToken)).toBe('citizen')
  })

  it('SE-04 all the others end at once', async () => {
    const { ana, tokens } = await signedIn(3)
    const answer = await endOthers(send(ana, {}, { token: tokens[0]! }))
    expect(answer.data).toEqual({ code: 'ended', ended: 2 })
    expect(await Promise.all(tokens.map(opens))).toEqual(['citizen', 'anonymous', 'anonymous'])
  })

  it('SE-05 a token that opens nothing lists and ends nothing', async () => {
    const { tokens } = await signedIn(2)
    await change(tokens[0]!, `ended_at = app_now()`)
    for (const token of [tokens[0]!, 'nobody']) {
      expect(await listOwnSessions(token)).toEqual([])
      expect(await endOtherSessions(token, null)).toBe(0)
    }
    expect(await opens(tokens[1]!)).toBe('citizen')
  })
})
