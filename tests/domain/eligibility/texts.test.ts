import { describe, expect, it } from 'vitest'
import { programmes } from '@/domain/benefit/situation'
import { questionCodes, reasonCodes } from '@/domain/eligibility/codes'
import { constraintWordings, programmeWordings } from '@/domain/eligibility/labels'
import { grounds, questionSources } from '@/domain/eligibility/reasons'
import { sourceIds } from '@/domain/rates/sources'
import { confidences } from '@/domain/rates/table'
import en from '@/i18n/en/eligibility.json'
import fr from '@/i18n/fr/eligibility.json'

const constraints = ['none', 'temporary', 'severe']
const languages = [
  ['fr', fr],
  ['en', en],
] as const

describe.each(languages)('the texts of eligibility, %s', (_locale, texts) => {
  it.each([
    ['E-660 reasons', reasonCodes, texts.reason],
    ['E-661 questions', questionCodes, texts.question],
    ['E-662 wordings of a constraint', constraintWordings, texts.label.constraint],
    [
      'E-663 constraints, of employment',
      [...constraints, 'temporaryAllowance'],
      texts.label.constraint.employment,
    ],
    ['E-664 constraints, of health', [...constraints, 'temporaryAllowance'], texts.label.constraint.health],
    ['E-665 wordings of the programmes', programmeWordings, texts.label.programme],
    ['E-666 programmes, when two', programmes, texts.label.programme.two],
    ['E-667 programmes, when one', programmes, texts.label.programme.one],
  ])('%s: a text for each, none left over', (_name, codes, messages) => {
    expect(Object.keys(messages).sort()).toEqual([...codes].sort())
  })

  it('E-668 every question is one, or says to call', () => {
    for (const text of Object.values(texts.question)) expect(text).toMatch(/\?|Appelez|appelez|[Cc]all /)
  })

  it('E-669 no two reasons say the same', () => {
    expect(new Set(Object.values(texts.reason)).size).toBe(reasonCodes.length)
  })
})

describe('the grounds of each code', () => {
  it('E-670 name a source, and how sure it is', () => {
    for (const code of reasonCodes) {
      expect(sourceIds).toContain(grounds[code].source)
      expect(confidences).toContain(grounds[code].confidence)
    }
    for (const code of questionCodes) expect(sourceIds).toContain(questionSources[code])
  })

  it('E-671 what was read nowhere is never called confirmed', () => {
    for (const { source, confidence } of Object.values(grounds)) {
      if (source === 'generalKnowledge' || source === 'act2024') expect(confidence).not.toBe('confirmed')
    }
    // The article is known, not re-read.
    expect(grounds.fullTimeStudies.confidence).toBe('uncertain')
  })
})
