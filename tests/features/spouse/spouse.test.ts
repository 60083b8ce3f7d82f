import { randomUUID } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import { showResumeCode } from '@/domain/application/resume-code'
import Page from '@/app/[locale]/demande/conjoint/page'
import { findSpousePage, type ApplicantSide, type SpouseSide } from '@/features/spouse/queries'
import { withViewer } from '@/server/db'
import type { Applicant } from '@/server/viewer'
import { withWorld } from '../../support/world'
import { nothingToTell } from '../application/someone'
import { Browser } from '../entering/browser'

/*
 * Numbered cases:
 *   SC-01 a code for the spouse needs their date of birth, is shown to whoever began, and is sent to nobody
 *   SC-02 the spouse comes with it and their date of birth, however written, and must first choose a word of their own:
 *         the code that was handed over then opens nothing
 *   SC-03 once the spouse has come, no code is made for them, and neither reads the other's part
 *   SC-04 who agrees has answered their own pages, and signs; what was typed wrong is kept, and said
 *   SC-05 a word sent twice, or at once, is given once
 *   SC-06 that the spouse disagrees changes no byte of what the other adult reads
 *   SC-07 a word is said to be old when what is said of both has changed since
 *   SC-08 nothing that is one adult's own is in a page or in a row the other may read, nor the numbers of the account
 */
const jar = vi.hoisted(() => ({ cookies: new Map<string, string>() }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (jar.cookies.has(name) ? { name, value: jar.cookies.get(name) } : undefined),
  }),
}))

const world = withWorld()
const now = instant('2026-11-27T15:00:00.000Z')
beforeEach(() => moveClock(world.owner, now))

const couple = {
  livesWith: { livesWith: 'partner' },
  couple: { couple: 'married' },
}
const spouseNamed = (birthDay = '20') => ({
  spouseGivenName: 'Ines',
  spouseFamilyName: 'Roy',
  'spouseBirthDate.day': birthDay,
  'spouseBirthDate.month': '1',
  'spouseBirthDate.year': '1986',
  spouseAnswers: 'self',
  lettersTo: 'both',
})

async function applicant(): Promise<Browser> {
  const browser = new Browser()
  await browser.start({ key: randomUUID(), urgentNeeds: 'none' })
  for (const [page, fields] of Object.entries(couple)) await browser.answer(page, fields)
  return browser
}
async function page<Side>(browser: Browser): Promise<Side> {
  jar.cookies = browser.cookies
  return (await findSpousePage((await browser.viewer()) as Applicant, 'fr')) as Side
}
/** The page itself, as the browser draws it, without what is drawn anew each time. */
async function html(browser: Browser): Promise<string> {
  jar.cookies = browser.cookies
  const { SpouseView } = await import('@/features/spouse/SpouseView')
  const found = await page<ApplicantSide | SpouseSide>(browser)
  if (found.side === 'applicant')
    return renderToStaticMarkup(SpouseView({ locale: 'fr', page: found, formKey: '', phones: null }))
  const { OwnPartView } = await import('@/features/spouse/OwnPartView')
  const { AnswersView } = await import('@/features/application/AnswersView')
  const { wordsOf } = await import('@/features/application/words')
  const household = AnswersView({
    say: wordsOf('fr', 'application'),
    locale: 'fr',
    ...found.household,
    mayChange: false,
  })
  return renderToStaticMarkup(
    OwnPartView({ locale: 'fr', page: found, formKey: '', code: null, household, phones: null }),
  )
}

/** A couple whose spouse has come, with a word of their own. */
async function both(): Promise<[Browser, Browser]> {
  const first = await applicant()
  await first.answer('spouse', spouseNamed())
  await first.makeSpouseCode()
  const { code } = (await page<ApplicantSide>(first)).shown!
  const second = new Browser()
  await second.comeBack({ code, word: '1986 01 20' })
  await second.makeCode({ word: 'hirondelle' })
  return [first, second]
}
const applicationOf = async (browser: Browser) => ((await browser.viewer()) as Applicant).applicationId

beforeAll(() => expect(Page).toBeTypeOf('function'))

