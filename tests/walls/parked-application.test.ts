import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ViewerName } from '../support/probe-markers'
import { openProbeSite, type ProbeSite } from '../support/probe-site'
import { cookieOf } from '../support/probe-world'

/*
 * Numbered cases, before the code. A form of an application that arrives after its visit has ended by itself:
 *   PA-01 is kept, and not one word of it can be read in the database; the person is led to where one comes back
 *   PA-02 the other adult of the same application comes back and is given nothing of it; nor is anyone at another
 *   PA-03 the same adult comes back with their code and word, is told of it, and finds the words again, once
 *   PA-04 after a week it is not given back
 *   PA-05 of a visit that was left or made up, or from elsewhere, nothing is kept
 */
let site: ProbeSite
beforeAll(async () => {
  site = await openProbeSite()
})
afterAll(() => site.close())

const address = '/api/application/answers'
const typed = (words: string) => `question=more&intent=save&more=${words}`
const post = (name: ViewerName, path: string, body: string, more: Record<string, string> = {}) =>
  site.prober.ask({ method: 'POST', path, body, headers: { ...site.formOf(name), ...more } })
const rows = () => site.world.owner.applicationParked.findMany({ orderBy: { parkedAt: 'asc' } })
const draftsOf = async () => JSON.stringify(await site.world.owner.applicationDraft.findMany())

/** Makes the code of a viewer for this word, reads it on their page as they do, and comes back with it. */
async function comeBack(name: 'applicant' | 'applicantSpouse' | 'applicantOther', word: string) {
  const made = await post(name, '/api/application/code', `word=${word}&language=fr`)
  const [cookie] = made.headers['set-cookie']!.find((line) => line.includes('-code='))!.split(';')
  const own = cookieOf(site.asker(name))['Cookie']!
  // The spouse has a page of their own for it.
  const path = name === 'applicantSpouse' ? '/fr/demande/conjoint' : '/fr/demande/mon-code'
  const page = await site.prober.ask({ path, headers: { Cookie: `${own}; ${cookie}` } })
  const code = /<strong translate="no">([^<]+)</.exec(page.body)![1]!
  const body = new URLSearchParams({ code, word, language: 'fr' }).toString()
  return post('anonymous', '/api/application/resumption', body)
}

test('PA-01 a late form is kept sealed, and its author led to where one comes back', async () => {
  const reply = await post('applicantExpired', address, typed('MotsTardifs'))
  expect(`${reply.status} ${reply.headers.location}`).toBe('303 /fr/demande/reprendre/expired')
  const program = await post('applicantExpired', address, typed('MotsTardifs'), {
    Accept: 'application/json',
  })
  expect([program.status, JSON.parse(program.body)]).toEqual([
    401,
    { code: 'session-expired', to: '/fr/demande/reprendre/expired' },
  ])
  const kept = await rows()
  const { applicationId } = site.asker('applicant').visit!
  expect(kept.map(({ applicationId: of, adult, path }) => ({ of, adult, path }))).toEqual(
    Array(2).fill({ of: applicationId, adult: 'applicant', path: address }),
  )
  for (const { sealed } of kept) {
    for (const encoding of ['utf8', 'latin1', 'base64', 'hex'] as const) {
      const text = Buffer.from(sealed).toString(encoding)
      expect(text).not.toContain(Buffer.from('MotsTardifs').toString(encoding))
      expect(text).not.toContain('question')
    }
  }
  expect(Buffer.from(kept[0]!.sealed).equals(Buffer.from(kept[1]!.sealed))).toBe(false)
})

test('PA-02 nobody else is given anything of it', async () => {
  for (const name of ['applicantSpouse', 'applicantOther'] as const) {
    const back = await comeBack(name, 'corneille')
    expect(back.headers.location, name).not.toMatch(/restored|partly/)
    expect(back.headers['set-cookie']!.join(), name).toContain('quinze-application=')
  }
  expect(await rows()).toHaveLength(2)
  expect(await draftsOf()).not.toContain('MotsTardifs')
})

test('PA-03 the same adult is told of it, and finds the words again, once', async () => {
  const back = await comeBack('applicant', 'pommier')
  expect(back.headers.location).toBe('/fr/demande/reprendre/restored')
  expect(await rows()).toEqual([])
  const [cookie] = back.headers['set-cookie']!.find((line) => line.startsWith('quinze-application='))!.split(
    ';',
  )
  const page = await site.prober.ask({ path: '/fr/demande/question/more', headers: { Cookie: cookie! } })
  expect(page.body).toContain('MotsTardifs')
  expect((await comeBack('applicant', 'pommier')).headers.location).toBe('/fr/demande/etapes')
})

test('PA-04 after a week it is not given back', async () => {
  await post('applicantExpired', address, typed('MotsAnciens'))
  await site.world.owner.$executeRawUnsafe(
    `update application_parked set parked_at = app_now() - interval '7 days 1 minute'`,
  )
  expect((await comeBack('applicant', 'pommier')).headers.location).toBe('/fr/demande/etapes')
  expect(await draftsOf()).not.toContain('MotsAnciens')
})

test('PA-05 nothing is kept of a visit left or made up, nor from elsewhere', async () => {
  const { owner } = site.world
  await owner.applicationParked.deleteMany()
  for (const Origin of ['https://evil.example', 'null']) {
    const reply = await post('applicantExpired', address, typed('MotsPerdus'), { Origin })
    expect(reply.headers.location).toBe('/fr/probleme/foreign-origin')
  }
  // A button without words is not kept either.
  await post('applicantExpired', '/api/application/withdrawal', 'confirm=yes')
  await owner.$executeRawUnsafe(
    `update auth."application_session" set ended_at = app_now() where ends_at < app_now()`,
  )
  for (const Cookie of [
    cookieOf(site.asker('applicantExpired'))['Cookie']!,
    `quinze-application=${'A'.repeat(43)}`,
    `quinze=${site.asker('expired').token}`,
    'quinze-application=',
  ]) {
    const reply = await post('anonymous', address, typed('MotsPerdus'), { Cookie })
    expect(reply.headers.location, Cookie.slice(0, 30)).toBe('/fr/demande/reprendre/over')
  }
  expect(await rows()).toEqual([])
})
