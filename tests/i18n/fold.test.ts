import { expect, test } from 'vitest'
import { fold, foldWord, wordsOf } from '@/i18n/fold'

test('F-01 letters lose their accents, capitals and ligatures, however they were written', () => {
  expect(fold('ÉCOLE Belœil Æ ÇA')).toBe('ecole beloeil ae ca')
  expect(fold('Montre\u0301al')).toBe('montreal')
})

test('F-02 what begins the names of municipalities is written in full', () => {
  expect(['St', 'STE', 'Saint', 'stone'].map(foldWord)).toEqual(['saint', 'sainte', 'saint', 'stone'])
})

test('F-03 a word that objects know of themselves is a word', () => {
  for (const word of ['constructor', 'toString', '__proto__']) expect(foldWord(word)).toBe(word.toLowerCase())
})

test('F-04 words are what stands between signs', () => {
  expect(wordsOf(' Val-d’Or, l’an 2026 (été)… ')).toEqual(['Val', 'd', 'Or', 'l', 'an', '2026', 'été'])
  expect(wordsOf('—')).toEqual([])
})
