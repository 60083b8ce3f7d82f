import { labelsOf } from '../../src/domain/eligibility/labels'
import { paths } from '../../src/i18n/paths'
import { formatMoney } from '../../src/i18n/format'
import { applicants } from './applicants'
import type { Applicant } from './applicants/applicant'
import { answerAsSpouse, begin, signAndSend, walk } from './applicants/journey'
import { linksOf, type Opened, plainBrowser } from './applicants/plain-browser'
import { expect, month, test, type Town } from './town'
import { locales, wordsOf } from './words'

/*
 * Applying, from the first answer to the receipt, on the built site:
 *   AP-01 twelve applicants, each in both languages, by plain forms: the pages asked and no other, the number of
 *         questions, the papers, the estimate, the office and why, the receipt
 *   AP-02 a couple of which each answers apart: neither reads the other's answers
 */
test.use({ scenario: 'application' })

for (const locale of locales) {
  const say = wordsOf(locale)

  for (const applicant of applicants) {
    test(`AP-01 ${applicant.name}, ${locale}`, async ({ request, playwright, site, town }) => {
      const browser = plainBrowser(request, site.url)
      const steps = await begin(browser, locale, applicant)
      const walked = await walk(browser, locale, steps, applicant.answers, applicant.refused)
      expect(['urgent', ...walked.pages]).toEqual(Object.keys(applicant.answers))
      // The first question was asked before there was an application.
      expect(walked.questions + 1).toBe(applicant.questions)
      expect(walked.at.path).toBe(paths.applicationReview(locale))

      if (applicant.spouse) {
        const other = await playwright.request.newContext({ baseURL: site.url })
        const theirs = await answerAsSpouse(browser, plainBrowser(other, site.url), locale, applicant)
        expect(theirs.pages).toEqual(Object.keys(applicant.spouse.answers))
        expect(theirs.questions).toBe(applicant.spouse.questions)
        await other.dispose()
      }

      const check = await browser.open(paths.applicationReview(locale))
      expectEstimate(check, applicant)
      expect(check.text).not.toContain(say('application.review.contradictions'))
      expectPapers(await browser.open(paths.applicationDocuments(locale)), applicant)

      const receipt = await signAndSend(browser, locale, applicant.signs)
      const number = /\bQ-2611-[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]\b/.exec(receipt.text)?.[0]
      expect(number, receipt.text.slice(0, 400)).toBeTruthy()
      expect(receipt.text).toContain(applicant.signs)
      expectEstimate(receipt, applicant)
      await expectOffice(receipt, applicant, number!, town)
      if (applicant.spouse) expect(receipt.html).not.toContain('555-0151')
    })
  }

  function expectEstimate({ text }: Opened, { estimate }: Applicant): void {
    if (estimate === 'spouse') return expect(text).not.toContain(say('application.estimate.show'))
    const { programme, firstCents, wholeCents, questions } = estimate
    const { programmes } = labelsOf(month)
    const words = [
      say(`eligibility.label.programme.${programmes}.${programme}`),
      ...[firstCents, wholeCents].map((cents) => formatMoney(cents as never, locale)),
      ...questions.map((code) => say(`eligibility.question.${code}`)),
    ]
    for (const one of words) expect(flat(text)).toContain(flat(one))
  }

  /** Those the decision waits for, then the others. A spouse who answers apart gives their own. */
  function expectPapers(page: Opened, { required, useful, spouse }: Applicant): void {
    const prefix = paths.applicationDocument(locale, '')
    const shown = linksOf(page).flatMap((href) => (href.startsWith(prefix) ? href.slice(prefix.length) : []))
    const ours = (ids: readonly string[]) =>
      ids.filter((id) => !spouse || !id.includes('.spouse')).map((id) => id.replaceAll('.', '-'))
    expect(shown.filter((one) => one !== '').sort()).toEqual([...ours(required), ...ours(useful)].sort())
  }

  async function expectOffice(
    receipt: Opened,
    { office }: Applicant,
    number: string,
    { owner }: Town,
  ): Promise<void> {
    const { application } = await owner.applicationVersion.findFirstOrThrow({
      where: { receiptNumber: number },
      include: { application: { include: { office: true } } },
    })
    expect(application.office?.code).toBe(office.code)
    expect(application.routing).toMatchObject({ officeCode: office.code, reason: office.reason })
    expect(flat(receipt.text)).toContain(flat(say(`application.route.reason.${office.reason}`)))
    const name = locale === 'fr' ? application.office!.nameFr : application.office!.nameEn
    if (office.reason !== 'assignedByPerson') expect(receipt.text).toContain(name)
    for (const note of office.notes ?? [])
      expect(flat(receipt.text)).toContain(flat(say(`application.route.note.${note}`)))
  }
}

/** Without what only the eye sees: lines, and the spaces that keep words together. */
const flat = (text: string): string => text.replace(/\s+/g, ' ')
