import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, instant, type Instant } from '@/domain/calendar'
import type { Answer } from '@/server/endpoint'
import type { Viewer } from '@/server/viewer'
import { configurationFor } from '../../support/in-process'
import { answering, walk } from './walk'

/*
 * Numbered cases, before the code:
 *   ES-10 the answers are sealed: read back whole, and nothing of them shows; the fullest fit in 3 kB
 *   ES-11 a single bit changed, another secret, another form: no answers, never an error
 *   ES-12 30 minutes, by our clock, whatever the browser kept
 *   ES-13 erasing takes the cookie back
 *   ES-14 an answer too long for the cookie is told, and the others stay
 *   ES-15 what arrives without its cookie begins anew with what was sent, and says so
 *   ES-16 the answers go into no address
 */
const now = instant('2026-11-24T15:00:00.000Z')
const later = (minutes: number) => instant(new Date(Date.parse(now) + minutes * 60_000).toISOString())

beforeAll(() => {
  Object.assign(process.env, configurationFor('postgres://quinze_web@localhost/quinze'))
})
const cookies = () => import('@/features/estimator/cookie')
const commands = () => import('@/features/estimator/commands')

const valueOf = (header: string) => /=([^;]*)/.exec(header)![1]!

/** Everything answered, by a couple who own and receive everything. */
const fullest = () =>
  walk((field, question) => {
    if (field.kind === 'choices') return field.choices.filter((choice) => !field.alone?.includes(choice))
    if (field.kind === 'ages') return Array(12).fill('17').join(' , ')
    if (field.kind === 'age') return question === 'age' ? '17' : '40'
    if (field.kind === 'money') return '123 456,78'
    const long = {
      couple: 'childTogether',
      status: 'other',
      otherStatus: 'humanitarianWithQuebecCertificate',
      health: 'severe',
      aid: 'short',
    }
    return (long as Record<string, string>)[field.name.replace(/2$/, '')] ?? 'unknown'
  }).draft

describe('the cookie', () => {
  it('ES-10 says nothing of what it holds', async () => {
    const { answersCookie, openAnswers } = await cookies()
    const draft = { home: 'children', childAges: '4, 9' }
    const header = answersCookie({ draft, attempted: 'children', told: null }, now)!
    expect(header).toMatch(/^quinze-estimate=[\w-]+; Path=\/; Max-Age=1800; HttpOnly; SameSite=Lax$/)
    expect(Buffer.from(valueOf(header), 'base64url').toString('latin1')).not.toMatch(/children|4, 9/)
    expect(openAnswers(valueOf(header), now)).toEqual({ draft, attempted: 'children', told: null })
  })

  it('ES-10 holds the fullest answers in 3 kB', async () => {
    const { answersCookie } = await cookies()
    const draft = fullest()
    expect(Object.keys(draft).length).toBeGreaterThan(30)
    const header = answersCookie(
      { draft: { ...draft, postalCode: 'H2X 1Y4' }, attempted: 'otherStatus', told: 'tooLong' },
      now,
    )
    expect(header).not.toBeNull()
    expect(Buffer.byteLength(header!)).toBeLessThanOrEqual(3_072)
  })

  it('ES-11 opens to nothing once a bit was changed', async () => {
    const { answersCookie, openAnswers } = await cookies()
    const sealed = Buffer.from(
      valueOf(answersCookie({ draft: { age: '42' }, attempted: null, told: null }, now)!),
      'base64url',
    )
    for (let index = 0; index < sealed.length; index += 1) {
      const spoiled = Buffer.from(sealed)
      spoiled[index] = spoiled[index]! ^ 1
      expect(openAnswers(spoiled.toString('base64url'), now)).toBeNull()
    }
    for (const value of ['', 'a', '%00', 'A'.repeat(4_000)]) expect(openAnswers(value, now)).toBeNull()
  })

  it('ES-11 opens neither another form nor what was sealed for another use', async () => {
    const { openAnswers } = await cookies()
    const { seal } = await import('@/server/secrets')
    const seconds = Date.parse(now) / 1_000
    const sealed = (of: unknown, purpose: 'estimate' | 'parked' = 'estimate') =>
      seal(JSON.stringify(of), purpose).toString('base64url')
    expect(openAnswers(sealed([1, seconds, null, null, { age: '42' }]), now)).toMatchObject({
      draft: { age: '42' },
    })
    expect(openAnswers(sealed([1, seconds, null, null, { age: '42' }], 'parked'), now)).toBeNull()
    for (const other of [
      [2, seconds, null, null, {}],
      {},
      null,
      'x',
      [1],
      [1, 'x', null, null, {}],
      [1, seconds, null, null, null],
    ])
      expect(openAnswers(sealed(other), now), JSON.stringify(other)).toBeNull()
  })

  it('ES-12 lives 30 minutes', async () => {
    const { answersCookie, openAnswers } = await cookies()
    const value = valueOf(answersCookie({ draft: { age: '42' }, attempted: null, told: null }, now)!)
    expect(openAnswers(value, later(29))).not.toBeNull()
    expect(openAnswers(value, later(31))).toBeNull()
    expect(openAnswers(value, later(-31))).toBeNull()
    expect(openAnswers(value, `${addDays('2026-11-24' as never, 9)}T15:00:00.000Z` as Instant)).toBeNull()
  })
})

