import { expect, test } from 'vitest'
import { wordsNeeded } from '@/domain/application/words'
import { elements, oursAlone } from './elements'

test('every element of the ministry’s form is asked, derived, or said not to be needed', () => {
  expect(elements).toHaveLength(343)
  // Two elements have a mandatory and an optional variant under one name: the identifier tells them apart, or the order.
  expect(new Set(elements.map(([element]) => element)).size).toBe(341)
  expect(elements.filter(([element]) => /(^|\.)send\w+Now$/.test(element))).toHaveLength(23)
})

test('every field it names is a field of ours', () => {
  const ours = wordsNeeded().fields
  const strange = elements.flatMap(([element, , got]) =>
    got.how === 'unneeded'
      ? []
      : got.fields.filter((field) => !ours.includes(field)).map((field) => `${element} → ${field}`),
  )
  expect(strange).toEqual([])
})

test('what is not needed, or is derived, says why in a sentence', () => {
  for (const [element, , got] of elements) {
    if (got.how === 'asked') expect(got.fields.length, element).toBeGreaterThan(0)
    else expect(got.because, element).toMatch(/^[A-Z].+\.$/)
  }
})

test('every field of ours answers the ministry’s form, or a need that is said', () => {
  const used = new Set(elements.flatMap(([, , got]) => (got.how === 'unneeded' ? [] : got.fields)))
  const alone = wordsNeeded().fields.filter((field) => !used.has(field) && !field.endsWith('.another'))
  expect(alone.sort()).toEqual(Object.keys(oursAlone).sort())
})
