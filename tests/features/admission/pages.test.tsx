import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { newHousehold, type NewHousehold } from '@/domain/application/admission'
import { day } from '@/domain/calendar'
import { AdmissionView } from '@/features/admission/AdmissionView'
import { formatMoney } from '@/i18n/format'
import { locales, type Locale } from '@/i18n/locale'
import type { KnownPerson, PreparedAdmission } from '@/server/prepared-admission'
import { answers, child } from '../../domain/application/build'

/*
 * The page where an agent prepares a household, drawn as HTML. Numbered cases:
 *   AW-01 everyone, where, the programme, both payments; a protected address is its city alone
 *   AW-02 who may be known is asked, with how and where they live; nothing is chosen for the agent
 *   AW-03 the account alone is shown chosen
 *   AW-04 made, impossible, failed: each says so, and there is no form where there is nothing to settle
 */
const household = newHousehold(
  answers({ assistanceBefore: 'before', livesWith: 'children', protectAddress: 'yes', ...child(0) }),
  day('2026-11-16'),
) as NewHousehold
const known: KnownPerson = {
  ...{ personId: 'p-1', name: 'Noé <b>', birthDate: day('1999-04-03'), how: 'sameName' },
  ...{ fileNumber: 'F-9', livesThere: true },
}
const [noe] = household.people
const prepared = (rest: Partial<PreparedAdmission> = {}): PreparedAdmission => ({
  ...{ choices: {}, made: null, problem: null, hindrance: null, questions: [] },
  ...{ people: household.people.map((person) => ({ person, known: [] })), household },
  proposed: 'socialAssistance',
  ...rest,
})
const draw = (rest: Partial<PreparedAdmission>, locale: Locale = 'fr') =>
  renderToStaticMarkup(
    <AdmissionView locale={locale} applicationId="a" admission={prepared(rest)} formKey="formKey" />,
  )
const isChecked = (html: string, value: string) =>
  [...html.matchAll(/<input[^>]*>/g)].some(
    ([tag]) => tag.includes(`value="${value}"`) && tag.includes('checked'),
  )

it.each(locales)('AW-01 shows the household to be (%s)', (locale) => {
  const html = draw({}, locale)
  expect(html).toContain('Noé Exemple')
  expect(html).toContain('Zoé Exemple')
  expect(html).toContain('Québec')
  expect(html).not.toContain('rue de l’Exemple')
  for (const { totalCents } of household.payments) expect(html).toContain(formatMoney(totalCents, locale))
  expect(html).not.toContain('admission.')
})

it.each(locales)('AW-02 asks who is who (%s)', (locale) => {
  const question = { kind: 'person', key: 'applicant', name: 'Noé Exemple', known: [known] } as const
  const html = draw(
    { questions: [question], people: [{ person: noe!, known: [known] }], household: null },
    locale,
  )
  expect(html).toContain('Noé &lt;b&gt;')
  expect(html).toContain('F-9')
  expect(html).toContain('id="person.applicant.error"')
  expect(isChecked(html, 'p-1') || isChecked(html, 'new')).toBe(false)
  const programme = draw(
    { questions: [{ kind: 'programme', proposed: 'aimForEmployment' }], proposed: 'aimForEmployment' },
    locale,
  )
  expect(programme).toContain('id="programme.error"')
  expect(isChecked(programme, 'socialAssistance')).toBe(false)
})

it('AW-03 shows the account as chosen', () => {
  const people = [{ person: noe!, known: [{ ...known, how: 'account' as const }] }]
  expect(isChecked(draw({ people }), 'p-1')).toBe(true)
  expect(isChecked(draw({ people: [{ person: noe!, known: [known] }] }), 'p-1')).toBe(false)
  expect(isChecked(draw({ people, choices: { people: { applicant: 'new' } } }), 'new')).toBe(true)
})

it.each(locales)('AW-04 says what stands (%s)', (locale) => {
  const made = draw({ made: { fileNumber: '26-ABCD-EFGH', householdId: 'h' } }, locale)
  expect(made).toContain('26-ABCD-EFGH')
  expect(made).not.toContain('<form')
  for (const hindrance of ['spouseNotHeard', 'nameMissing', 'birthDateMissing'] as const) {
    const html = draw({ hindrance, household: null, people: [] }, locale)
    expect(html).not.toContain('<form')
    expect(html).not.toContain('admission.')
  }
  expect(draw({ problem: '23505' }, locale)).toContain('<form')
  expect(draw({ problem: '23505' }, locale)).not.toContain('23505')
})
