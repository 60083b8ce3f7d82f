import { afterAll, beforeAll, expect, test } from 'vitest'
import words from '@/i18n/fr/statement.json'
import { changeSession } from '../support/probe-world'
import type { ViewerName } from '../support/probe-markers'
import { openProbeSite, type ProbeSite } from '../support/probe-site'

/*
 * Numbered cases, before the code. A form that arrives after its session has ended by itself:
 *   P-01 is kept for 24 hours, and not one word of it can be read in the database; the person is led to sign in
 *   P-02 an idle session is a session that ended by itself
 *   P-03 another person who signs in is told nothing of it, and cannot take it
 *   P-04 the same person is told of it, takes it back once, and finds the words in the draft
 *   P-05 after 24 hours it is neither announced nor given back, and the next one kept makes it go
 *   P-06 a session signed out, made up, of the staff, or a form from elsewhere: nothing is kept
 *   P-07 one that cannot be opened any more does not stand in the way of the others
 */
let site: ProbeSite
beforeAll(async () => {
  site = await openProbeSite()
})
afterAll(() => site.close())

const address = '/api/changes/draft'
const typed = (word: string) => `page=questions&intent=save&changed=other&other.words=${word}`
const notice = words.parked.title.split(' ')[0]!

const post = (name: ViewerName, path: string, body: string, more: Record<string, string> = {}) =>
  site.prober.ask({ method: 'POST', path, body, headers: { ...site.formOf(name), ...more } })
const rows = () => site.world.owner.parkedSubmission.findMany({ orderBy: { parkedAt: 'asc' } })
const restore = (name: ViewerName) => post(name, '/api/parked/restoration', 'language=fr')
const home = async (name: ViewerName) => {
  const headers = { Cookie: `quinze=${site.asker(name).token}` }
  return (await site.prober.ask({ path: '/fr/mon-dossier', headers })).body
}
const isAnnounced = async (name: ViewerName) =>
  (await home(name)).includes('action="/api/parked/restoration"')

test('P-01 a form that comes too late is kept sealed, and its person led to sign in', async () => {
  const reply = await post('expired', address, typed('MotsTardifs'))
  expect(`${reply.status} ${reply.headers.location}`).toBe('303 /fr/connexion/session-expiree')
  const program = await post(
    'expired',
    address,
    '{"page":"questions","changed":["other"],"other.words":"MotsTardifs","language":"en"}',
    {
      Accept: 'application/json',
      'Content-Type': 'application/json',
    },
  )
  expect(program.status).toBe(401)
  expect(JSON.parse(program.body)).toEqual({ code: 'session-expired', to: '/en/sign-in/session-expired' })
  const kept = await rows()
  expect(kept.map(({ personId, path }) => ({ personId, path }))).toEqual(
    Array(2).fill({ personId: site.asker('recipient').personId, path: address }),
  )
  for (const { sealed } of kept) {
    for (const encoding of ['utf8', 'latin1', 'base64', 'hex'] as const) {
      const bytes = Buffer.from(sealed)
      expect(bytes.toString(encoding)).not.toContain(Buffer.from('MotsTardifs').toString(encoding))
      expect(bytes.toString(encoding)).not.toContain('other.words')
    }
  }
  expect(Buffer.from(kept[0]!.sealed).equals(Buffer.from(kept[1]!.sealed))).toBe(false)
})

test('P-03 another person who signs in is told nothing of it, and cannot take it', async () => {
  const before = (await rows()).length
  for (const name of ['spouse', 'former', 'other', 'formerAlone'] as const) {
    expect(await isAnnounced(name), name).toBe(false)
    await restore(name)
    const drafts = await site.world.owner.statementDraft.findMany({
      where: { personId: site.asker(name).personId! },
    })
    expect(JSON.stringify(drafts), name).not.toContain('MotsTardifs')
  }
  expect((await restore('agent')).headers.location).toBe('/fr/probleme/not-allowed')
  expect((await restore('anonymous')).headers.location).toBe('/fr/connexion')
  expect((await restore('expired')).headers.location).toBe('/fr/connexion/session-expiree')
  // Asking too late is itself kept: it is a form like another.
  expect((await rows()).length).toBe(before + 1)
})

