import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { addSession } from '../../../prisma/builders'
import { moveClock } from '../../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import { parseResumeCode, type ResumeCode } from '@/domain/application/resume-code'
import { getCode, getNow, readStart } from '@/features/entering/queries'
import { answersCookie } from '@/features/estimator/cookie'
import { withViewer } from '@/server/db'
import { listOwnApplications } from '@/server/own-applications'
import type { Applicant } from '@/server/viewer'
import { citizen, withWorld } from '../../support/world'
import { Browser } from './browser'

/*
 * Numbered cases:
 *   EN-01 pressed twice, an application begins once; the day that counts is when the first form had arrived
 *   EN-02 what is urgent is kept with the applicant alone, changes the road and the priority; saying nothing stops nobody
 *   EN-03 a flood of beginnings from one address is told to wait, in words; another address is not
 *   EN-04 the estimator's answers begin the application, and leave the browser; without them it begins all the same
 *   EN-05 a code is made for a word of four characters or more, shown to its visit for a quarter of an hour
 *   EN-06 a code goes by e-mail sealed, and the word never
 *   EN-07 a code and its word open a new visit, however they are typed; whatever is wrong, the answer is the same
 *   EN-08 wrong tries wait longer and longer, for this code here; after the wait the right ones open
 *   EN-09 what came after the end of a visit is put back on coming back, and said
 *   EN-10 what was written since is not written over; what is no longer asked is said not to be back
 *   EN-11 leaving ends the visit on the server and asks the browser to forget; extending leads to pages of ours alone
 *   EN-12 attaching needs the visit and the account: code and visits die, the account opens it
 *   EN-13 a signed-in person begins an application attached at once, by a tick; no code opens it
 *   EN-14 an account lists and opens its own applications, and no other
 *   EN-15 on a shared computer the visit leaves with the window
 */
const jar = vi.hoisted(() => ({ cookies: new Map<string, string>() }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.cookies.has(name) ? { name, value: jar.cookies.get(name) } : undefined),
  }),
}))
/** Reads a page as this browser does. */
function reading<T>(browser: Browser, read: () => Promise<T>): Promise<T> {
  jar.cookies = browser.cookies
  return read()
}

const world = withWorld()
const now = instant('2026-11-27T15:00:00.000Z')
const later = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000).toISOString()
beforeEach(() => moveClock(world.owner, now))

async function applicant(fields: Record<string, string> = {}): Promise<[Browser, Applicant]> {
  const browser = new Browser()
  await browser.start({ key: randomUUID(), urgentNeeds: 'none', ...fields })
  return [browser, (await browser.viewer()) as Applicant]
}
const partsOf = async (applicationId: string) =>
  Object.fromEntries(
    (await world.owner.applicationDraft.findMany({ where: { applicationId } })).map(({ part, fields }) => [
      part,
      fields as Record<string, string>,
    ]),
  )
async function codeIn(browser: Browser): Promise<ResumeCode> {
  const viewer = (await browser.viewer()) as Applicant
  return (await reading(browser, () => getCode(viewer, 'fr'))).shown!.code
}

