import { expect, test } from 'vitest'
import { isOffered, officeKinds, type Office } from '@/domain/offices/office'
import { contactCentrePhone, displayPhone, isPhone, numberToCall } from '@/domain/offices/phone'
import { byDistance, kilometresBetween, pointOf, roundedKilometres } from '@/domain/offices/distance'
import {
  candidatesFor,
  isPostalArea,
  isPostalCode,
  otherProvinceOf,
  postalAreaOf,
} from '@/domain/offices/postal-code'

test('O-01 offices and service points are offered; the contact centre and former centres never', () => {
  expect(officeKinds.filter((kind) => isOffered({ kind }))).toEqual(['office', 'servicePoint'])
})

test('O-02 a number is kept as +1 and ten digits', () => {
  for (const right of ['+18194758431', '+18777678773']) expect(isPhone(right)).toBe(true)
  for (const wrong of [
    '819 475-8431',
    '8194758431',
    '+1819475843',
    '+181947584311',
    '+10194758431',
    '+33123456789',
  ])
    expect(isPhone(wrong), wrong).toBe(false)
})

test('O-03 a number is shown as people write it, a toll-free one with its 1', () => {
  expect(displayPhone('+18194758431')).toBe('819 475-8431')
  expect(displayPhone(contactCentrePhone)).toBe('1 877 767-8773')
  expect(displayPhone('+18665550100')).toBe('1 866 555-0100')
})

test('O-04 the number to call: the office’s own, then its toll-free one, then the contact centre, said as such', () => {
  const [phone, tollFree] = ['+18194758431', '+18665550100']
  expect(numberToCall({ phone, tollFree })).toEqual({ phone, reaches: 'office' })
  expect(numberToCall({ phone: null, tollFree })).toEqual({ phone: tollFree, reaches: 'office' })
  const centre = { phone: '+18777678773', reaches: 'contactCentre' }
  expect(numberToCall({ phone: null, tollFree: null })).toEqual(centre)
  // An outlet of the contact centre has its number as its own: it still is the contact centre's.
  expect(numberToCall({ phone: null, tollFree: contactCentrePhone })).toEqual(centre)
})

test('O-05 postal codes and areas of Québec', () => {
  for (const right of ['G1R', 'H0M', 'J9Z']) expect(isPostalArea(right), right).toBe(true)
  for (const wrong of ['K1A', 'G1D', 'g1r', 'GRR', 'G1R 4S9', ''])
    expect(isPostalArea(wrong), wrong).toBe(false)
  expect(isPostalCode('J2B 1G3')).toBe(true)
  for (const wrong of ['J2B1G3', 'j2b 1g3', 'J2B 1O3', 'M5V 2T6'])
    expect(isPostalCode(wrong), wrong).toBe(false)
})

test('O-06 the area of a code, however people type it', () => {
  for (const typed of ['J2B 1G3', 'j2b1g3', ' j2b-1g3 ', 'J2B', 'j 2 b'])
    expect(postalAreaOf(typed)).toBe('J2B')
  // A letter O or I where a digit stands, in a whole code; three letters may be the beginning of a name.
  for (const typed of ['GOA ISO', 'g0a 1so', 'G0A1S0']) expect(postalAreaOf(typed)).toBe('G0A')
  expect(postalAreaOf('JOL')).toBeNull()
  for (const typed of ['', 'J2', 'J2B 1', 'K1A 0B1', 'J2B 1G3 4', '12345'])
    expect(postalAreaOf(typed)).toBeNull()
})

test('O-07 an area has its offices in order, without any that is never offered', () => {
  const offices = [
    { code: '001', kind: 'office' },
    { code: '067-1', kind: 'servicePoint' },
    { code: 'H-OLD', kind: 'former' },
  ] as const
  const areas = [
    { fsa: 'G1R', offices: ['067-1', 'H-OLD', '001', '404'] },
    { fsa: 'H2X', offices: ['001'] },
  ]
  const codes = (area: string) => candidatesFor(area, areas, offices).map(({ code }) => code)
  expect(codes('G1R')).toEqual(['067-1', '001'])
  expect(codes('H2X')).toEqual(['001'])
  expect(codes('J9Z')).toEqual([])
})

test('O-08 a code of elsewhere in Canada is told its province; nonsense has none', () => {
  const known = { K1A: 'ON', 'M5V 2T6': 'ON', v6b1a1: 'BC', 'A1A 1A1': 'NL', X0A: 'NTNU', 'Y1A 2C6': 'YT' }
  for (const [typed, province] of Object.entries(known)) expect(otherProvinceOf(typed), typed).toBe(province)
  for (const typed of [
    '',
    'G1R',
    'D1A',
    'W1A 1A1',
    'Z9Z 9Z9',
    'K1D',
    'K1A 0',
    '12345',
    'K1A 0B1 2',
    'Ontario',
  ])
    expect(otherProvinceOf(typed), typed).toBeNull()
})

test('O-09 distances, as the crow flies, said no closer than they are known', () => {
  const quebec = { latitude: 46.8139, longitude: -71.208 }
  const montreal = { latitude: 45.5019, longitude: -73.5674 }
  expect(kilometresBetween(quebec, montreal)).toBeCloseTo(233, 0)
  expect(kilometresBetween(quebec, quebec)).toBe(0)
  expect(kilometresBetween(montreal, quebec)).toBe(kilometresBetween(quebec, montreal))
  const said = { 0: 2, 1.4: 2, 2.4: 2, 4.6: 5, 9.4: 9, 12.4: 10, 13: 15, 97.5: 100, 233: 230 }
  for (const [kilometres, rounded] of Object.entries(said))
    expect(roundedKilometres(Number(kilometres)), kilometres).toBe(rounded)
})

test('O-10 offices by distance, nearest first; one whose place is unknown is left out', () => {
  const at = (code: string, latitude: number | null, longitude: number | null) =>
    ({ code, latitude, longitude }) as Office
  const offices = [at('far', 48.4, -68.5), at('unknown', null, null), at('near', 46.9, -71.3)]
  const from = pointOf({ latitude: 46.8, longitude: -71.2 })!
  expect(byDistance(from, offices).map(({ office }) => office.code)).toEqual(['near', 'far'])
  expect(pointOf({ latitude: 46.8, longitude: null })).toBeNull()
})