test('P-04 the same person is told of it, takes it back once, and finds the words again', async () => {
  expect(await home('recipient')).toContain(notice)
  expect(await isAnnounced('recipient')).toBe(true)
  const reply = await restore('recipient')
  expect(reply.headers.location).toMatch(/^\/fr\/mon-dossier\/changement/)
  expect(await rows()).toEqual([])
  expect(await isAnnounced('recipient')).toBe(false)
  const headers = { Cookie: `quinze=${site.asker('recipient').token}` }
  const page = await site.prober.ask({ path: '/fr/mon-dossier/changement/questions', headers })
  expect(page.body).toContain('MotsTardifs')
  expect((await restore('recipient')).headers.location).toBe('/fr/mon-dossier')
})

test('P-02 an idle session is a session that ended by itself', async () => {
  const { owner } = site.world
  await changeSession(owner, site.asker('spouse'), `seen_at = app_now() - interval '61 minutes'`)
  const reply = await post('spouse', address, typed('MotsOisifs'))
  expect(reply.headers.location).toBe('/fr/connexion/session-expiree')
  expect((await rows()).map(({ personId }) => personId)).toEqual([site.asker('spouse').personId])
  await changeSession(owner, site.asker('spouse'), 'seen_at = app_now()')
  expect(await isAnnounced('spouse')).toBe(true)
})

test('P-05 after a day it is neither announced nor given back, and goes', async () => {
  const { owner } = site.world
  const age = (hours: number, minutes: number) =>
    owner.$executeRawUnsafe(
      `update parked_submission set parked_at = app_now() - make_interval(hours => ${hours}, mins => ${minutes})`,
    )
  await age(23, 59)
  expect(await isAnnounced('spouse')).toBe(true)
  await age(24, 1)
  expect(await isAnnounced('spouse')).toBe(false)
  await restore('spouse')
  const drafts = await owner.statementDraft.findMany({ where: { personId: site.asker('spouse').personId! } })
  expect(JSON.stringify(drafts)).not.toContain('MotsOisifs')
  await post('expired', address, typed('MotsNouveaux'))
  expect((await rows()).map(({ personId }) => personId)).toEqual([site.asker('recipient').personId])
})

test('P-06 nothing is kept of a session signed out, made up or of the staff, nor from elsewhere', async () => {
  const { owner } = site.world
  await owner.parkedSubmission.deleteMany()
  await changeSession(owner, site.asker('agent'), `ends_at = app_now() - interval '1 minute'`)
  for (const name of ['signedOut', 'worker', 'anonymous', 'agent'] as const) {
    const reply = await post(name, address, typed('MotsPerdus'))
    expect(reply.status, name).toBe(303)
    expect(reply.headers.location, name).toMatch(/^\/fr\/connexion/)
  }
  for (const Origin of ['https://evil.example', 'null']) {
    const reply = await post('expired', address, typed('MotsPerdus'), { Origin })
    expect(reply.headers.location).toBe('/fr/probleme/foreign-origin')
  }
  // Only a citizen's endpoint keeps: elsewhere there is nothing to put back.
  await post('expired', '/api/preferences', 'textSize=125')
  expect(await rows()).toEqual([])
})

test('P-07 one that cannot be opened any more does not stand in the way', async () => {
  const { owner } = site.world
  await post('expired', address, typed('MotsIntacts'))
  const [kept] = await rows()
  const spoilt = Buffer.from(kept!.sealed)
  spoilt[spoilt.length - 1]! ^= 1
  await owner.parkedSubmission.create({
    data: { personId: kept!.personId, path: address, sealed: new Uint8Array(spoilt) },
  })
  const reply = await restore('recipient')
  expect(reply.headers.location).toMatch(/^\/fr\/mon-dossier\/changement/)
  const drafts = await owner.statementDraft.findMany({ where: { personId: kept!.personId } })
  expect(JSON.stringify(drafts)).toContain('MotsIntacts')
  expect(await rows()).toEqual([])
})