describe('beginning', () => {
  it('EN-01 begins once', async () => {
    const [one, two] = [new Browser(), new Browser()]
    const form = { key: randomUUID(), urgentNeeds: 'none' }
    const replies = await Promise.all([one.start(form), two.start(form)])
    expect(replies.map(({ status, to }) => [status, to])).toEqual([
      [303, '/fr/demande/mon-code'],
      [303, '/fr/demande/mon-code'],
    ])
    const viewers = (await Promise.all([one.viewer(), two.viewer()])) as Applicant[]
    expect(viewers[0]!.applicationId).toBe(viewers[1]!.applicationId)
    const row = await world.owner.application.findFirstOrThrow({ where: { startKey: form.key } })
    expect(Math.abs(row.startedAt.getTime() - Date.parse(now))).toBeLessThan(60_000)
    expect(await reading(one, readStart)).toMatchObject({ isOpen: true, start: { mayAttach: false } })
  })

  it('EN-02 keeps what is urgent with the applicant alone', async () => {
    const browser = new Browser()
    const { to } = await browser.start({ key: randomUUID(), urgentNeeds: ['none', 'violence', 'noFood'] })
    expect(to).toBe('/fr/demande/maintenant')
    const viewer = (await browser.viewer()) as Applicant
    const { household, applicant: own } = await partsOf(viewer.applicationId)
    expect(household).toEqual({})
    expect(own).toEqual({ urgentNeeds: 'noFood violence' })
    const row = await world.owner.application.findFirstOrThrow({ where: { id: viewer.applicationId } })
    expect(row.urgent).toEqual(['noFood', 'violence'])
    expect((await getNow(viewer)).needs).toEqual(['noFood', 'violence'])
    for (const [name, said] of [
      ['urgentNeeds', 'other'],
      ['key', 'not a key'],
    ] as const) {
      expect((await new Browser().start({ [name]: said })).to).toBe('/fr/demande/question/urgent')
    }
  })

  it('EN-03 tells a flood to wait', async () => {
    const browser = new Browser()
    const replies = []
    for (let press = 0; press < 32; press += 1) replies.push(await browser.start({ key: randomUUID() }))
    expect(replies.slice(0, 30).every(({ to }) => to.includes('question'))).toBe(true)
    expect(replies.at(-1)!.to).toMatch(/^\/fr\/demande\/reprendre\/wait-(60|30|20)$/)
    expect((await new Browser().start({ key: randomUUID() })).to).toContain('question')
  })

  it('EN-04 carries the estimator’s answers over', async () => {
    const browser = new Browser()
    const draft = { home: 'nobody', age: '42', status: 'permanentResident', aid: 'never' }
    const kept = answersCookie({ draft, attempted: null, told: null }, now)!
    browser.cookies.set('quinze-estimate', /=([^;]*)/.exec(kept)![1]!)
    const route = import('@/app/api/estimator/application/route')
    const send = (from: Browser) =>
      from.post(route, '/api/estimator/application', { key: randomUUID(), urgentNeeds: 'none' })
    await send(browser)
    const { household, applicant: own } = await partsOf(((await browser.viewer()) as Applicant).applicationId)
    expect(household).toEqual({ livesWith: 'nobody' })
    expect(own).toEqual({ urgentNeeds: 'none', status: 'permanentResident', assistanceBefore: 'never' })
    expect(browser.cookies.has('quinze-estimate')).toBe(false)
    const without = new Browser()
    without.cookies.set('quinze-estimate', 'spoiled')
    await send(without)
    expect((await without.viewer()).role).toBe('applicant')
  })

  it('EN-15 leaves with the window of a shared computer', async () => {
    const { set } = await new Browser().start({ key: randomUUID(), shared: 'yes' })
    expect(set.join()).toMatch(/^quinze-application=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/)
    const own = await new Browser().start({ key: randomUUID() })
    expect(own.set.join()).toMatch(/Max-Age=43200/)
  })
})

