import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { messages } from '@/i18n/messages'
import { flatten, readMessage } from './icu'
import { english, faults, french } from './typography'

const NBSP = '\u00A0'
const folder = (locale: string) => new URL(`../../src/i18n/${locale}/`, import.meta.url)
const filesOf = (locale: string) =>
  readdirSync(folder(locale))
    .filter((file) => file.endsWith('.json'))
    .sort()
const read = (locale: string, file: string) =>
  flatten(JSON.parse(readFileSync(new URL(file, folder(locale)), 'utf8')) as object)

/** Whole sentences only: a label or a title has no end mark and is not one. */
const sentences = (text: string) =>
  text
    .replace(/<\/?\w+>/g, '')
    .split(/(?<=[.?!…])\s+/)
    .filter((sentence) => /[.?!…]$/.test(sentence))
const words = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\d{]/u.test(word)).length

describe('T-01 both languages are whole', () => {
  it('has the same files in both, and loads every one', () => {
    expect(filesOf('en')).toEqual(filesOf('fr'))
    expect(
      Object.keys(messages.fr)
        .map((name) => `${name}.json`)
        .sort(),
    ).toEqual(filesOf('fr'))
  })

  it.each(filesOf('fr'))('%s has the same keys, in the same order, and the same arguments', (file) => {
    const [fr, en] = [read('fr', file), read('en', file)]
    expect([...en.keys()]).toEqual([...fr.keys()])
    for (const [key, text] of fr) {
      expect({ key, names: readMessage(en.get(key)!).names }).toEqual({ key, names: readMessage(text).names })
    }
  })

  it.each([...filesOf('fr').map((file) => ['fr', file]), ...filesOf('en').map((file) => ['en', file])])(
    '%s/%s has no empty sentence and no space at an end',
    (locale, file) => {
      for (const [key, text] of read(locale!, file!))
        expect({ key, text }).toEqual({ key, text: text.trim() || key })
    },
  )
})

describe('T-02 typography', () => {
  it.each(filesOf('fr'))('fr/%s follows the usage of Québec', (file) => {
    for (const [key, text] of read('fr', file)) {
      for (const reading of readMessage(text).texts) {
        expect({ key, reading, faults: faults(reading, french) }).toEqual({ key, reading, faults: [] })
      }
    }
  })

  it.each(filesOf('en'))('en/%s follows Canadian English usage', (file) => {
    for (const [key, text] of read('en', file)) {
      for (const reading of readMessage(text).texts) {
        expect({ key, reading, faults: faults(reading, english) }).toEqual({ key, reading, faults: [] })
      }
    }
  })

  it('sees each fault it looks for', () => {
    const wrong = ["l'aide", 'Ici: là', 'Qui ?', '«là»', `« ${NBSP}là »`, '12 $', '8 h', '1 234', 'Oui...']
    for (const text of wrong)
      expect({ text, count: faults(text, french).length }).not.toEqual({ text, count: 0 })
    const fine = [
      `Ici${NBSP}: là`,
      'Qui?',
      `«${NBSP}là${NBSP}»`,
      `1${NBSP}234,56${NBSP}$`,
      `8${NBSP}h${NBSP}30`,
    ]
    for (const text of fine) expect({ text, faults: faults(text, french) }).toEqual({ text, faults: [] })
    for (const text of ["it's", 'Here : there', '12 $', '3:30 p.m.']) {
      expect({ text, count: faults(text, english).length }).not.toEqual({ text, count: 0 })
    }
  })
})

describe('T-03 sentences people can read', () => {
  it.each(filesOf('fr'))('fr/%s keeps to 15 words a sentence on average, and none goes past 30', (file) => {
    const lengths: number[] = []
    for (const [key, text] of read('fr', file)) {
      for (const sentence of sentences(readMessage(text).texts.at(-1)!)) {
        expect({ key, sentence, long: words(sentence) > 30 }).toEqual({ key, sentence, long: false })
        lengths.push(words(sentence))
      }
    }
    const average = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1)
    expect(average).toBeLessThanOrEqual(15)
  })
})

describe('T-04 the reader of messages', () => {
  it('finds arguments, branches and tags', () => {
    expect(readMessage('{count, plural, one {# reçu} other {# reçus de {name}}}, <b>voir</b>')).toEqual({
      names: ['<b>', 'count, plural', 'name'],
      texts: ['# reçu, <b>voir</b>', '# reçus de {name}, <b>voir</b>'],
    })
  })

  it.each(['{count', 'a}', '{, plural}', '{n, plural, one {x}'])('refuses %s', (source) => {
    expect(() => readMessage(source)).toThrow()
  })
})
