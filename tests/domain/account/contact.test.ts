import { describe, expect, it } from 'vitest'
import { maskEmail, maskPhone, readEmail, readMobile } from '@/domain/account/contact'

/*
 * Numbered cases, before the code:
 *   AC-01 an address is kept as typed, without the spaces around it; nothing is a value
 *   AC-02 what mail could never reach is refused
 *   AC-03 a number is welcome however it is spaced, and kept one way
 *   AC-04 what is no Canadian number is refused
 *   AC-05 an address is shown in part, and never whole
 */
describe('how to reach someone', () => {
  it.each([
    ['  ana@exemple.com ', 'ana@exemple.com'],
    ['ana.o’neil+quinze@sous.domaine.qc.ca', 'ana.o’neil+quinze@sous.domaine.qc.ca'],
    ['été@québec.ca', 'été@québec.ca'],
    ['', null],
    ['   ', null],
  ])('AC-01 %j', (typed, value) => expect(readEmail(typed)).toEqual({ value }))

  it.each([
    'ana',
    'ana@',
    '@exemple.com',
    'ana@exemple',
    'ana@exemple..com',
    'ana@exemple.com.',
    'ana ana@exemple.com',
    'ana@exemple.com, luc@exemple.com',
    'ana@exemple.com\nBcc: luc@exemple.com',
    '<ana@exemple.com>',
    '.ana@exemple.com',
    'ana.@exemple.com',
    'ana\0@exemple.com',
  ])('AC-02 %j', (typed) => expect(readEmail(typed)).toEqual({ problem: 'format' }))
  it('AC-02 one longer than mail can carry', () =>
    expect(readEmail(`a@${'b'.repeat(250)}.com`)).toEqual({ problem: 'tooLong' }))

  it.each([
    ['819 555-0123', '+18195550123'],
    ['(819) 555.0123', '+18195550123'],
    ['+1 819 555 0123', '+18195550123'],
    ['18195550123', '+18195550123'],
    ['８１９５５５０１２３', '+18195550123'],
    ['', null],
  ])('AC-03 %j', (typed, value) => expect(readMobile(typed)).toEqual({ value }))

  it.each(['555-0123', '0195550123', '819555012', '81955501234', '+33 6 12 34 56 78', 'huit un neuf'])(
    'AC-04 %j',
    (typed) => expect(readMobile(typed)).toEqual({ problem: 'format' }),
  )

  it('AC-05 shown in part', () => {
    expect(maskEmail('renee@exemple.com')).toBe('r…e@exemple.com')
    expect(maskEmail('ab@exemple.com')).toBe('…@exemple.com')
    expect(maskPhone('+18195550123')).toBe('…23')
  })
})