describe('the way in of the spouse', () => {
  it('SC-01 is made from their date of birth, and sent to nobody', async () => {
    const browser = await applicant()
    expect((await browser.makeSpouseCode()).to).toBe('/fr/demande/question/spouse')
    await browser.answer('spouse', spouseNamed())
    const mail = await world.owner.outbox.count()
    expect((await browser.makeSpouseCode()).to).toBe('/fr/demande/conjoint')
    const { shown, mayInvite } = await page<ApplicantSide>(browser)
    expect([shown?.of, mayInvite]).toEqual(['spouse', true])
    expect(await html(browser)).toContain(showResumeCode(shown!.code))
    expect(await world.owner.outbox.count()).toBe(mail)
    const single = new Browser()
    await single.start({ key: randomUUID(), urgentNeeds: 'none' })
    expect((await single.makeSpouseCode()).set).toEqual([])
  })

  it.each(['19860120', '1986-01-20', ' 1986 01 20 '])(
    'SC-02 opens with %s, then with their own word',
    async (birth) => {
      const first = await applicant()
      await first.answer('spouse', spouseNamed())
      await first.makeSpouseCode()
      const { code } = (await page<ApplicantSide>(first)).shown!
      const second = new Browser()
      expect((await second.comeBack({ code, word: birth })).to).toBe('/fr/demande/conjoint')
      expect(await second.viewer()).toMatchObject({
        adult: 'spouse',
        applicationId: await applicationOf(first),
      })
      expect((await page<SpouseSide>(second)).ownWord).toBe(false)
      // Nothing is signed by a way that somebody else has.
      await second.confirm({ answer: 'disagrees', note: 'Non', signedName: 'Ines Roy' })
      expect(await world.owner.applicationConfirmation.count()).toBe(0)
      expect((await second.makeCode({ word: 'hirondelle' })).to).toBe('/fr/demande/conjoint')
      const own = await page<SpouseSide>(second)
      expect([own.ownWord, own.shown?.of]).toEqual([true, 'spouse'])
      expect((await new Browser().comeBack({ code, word: birth })).to).toContain('wrong')
      const again = await new Browser().comeBack({ code: own.shown!.code, word: 'Hirondelle' })
      expect(again.to).toBe('/fr/demande/conjoint')
    },
  )

  it('SC-03 is theirs alone once they have come', async () => {
    const [first, second] = await both()
    const { set } = await first.makeSpouseCode()
    expect(set).toEqual([])
    expect(await page<ApplicantSide>(first)).toMatchObject({ came: true })
    expect((await second.makeSpouseCode()).set).toEqual([])
    expect((await first.confirm({ answer: 'agrees', signedName: 'Ada' })).set).toEqual([])
    expect(
      await world.owner.applicationConfirmation.count({
        where: { applicationId: await applicationOf(first) },
      }),
    ).toBe(0)
  })
})

const wordsOfApplication = async (browser: Browser) =>
  world.owner.applicationConfirmation.findMany({ where: { applicationId: await applicationOf(browser) } })

describe('the word of the spouse', () => {
  it('SC-04 needs their own answers and a signature', async () => {
    const [first, second] = await both()
    await second.confirm({ answer: 'agrees', note: 'Une note', signedName: '' })
    const wrong = await page<SpouseSide>(second)
    expect(wrong.errors.map(({ problem }) => problem)).toEqual(['pagesLeft', 'name'])
    expect(wrong.word).toEqual({ answer: 'agrees', note: 'Une note', signedName: '' })
    expect(await html(second)).toContain('Une note')
    await second.confirm({ answer: 'disagrees', note: ' ', signedName: 'Ines Roy' })
    expect((await page<SpouseSide>(second)).errors.map(({ problem }) => problem)).toEqual(['noteNeeded'])
    await second.confirm({ answer: '', note: 'a'.repeat(2_001), signedName: 'a'.repeat(121) })
    expect((await page<SpouseSide>(second)).errors.map(({ problem }) => problem)).toEqual([
      'answer',
      'noteLong',
      'nameLong',
    ])
    expect(await wordsOfApplication(first)).toEqual([])
    await second.confirm({ answer: 'disagrees', note: 'Le loyer est de 600 $', signedName: ' Ines Roy ' })
    expect(await wordsOfApplication(first)).toMatchObject([
      { answer: 'disagrees', note: 'Le loyer est de 600 $', signedName: 'Ines Roy' },
    ])
    const given = await page<SpouseSide>(second)
    expect([given.given?.answer, given.errors, given.word.note]).toEqual(['disagrees', [], ''])
  })

  it('SC-04 is given with every page of theirs answered, and told to the other', async () => {
    const [first, second] = await both()
    for (const [name, fields] of Object.entries(nothingToTell)) {
      const own = Object.entries(fields).map(([field, value]) => [`spouse.${field}`, value])
      await second.answer(`spouse-${name}`, Object.fromEntries(own) as Record<string, string>)
    }
    expect((await page<SpouseSide>(second)).pagesLeft).toBe(0)
    await second.confirm({ answer: 'agrees', note: '', signedName: 'Ines Roy' })
    const [word] = await wordsOfApplication(first)
    expect(word).toMatchObject({ answer: 'agrees', note: null, answers: { 'spouse.work': 'before' } })
    // The numbers of insurance are sealed, and nobody else's answers are there.
    expect(Object.keys(word!.answers as object).every((name) => name.startsWith('spouse.'))).toBe(true)
    expect(JSON.stringify(word)).not.toMatch(/456\D?782/)
    expect(word!.sealed).not.toBeNull()
    expect((await page<ApplicantSide>(first)).confirmedAt).not.toBeNull()
  })

  it('SC-05 is given once', async () => {
    const [first, second] = await both()
    const form = { key: randomUUID(), answer: 'disagrees', note: 'Non', signedName: 'Ines Roy' }
    await Promise.all(Array.from({ length: 10 }, () => second.confirm(form)))
    expect(await wordsOfApplication(first)).toHaveLength(1)
    const events = await world.owner.applicationEvent.findMany({
      where: { applicationId: await applicationOf(first), kind: 'spouseDisagreed' },
    })
    expect(events.map(({ adult, by }) => [adult, by])).toEqual([['spouse', 'spouse']])
    const trail = await world.owner.audit.findMany({
      where: { subjectId: await applicationOf(first), act: 'confirmed' },
    })
    expect(trail).toHaveLength(1)
  })

  it('SC-06 that they disagree is told to nobody here', async () => {
    const [first, second] = await both()
    const before = await html(first)
    await second.confirm({ answer: 'disagrees', note: 'Secret-Désaccord', signedName: 'Ines Roy' })
    expect(await wordsOfApplication(first)).toHaveLength(1)
    expect(await html(first)).toBe(before)
    expect(await everythingRead(first)).not.toMatch(/Secret-Désaccord|isagree/)
  })

  it('SC-07 is old when what is said of both has changed', async () => {
    const [first, second] = await both()
    await second.confirm({ answer: 'disagrees', note: 'Non', signedName: 'Ines Roy' })
    expect((await page<SpouseSide>(second)).given).toMatchObject({ changed: false })
    await first.answer('work', { work: 'never' })
    expect((await page<SpouseSide>(second)).given).toMatchObject({ changed: false })
    await first.answer('dwelling', { dwelling: 'tenant' })
    expect((await page<SpouseSide>(second)).given).toMatchObject({ changed: true })
  })
})

