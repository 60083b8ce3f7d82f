import { describe, expect, it } from 'vitest'
import type { CanadianStatus, CaseAdult } from '@/domain/estimate/case'
import { canadianStatuses } from '@/domain/estimate/case'
import { caseAdult, caseChild } from '../estimate/build'
import { alone, applicant, couple, glance } from './build'

const byStatus: { readonly [status in CanadianStatus]: string } = {
  citizen: 'eligible',
  permanentResident: 'eligible',
  protectedPerson: 'eligible',
  refugeeClaimant: 'eligible',
  refusedClaimantAllowedToStay: 'eligible',
  humanitarianWithQuebecCertificate: 'ineligible humanitarianNeedsSpouse',
  claimNotHeard: 'ineligible claimNotHeard',
  temporaryResident: 'ineligible temporaryResident',
  none: 'ineligible noStatus',
}

describe('the status in Canada', () => {
  it.each(canadianStatuses.map((status, index) => [index + 200, status] as const))(
    'E-%d an adult alone: %s',
    (_number, status) => {
      expect(glance(alone({ status }))).toBe(byStatus[status])
    },
  )

  it.each([
    ['E-210', 'citizen', 'eligible'],
    ['E-211', 'permanentResident', 'eligible'],
    ['E-212', 'protectedPerson', 'eligible'],
    ['E-213', 'refugeeClaimant', 'incomplete humanitarianNeedsSpouse otherAdultRefused?'],
    ['E-214', 'refusedClaimantAllowedToStay', 'incomplete humanitarianNeedsSpouse otherAdultRefused?'],
    ['E-215', 'humanitarianWithQuebecCertificate', 'ineligible humanitarianNeedsSpouse'],
    ['E-216', 'none', 'ineligible noStatus humanitarianNeedsSpouse'],
    ['E-217', null, 'incomplete status?'],
  ] as const)('%s permission on humanitarian grounds, beside a spouse: %s', (_name, status, answer) => {
    expect(glance(couple({ status: 'humanitarianWithQuebecCertificate' }, { status }))).toBe(answer)
  })

  it('E-218 not said: it is asked', () => {
    expect(glance(alone({ status: null }))).toBe('incomplete status?')
  })
})

describe('one adult', () => {
  it.each<[string, Partial<CaseAdult>, string]>([
    ['E-220 lives elsewhere', { livesInQuebec: false }, 'ineligible notResident'],
    ['E-221 it is not known where they live', { livesInQuebec: null }, 'incomplete livesInQuebec?'],
    ['E-222 18', { age: 18, emancipated: false }, 'eligible'],
    ['E-223 17, not emancipated', { age: 17, emancipated: false }, 'ineligible minorNotEmancipated'],
    ['E-224 17, emancipated', { age: 17, emancipated: true }, 'eligible'],
    ['E-225 17, not said', { age: 17, emancipated: null }, 'incomplete emancipated?'],
    ['E-226 64', { age: 64 }, 'eligible'],
    ['E-227 65: the pension comes first', { age: 65 }, 'eligible oldAgeSecurityFirst'],
    ['E-228 studies full time', { student: true }, 'ineligible fullTimeStudies'],
    ['E-229 studies not said', { student: null }, 'incomplete student?'],
    ['E-230 in custody', { inCustody: true }, 'ineligible inCustody'],
    ['E-231 in a religious community', { inReligiousCommunity: true }, 'ineligible religiousCommunity'],
  ])('%s', (_name, overrides, answer) => {
    expect(glance(alone(overrides))).toBe(answer)
  })

  it('E-232 a minor who is the parent of a dependent child needs no emancipation', () => {
    const adults = [caseAdult({ age: 17, emancipated: null })]
    expect(glance(applicant({ adults, children: [caseChild({ age: 0 })] }))).toBe('eligible')
    const away = caseChild({ age: 0, custodyPercent: 39 })
    expect(glance(applicant({ adults, children: [away] }))).toBe('incomplete emancipated?')
  })

  it('E-233 every reason is given, never only the first', () => {
    const all = alone({
      livesInQuebec: false,
      status: 'none',
      age: 17,
      emancipated: false,
      student: true,
      inCustody: true,
      inReligiousCommunity: true,
    })
    expect(glance(all)).toBe(
      'ineligible notResident noStatus minorNotEmancipated fullTimeStudies inCustody religiousCommunity',
    )
  })

  it('E-234 a refusal settles what is not known', () => {
    expect(glance(alone({ inCustody: true, status: null, student: null }))).toBe('ineligible inCustody')
  })

  it('E-235 all that is missing is asked at once', () => {
    expect(glance(alone({ livesInQuebec: null, status: null, student: null }))).toBe(
      'incomplete livesInQuebec? status? student?',
    )
  })
})

describe('two adults', () => {
  it('E-240 one studies: the other has the amounts of a student’s spouse', () => {
    expect(glance(couple({ student: true }))).toBe('eligible spouseIsStudent')
  })

  it('E-241 both study', () => {
    expect(glance(couple({ student: true }, { student: true }))).toBe('ineligible fullTimeStudies')
  })

  it('E-242 one studies, of the other it is not known', () => {
    expect(glance(couple({ student: true }, { student: null }))).toBe('incomplete spouseIsStudent student?')
  })

  it('E-243 what is not known of a student is still asked', () => {
    expect(glance(couple({ student: true, status: null }))).toBe('incomplete spouseIsStudent status?')
  })

  it('E-244 one is refused otherwise: the reason is told, the office is to be called', () => {
    expect(glance(couple({ inCustody: true }))).toBe('incomplete inCustody otherAdultRefused?')
  })

  it('E-245 a student refused otherwise too has no spouse of a student', () => {
    expect(glance(couple({ inCustody: true, student: true }))).toBe('incomplete inCustody otherAdultRefused?')
  })

  it('E-246 both refused, each for their own reason', () => {
    expect(glance(couple({ inCustody: true }, { status: 'none' }))).toBe('ineligible noStatus inCustody')
    expect(glance(couple({ inCustody: true }, { student: true }))).toBe(
      'ineligible fullTimeStudies inCustody',
    )
  })

  it('E-247 no adult is a defect of the caller', () => {
    expect(() => glance(applicant({ adults: [] }))).toThrow(RangeError)
  })
})
