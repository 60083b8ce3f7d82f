import { expect, test } from 'vitest'
import { isOffered, officeKinds } from '@/domain/offices/office'
import { contactCentrePhone, displayPhone, isPhone, numberToCall } from '@/domain/offices/phone'
import { candidatesFor, isPostalArea, isPostalCode, postalAreaOf } from '@/domain/offices/postal-code'

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