/** Every row this adult may read of any table, as text: what no page can hide better. */
async function everythingRead(browser: Browser): Promise<string> {
  const viewer = (await browser.viewer()) as Applicant
  return withViewer(viewer, async ({ sql }) => {
    const tables = await sql<{ name: string }>(
      `select table_name as name from information_schema.table_privileges
       where grantee = 'quinze_applicant' and privilege_type = 'SELECT' and table_name <> 'office'`,
    )
    const rows = []
    for (const { name } of tables) rows.push(await sql(`select to_jsonb(t)::text from "${name}" t`))
    expect(rows.length).toBeGreaterThan(9)
    return JSON.stringify(rows)
  })
}

it('SC-08 shows neither adult what is the other’s own', async () => {
  const [first, second] = await both()
  await first.answer('reaching', {
    ...{ phone: '514 555-0199', email: 'secret-ada@example.org' },
    ...{ lettersLanguage: 'fr', safeReach: 'onlyAsISay', protectAddress: 'yes' },
  })
  await first.answer('reachWords', { reachWords: 'Secret-Ada-Jamais-Le-Soir' })
  await first.answer('helper', { helper: 'someoneHelps' })
  await first.answer('helperWho', {
    helperName: 'Secret-Ada-Aide',
    helperIs: 'friend',
    lettersToHelper: 'no',
  })
  await first.answer('more', { more: 'Secret-Ada-Mots' })
  await first.answer('dwelling', { dwelling: 'tenant' })
  await first.answer('address', { street: '12, rue Commune', city: 'Laval', postalCode: 'H7A 1A1' })
  await first.answer('deposit', { deposit: 'yes' })
  await first.answer('account', { transit: '20101', institution: '815', account: '7654321' })
  await second.answer('spouse-more', { 'spouse.more': 'Secret-Ines-Mots' })
  await second.answer('spouse-reaching', {
    ...{ 'spouse.phone': '514 555-0188', 'spouse.safeReach': 'onlyAsISay' },
    'spouse.lettersLanguage': 'fr',
  })
  const [ofFirst, ofSecond] = [await html(first), await html(second)]
  expect(ofSecond).toContain('12, rue Commune')
  const [rowsOfFirst, rowsOfSecond] = [await everythingRead(first), await everythingRead(second)]
  for (const text of [ofSecond, rowsOfSecond]) {
    expect(text).not.toMatch(/Secret-Ada|secret-ada|555-0199/)
    expect(text).not.toMatch(/7654321|20101/)
  }
  for (const text of [ofFirst, rowsOfFirst]) expect(text).not.toMatch(/Secret-Ines|555-0188/)
  // The test sees what is there: each reads their own.
  expect(rowsOfFirst).toContain('Secret-Ada-Mots')
  expect(rowsOfSecond).toContain('Secret-Ines-Mots')
})
