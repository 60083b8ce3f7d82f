import { describe, expect, test } from 'vitest'
import { benefitNames } from '@/domain/application/benefits'
import { documentKinds } from '@/domain/application/document-kinds'
import { documentReasons, documentsOf } from '@/domain/application/documents'
import { day } from '@/domain/calendar'
import { fileProblems } from '@/server/file-rules'
import { documentTitle } from '@/i18n/papers'
import { locales } from '@/i18n/locale'
import { messages } from '@/i18n/messages'

const papers = Object.values(documentKinds)
const codes = {
  kind: Object.keys(documentKinds),
  why: documentReasons,
  accepted: papers.flatMap(({ accepted }) => accepted),
  substitute: papers.flatMap(({ substitutes }) => substitutes),
  problem: fileProblems,
}

describe.each(locales)('the words of documents: %s', (locale) => {
  test.each(Object.entries(codes))(
    'DW-01 each %s has its sentence, and no sentence is left over',
    (name, wanted) => {
      const said = Object.keys(messages[locale].documents[name as keyof typeof codes])
      expect(said.sort()).toEqual([...new Set(wanted)].sort())
    },
  )

  test('DW-03 each benefit has a name', () => {
    expect(Object.keys(messages[locale].documents.about)).toEqual(expect.arrayContaining([...benefitNames]))
  })

  test('DW-02 a benefit and a need are named in words, an employer as it was typed', () => {
    const draft = {
      urgent: 'none',
      work: 'now',
      'jobs.0.employer': 'Dépanneur <Ali>',
      'jobs.0.jobKind': 'employee',
      income: benefitNames.join(' '),
      ...Object.fromEntries(benefitNames.map((name) => [`${name}Amount`, '100'])),
      needs: 'glasses moving',
      owned: 'retirement',
      health: 'severe',
      deposit: 'yes',
      reason: 'situation',
      helper: 'represented',
    }
    const titles = documentsOf(draft, day('2026-11-27')).map((one) => documentTitle(one, locale))
    expect(titles.length).toBeGreaterThan(3)
    for (const title of titles) expect(title).not.toMatch(/about\.|kind\.|documents\./)
  })
})