describe('the code', () => {
  it('EN-05 is made for a word, and shown to its visit a while', async () => {
    const [browser, viewer] = await applicant()
    const wrong = async (fields: Record<string, string>) => (await browser.makeCode(fields)).to
    expect(await wrong({ word: ' ab ' })).toBe('/fr/demande/mon-code/short')
    expect(await wrong({ word: 'a'.repeat(61) })).toBe('/fr/demande/mon-code/long')
    expect(await wrong({ word: 'corneille', email: 'nobody' })).toBe('/fr/demande/mon-code/email')
    expect((await browser.makeCode({ word: 'corneille' })).to).toBe('/fr/demande/mon-code')
    const code = await codeIn(browser)
    expect(parseResumeCode(code)).toBe(code)
    const [other, stranger] = await applicant()
    other.cookies.set('quinze-code', browser.cookies.get('quinze-code')!)
    expect((await reading(other, () => getCode(stranger, 'fr'))).shown).toBeNull()
    await moveClock(world.owner, instant(later(16)))
    expect((await reading(browser, () => getCode(viewer, 'fr'))).shown).toBeNull()
  })

  it('EN-06 goes by e-mail sealed, without the word', async () => {
    const [browser, viewer] = await applicant()
    await browser.makeCode({ word: 'corneille', email: 'ada@example.org' })
    const code = await codeIn(browser)
    const rows = await world.owner.outbox.findMany({ where: { kind: 'application-code' } })
    const [row] = rows.filter(
      ({ payload }) => (payload as { applicationId: string }).applicationId === viewer.applicationId,
    )
    expect(row).toMatchObject({ personId: null, payload: { channel: 'email' } })
    const told = JSON.stringify(row)
    for (const secret of [code, 'corneille', 'ada@example.org']) expect(told).not.toContain(secret)
    const { unseal } = await import('@/server/secrets')
    const sealed = Buffer.from((row!.payload as { sealed: string }).sealed, 'base64')
    expect(JSON.parse(unseal(sealed, 'application-code'))).toEqual(['ada@example.org', code])
  })

  it('EN-07 opens a new visit with its word', async () => {
    const [browser, viewer] = await applicant()
    await browser.makeCode({ word: 'Le Chat gris' })
    const code = await codeIn(browser)
    const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`
    const home = new Browser()
    const [, before] = await applicant()
    expect((await home.comeBack({ code: typed, word: ' le  CHAT gris' })).to).toBe('/fr/demande/etapes')
    expect(await home.viewer()).toMatchObject({ applicationId: viewer.applicationId, adult: 'applicant' })
    expect(before.applicationId).not.toBe(viewer.applicationId)
    const replies = []
    for (const wrong of [
      { code, word: 'le chat noir' },
      { code: 'AAAAAAAAAA', word: 'le chat gris' },
      { code: '??', word: 'le chat gris' },
      { code: '', word: '' },
    ])
      replies.push(await new Browser().comeBack(wrong))
    for (const { status, to, set } of replies) {
      expect([status, to, set]).toEqual([303, '/fr/demande/reprendre/wrong', []])
    }
    // A new code takes the place of the first.
    await browser.makeCode({ word: 'corneille' })
    expect((await new Browser().comeBack({ code, word: 'le chat gris' })).to).toContain('wrong')
  })

  it('EN-08 makes wrong tries wait, and never locks', async () => {
    const [browser] = await applicant()
    await browser.makeCode({ word: 'corneille' })
    const code = await codeIn(browser)
    const attacker = new Browser()
    const tries = []
    for (let at = 0; at < 4; at += 1) tries.push((await attacker.comeBack({ code, word: `mot ${at}` })).to)
    expect(tries.slice(0, 3)).toEqual(Array(3).fill('/fr/demande/reprendre/wrong'))
    expect(tries[3]).toBe('/fr/demande/reprendre/wait-5')
    // The right word waits too, so that the wait tells nothing; from elsewhere it opens.
    expect((await attacker.comeBack({ code, word: 'corneille' })).to).toContain('wait')
    expect((await new Browser().comeBack({ code, word: 'corneille' })).to).toBe('/fr/demande/etapes')
    await moveClock(world.owner, instant(later(1)))
    expect((await attacker.comeBack({ code, word: 'corneille' })).to).toBe('/fr/demande/etapes')
  })
})

const runOut = (sessionId: string) =>
  world.owner.$executeRawUnsafe(
    `update auth."application_session" set seen_at = seen_at - interval '2 hours' where id = $1::uuid`,
    sessionId,
  )

describe('what came too late', () => {
  it('EN-09 is put back on coming back', async () => {
    const [browser, viewer] = await applicant()
    await browser.makeCode({ word: 'corneille' })
    const code = await codeIn(browser)
    await runOut(viewer.sessionId)
    const late = await browser.answer('dwelling', { dwelling: 'tenant' })
    expect(late.to).toBe('/fr/demande/reprendre/expired')
    expect((await partsOf(viewer.applicationId))['household']).toEqual({})
    expect((await browser.comeBack({ code, word: 'corneille' })).to).toBe('/fr/demande/reprendre/restored')
    expect((await partsOf(viewer.applicationId))['household']).toEqual({ dwelling: 'tenant' })
    expect(
      await world.owner.applicationParked.count({ where: { applicationId: viewer.applicationId } }),
    ).toBe(0)
    expect((await new Browser().comeBack({ code, word: 'corneille' })).to).toBe('/fr/demande/etapes')
  })

  it('EN-10 is not written over what is newer, and what has no place is said', async () => {
    const [browser, viewer] = await applicant()
    await browser.makeCode({ word: 'corneille' })
    const code = await codeIn(browser)
    const other = new Browser()
    await other.comeBack({ code, word: 'corneille' })
    await runOut(viewer.sessionId)
    await browser.answer('address', { street: '1, rue du Passé', city: 'Laval', postalCode: 'H7A 1A1' })
    await browser.answer('rent', { rent: '700' })
    await moveClock(world.owner, instant(later(5)))
    await other.answer('dwelling', { dwelling: 'tenant' })
    await other.answer('address', { street: '2, rue du Présent', city: '', postalCode: '' })
    expect((await browser.comeBack({ code, word: 'corneille' })).to).toBe('/fr/demande/reprendre/restored')
    expect((await partsOf(viewer.applicationId))['household']).toMatchObject({
      street: '2, rue du Présent',
      city: 'Laval',
      rent: '700',
    })
    await runOut(((await browser.viewer()) as Applicant).sessionId)
    await browser.answer('child-0', { 'children.0.givenName': 'Léo' })
    expect((await browser.comeBack({ code, word: 'corneille' })).to).toBe('/fr/demande/reprendre/partly')
  })
})

it('EN-11 leaves for good, and extends to pages of ours', async () => {
  const [browser, viewer] = await applicant()
  const token = browser.cookies.get('quinze-application')!
  expect((await browser.extend('/fr/demande/mon-code')).to).toBe('/fr/demande/mon-code')
  for (const foreign of ['https://example.org/', '//example.org', '/fr', '/fr/demande/nothing'])
    expect((await browser.extend(foreign)).to).toBe('/fr/demande/etapes')
  const { to, headers } = await browser.leave()
  expect(to).toBe('/fr/demande/reprendre/left')
  expect(headers.get('clear-site-data')).toBe('"cache", "storage"')
  expect(browser.cookies.size).toBe(0)
  browser.cookies.set('quinze-application', token)
  expect((await browser.viewer()).role).toBe('anonymous')
  expect((await browser.extend('/fr/demande/mon-code')).to).toBe('/fr/demande/reprendre/over')
  expect(await withViewer(viewer, ({ tx }) => tx.application.count())).toBe(0)
})

describe('an account', () => {
  async function signIn(browser: Browser, givenName: string) {
    const someone = await citizen(world.owner, givenName)
    browser.cookies.set('quinze', await addSession(world.owner, 'citizen', someone.personId))
    return someone
  }

  it('EN-12 takes an application by proving both', async () => {
    const [browser, viewer] = await applicant()
    await browser.makeCode({ word: 'corneille' })
    const code = await codeIn(browser)
    const stranger = new Browser()
    await signIn(stranger, 'Camille')
    expect((await stranger.attach()).to).toBe('/fr/demande/reprendre/over')
    expect((await browser.attach()).to).toContain('/fr/connexion')
    const camille = await signIn(browser, 'Camille')
    const before = browser.cookies.get('quinze-application')
    expect((await browser.attach()).to).toBe('/fr/demande/mon-code')
    expect(browser.cookies.get('quinze-application')).not.toBe(before)
    expect(await browser.viewer()).toMatchObject({
      applicationId: viewer.applicationId,
      accountId: camille.personId,
    })
    expect((await new Browser().comeBack({ code, word: 'corneille' })).to).toContain('wrong')
    const trail = await world.owner.audit.findMany({ where: { act: 'attached' } })
    expect(trail.map(({ subjectId, actorId }) => [subjectId, actorId])).toContainEqual([
      viewer.applicationId,
      camille.personId,
    ])
    // Another account takes nothing of it, even with the visit.
    await signIn(browser, 'Xavier')
    expect((await browser.attach()).to).toBe('/fr/demande/reprendre/over')
  })

  it('EN-13 begins an application of its own by a tick', async () => {
    const browser = new Browser()
    const camille = await signIn(browser, 'Camille')
    expect(await reading(browser, readStart)).toMatchObject({ start: { mayAttach: true } })
    const key = randomUUID()
    expect((await browser.start({ key, urgentNeeds: 'none', attach: 'yes' })).to).toBe('/fr/demande/etapes')
    const viewer = (await browser.viewer()) as Applicant
    expect(viewer.accountId).toBe(camille.personId)
    await browser.makeCode({ word: 'corneille' })
    expect((await reading(browser, () => getCode(viewer, 'fr'))).shown).toBeNull()
    await browser.start({ key: randomUUID(), urgentNeeds: 'none' })
    expect(await browser.viewer()).toMatchObject({ accountId: null })
    const nobody = new Browser()
    await nobody.start({ key: randomUUID(), urgentNeeds: 'none', attach: 'yes' })
    expect(await nobody.viewer()).toMatchObject({ accountId: null })
  })

  it('EN-14 lists and opens its own alone', async () => {
    const browser = new Browser()
    const camille = await signIn(browser, 'Camille')
    await browser.start({ key: randomUUID(), urgentNeeds: 'none', attach: 'yes' })
    const { applicationId } = (await browser.viewer()) as Applicant
    const own = await withViewer(camille, (door) => listOwnApplications(door, camille))
    expect(own.map(({ id }) => id)).toContain(applicationId)
    const mario = new Browser()
    const viewer = await signIn(mario, 'Xavier')
    expect(await withViewer(viewer, (door) => listOwnApplications(door, viewer))).toEqual([])
    for (const id of [applicationId, 'nothing', '', randomUUID()]) {
      const { to, set } = await mario.open(id)
      expect([to, set]).toEqual(['/fr/probleme/not-allowed', []])
    }
    browser.cookies.delete('quinze-application')
    expect((await browser.open(applicationId)).to).toBe('/fr/demande/etapes')
    expect(await browser.viewer()).toMatchObject({ applicationId })
  })
})