/** A browser that keeps the cookie. */
class Browser {
  cookie: string | undefined
  at = now

  async send<Input>(run: (call: never) => Promise<Answer>, input: Input): Promise<Answer> {
    const request = new Request('http://localhost:3015/api', {
      headers: this.cookie === undefined ? {} : { cookie: `other=1; quinze-estimate=${this.cookie}` },
    })
    const viewer: Viewer = { role: 'anonymous' }
    const call = { viewer, input, params: {}, arrival: this.at, locale: 'fr', request }
    const answer = await run(call as never)
    for (const header of answer.cookies ?? []) {
      this.cookie = /Max-Age=0/.test(header) ? undefined : valueOf(header)
    }
    return answer
  }
}

describe('sending answers', () => {
  const read = async (browser: Browser) => (await cookies()).openAnswers(browser.cookie!, browser.at)!

  it('leads from page to page, to the result', async () => {
    const { saveAnswers } = await commands()
    const browser = new Browser()
    const { draft, pages } = walk(answering())
    const met: string[] = []
    for (const question of pages) {
      met.push(question)
      const { to } = await browser.send(saveAnswers, { question, ...draft })
      expect(to).toBe(
        met.length === pages.length
          ? '/fr/estimation/resultat'
          : `/fr/estimation/question/${pages[met.length]}`,
      )
      // ES-16
      expect(to).not.toMatch(/nobody|40|citizen|\?/)
    }
    expect((await read(browser)).draft).toEqual(draft)
  })

  it('ES-04 stays on a page with something to put right, and keeps what was typed', async () => {
    const { saveAnswers } = await commands()
    const browser = new Browser()
    await browser.send(saveAnswers, { question: 'household', home: 'nobody' })
    const { to } = await browser.send(saveAnswers, { question: 'age', age: 'quarante' })
    expect(to).toBe('/fr/estimation/question/age')
    expect(await read(browser)).toEqual({
      draft: { home: 'nobody', age: 'quarante' },
      attempted: 'age',
      told: null,
    })
  })

  it('ES-13 forgets everything', async () => {
    const { eraseAnswers, saveAnswers } = await commands()
    const browser = new Browser()
    await browser.send(saveAnswers, { question: 'household', home: 'nobody' })
    const answer = await browser.send(eraseAnswers, {})
    expect(answer.to).toBe('/fr/estimation/nouvelle/erased')
    expect(answer.cookies).toEqual(['quinze-estimate=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'])
    expect(browser.cookie).toBeUndefined()
  })

  it('ES-14 refuses in words what is too long, and keeps the rest', async () => {
    const { saveAnswers } = await commands()
    const browser = new Browser()
    await browser.send(saveAnswers, { question: 'household', home: 'nobody' })
    const { to } = await browser.send(saveAnswers, { question: 'age', age: '4'.repeat(5_000) })
    expect(to).toBe('/fr/estimation/question/age')
    expect(await read(browser)).toEqual({ draft: { home: 'nobody' }, attempted: 'age', told: 'tooLong' })
    await browser.send(saveAnswers, { question: 'age', age: '44' })
    expect((await read(browser)).told).toBeNull()
  })

  it('ES-15 begins anew with what was sent, and says so', async () => {
    const { saveAnswers, keepPostalCode } = await commands()
    for (const cookie of [undefined, 'spoiled']) {
      const browser = new Browser()
      browser.cookie = cookie
      const { to } = await browser.send(saveAnswers, { question: 'age', age: '44' })
      expect(to).toBe('/fr/estimation/question/household')
      expect(await read(browser)).toMatchObject({ draft: { age: '44' }, told: 'over' })
      browser.cookie = cookie
      expect((await browser.send(keepPostalCode as never, { postalCode: 'H2X' })).to).toBe(
        '/fr/estimation/nouvelle/over',
      )
    }
    const stale = new Browser()
    await stale.send(saveAnswers, { question: 'household', home: 'nobody' })
    stale.at = later(40)
    await stale.send(saveAnswers, { question: 'age', age: '44' })
    expect(await read(stale)).toMatchObject({ draft: { age: '44' }, told: 'over' })
  })

  it('a page we never asked leads to the start', async () => {
    const { saveAnswers } = await commands()
    for (const question of ['', 'nothing', '__proto__'])
      expect((await new Browser().send(saveAnswers, { question })).to).toBe('/fr/estimation')
  })

  it('keeps the postal code with the answers, or forgets it', async () => {
    const { keepPostalCode, saveAnswers } = await commands()
    const browser = new Browser()
    await browser.send(saveAnswers, { question: 'household', home: 'nobody' })
    expect((await browser.send(keepPostalCode, { postalCode: ' h2x1y4 ' })).to).toBe(
      '/fr/estimation/resultat#office',
    )
    expect((await read(browser)).draft).toEqual({ home: 'nobody', postalCode: 'h2x1y4' })
    await browser.send(saveAnswers, { question: 'household', home: 'others' })
    expect((await read(browser)).draft).toEqual({ home: 'others', postalCode: 'h2x1y4' })
    await browser.send(keepPostalCode, { postalCode: '' })
    expect((await read(browser)).draft).toEqual({ home: 'others' })
  })
})
