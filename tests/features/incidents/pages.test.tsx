import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { day, instant } from '@/domain/calendar'
import { incidentFields, missingThings, type Incident } from '@/domain/privacy/incident'
import type { Entry } from '@/features/incidents/entries'
import { emptyFields, fieldsOf } from '@/features/incidents/fields'
import { IncidentsView } from '@/features/incidents/IncidentsView'
import { IncidentView } from '@/features/incidents/IncidentView'
import { NewIncidentView } from '@/features/incidents/NewIncidentView'
import { errorsOf } from '@/features/incidents/problems'
import { incidentNotes } from '@/features/incidents/schema'
import { missingWords } from '@/features/incidents/words'
import { locales } from '@/i18n/locale'

/*
 * The pages of the register, drawn as HTML. Numbered cases:
 *   IW-01 the list says what each entry misses, in words; whoever may not record has no button for it
 *   IW-02 the form has every field, and says that nobody is named
 *   IW-03 what is wrong is told on top and at its field, what was typed is there; every problem has its words
 *   IW-04 an entry says what is missing, until when it is kept, who saved it; older versions are behind a summary
 *   IW-05 whoever may not record has no form; text stays text
 */
const at = instant('2026-11-10T15:00:00.000Z')
const nothing: Incident = {
  ...{ information: '', whyNotDescribed: '', circumstances: 'Une <b>lettre</b>', occurredFrom: null },
  ...{
    occurredUntil: null,
    occurredWords: '',
    awareFrom: day('2026-11-06'),
    awareUntil: null,
    persons: null,
  },
  ...{
    approximate: false,
    sensitivity: '',
    fearedUse: '',
    likelihood: '',
    serious: true,
    commissionTold: null,
  },
  ...{ personsTold: null, whyNotTold: '', publicNotice: true, publicNoticeWhy: '', measures: '' },
}
const entry = (version: number, incident = nothing): Entry => ({
  ...{ incidentId: 'i', version, recordedAt: at, recordedBy: 'Marc Cadre', incident },
})
const form = { fields: fieldsOf(nothing), problems: [], isDraft: false }

describe('the register', () => {
  it.each(locales)('IW-01 says what is missing (%s)', (locale) => {
    const list = (mayRecord: boolean) =>
      renderToStaticMarkup(<IncidentsView locale={locale} entries={[entry(1)]} mayRecord={mayRecord} />)
    const words = missingWords(nothing, locale)
    expect(words).toHaveLength(missingThings.length - 2)
    for (const one of words) expect(list(true)).toContain(one)
    expect(list(true)).toContain('Une &lt;b&gt;lettre')
    const [with_, without] = [list(true), list(false)]
    const link = locale === 'fr' ? '/fr/bureau/incidents/nouveau' : '/en/office/incidents/new'
    expect(with_).toContain(link)
    expect(without).not.toContain(link)
    expect(without).toContain('/api/incidents/export')
    expect(with_).not.toContain('incidents.')
  })

  it.each(locales)('IW-02 the form has every field (%s)', (locale) => {
    const html = renderToStaticMarkup(
      <NewIncidentView locale={locale} form={{ ...form, fields: emptyFields }} formKey="k" />,
    )
    for (const field of incidentFields) expect(html, field).toContain(`id="${field}"`)
    expect(html).toContain(locale === 'fr' ? 'Ne nommez personne' : 'Name nobody')
    expect(html).not.toContain('incidents.')
  })

  it.each(locales)('IW-03 tells what is wrong, in words (%s)', (locale) => {
    const problems = [
      { field: 'circumstances', problem: 'words.required' },
      { field: 'awareFrom', problem: 'date.dayMissing' },
      { field: 'persons', problem: 'persons.format' },
    ] as const
    const fields = { ...emptyFields, 'awareFrom.month': '11', persons: '<i>' }
    const html = renderToStaticMarkup(
      <NewIncidentView locale={locale} form={{ fields, problems, isDraft: true }} formKey="k" />,
    )
    for (const { field } of problems) {
      expect(html).toContain(`href="#${field}"`)
      expect(html).toContain(`id="${field}.error"`)
    }
    expect(html).toContain('value="&lt;i&gt;"')
    expect(html).toContain('value="discard"')
    const dates = [
      ...['required', 'dayMissing', 'monthMissing', 'yearMissing', 'digits', 'year', 'impossible'],
      ...['tooEarly', 'tooLate', 'endsBefore', 'noStart', 'knownBefore', 'toldBefore'],
    ]
    const every = [...dates.map((name) => `date.${name}`), 'words.tooLong']
    for (const problem of every)
      expect(errorsOf([{ field: 'personsTold', problem }], locale)[0]!.text, problem).not.toContain('error.')
  })
})

describe('an entry', () => {
  it.each(locales)('IW-04 says what is missing, who saved it, and what it said (%s)', (locale) => {
    const whole = { now: at, latest: entry(2), older: [entry(1)], form }
    const html = renderToStaticMarkup(
      <IncidentView locale={locale} page={whole} note={undefined} formKey="k" />,
    )
    for (const one of missingWords(nothing, locale)) expect(html).toContain(one)
    expect(html).toContain('2031')
    expect(html).toContain('Marc Cadre')
    expect(html).toMatch(/<details(?! open)/)
    expect(html).toContain('/api/incidents/i/versions')
    expect(html).toContain('name="version" value="2"')
    for (const note of incidentNotes)
      expect(
        renderToStaticMarkup(<IncidentView locale={locale} page={whole} note={note} formKey="k" />),
      ).not.toContain('told.')
  })

  it('IW-05 is read without a form, and text stays text', () => {
    const page = { now: at, latest: entry(1), older: [], form: null }
    const html = renderToStaticMarkup(<IncidentView locale="fr" page={page} note={undefined} formKey="k" />)
    expect(html).not.toContain('<form')
    expect(html).not.toContain('<details')
    expect(html).toContain('Une &lt;b&gt;lettre')
  })
})
