import { describe, expect, test } from 'vitest'
import { contentOf } from '@/features/information/content'
import { termsOf } from '@/features/information/glossary'
import { documentsOf } from '@/features/information/search-documents'
import { searchSite, type Hit } from '@/features/information/site-search'
import { locales, type Locale } from '@/i18n/locale'
import { contentPages, findPlace, paths } from '@/i18n/paths'

/*
 * The search of the site, on its own pages. Numbered cases:
 *   SS-01 every page of words, every term, every other public page and every office is found by its title
 *   SS-02 whatever its accents and capitals, and with a slip; the beginning of a word is enough
 *   SS-03 everything found has an address of ours
 *   SS-04 an excerpt is of the page, short, with the words searched for apart
 *   SS-05 nothing, too much, signs, words of every page: each has its answer
 *   SS-06 the old names of the programme lead to its own
 */
function hitsFor(text: string, locale: Locale = 'fr'): readonly Hit[] {
  const search = searchSite(text, locale)
  return search.found === 'some' ? search.hits : []
}
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

describe.each(locales)('%s', (locale) => {
  const documents = documentsOf(locale)

  test('SS-01 everything is found by its title', () => {
    const kinds = new Set(documents.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['office', 'page', 'term'])
    expect(documents.length).toBeGreaterThan(contentPages.length + termsOf(locale).length + 150)
    for (const { title, href } of documents) {
      const hits = hitsFor(title, locale).map((hit) => hit.href)
      expect({ title, found: hits.includes(href) }).toEqual({ title, found: true })
    }
  })

  test('SS-01 a page of words is found by its title, first or after its like', () => {
    for (const page of contentPages) {
      const { title } = contentOf(page, locale)
      const place = hitsFor(title, locale).findIndex(({ href }) => href === paths.content(locale, page))
      expect({ page, place: place >= 0 && place < 5 }).toEqual({ page, place: true })
    }
  })

  test('SS-02 without accents, in capitals, with a slip', () => {
    for (const { title, href, kind } of documents) {
      if (kind !== 'office') continue
      for (const typed of [plain(title), title.toUpperCase()]) {
        const hits = hitsFor(typed, locale).map((hit) => hit.href)
        expect({ typed, found: hits.includes(href) }).toEqual({ typed, found: true })
      }
    }
  })

  test('SS-03 every address is one of ours, in this language', () => {
    for (const { href } of documents) {
      const [path = ''] = href.split(/[?#]/)
      expect(findPlace(path), href).toMatchObject({ locale })
    }
    expect(new Set(documents.map(({ href }) => href)).size).toBe(documents.length)
  })
})

test('SS-02 a slip, a plural, the beginning of a word', () => {
  const office = `${paths.officesIn('fr', 'estrie')}#office-098`
  for (const typed of ['sherbrooke', 'SHERBROOKE', 'sherbroke', 'sherb', 'bureau sherbrooke']) {
    expect(
      hitsFor(typed).map(({ href }) => href),
      typed,
    ).toContain(office)
  }
  const glossary = hitsFor('glossaires').map(({ href }) => href)
  expect(glossary).toContain(paths.content('fr', 'glossary'))
  expect(hitsFor('st-jerome').length).toBeGreaterThan(0)
})

test('SS-04 an excerpt has the words apart, and is short', () => {
  const [hit] = hitsFor('sherbrooke')
  const marked = hit!.excerpt.filter(({ found }) => found).map(({ text }) => text)
  expect(marked).toContain('Sherbrooke')
  for (const typed of ['bureau', 'aide', 'reçu', 'téléphone', 'déclaration']) {
    for (const { excerpt } of hitsFor(typed)) {
      const text = excerpt.map((piece) => piece.text).join('')
      expect(text.length).toBeLessThan(400)
      expect(text).not.toMatch(/undefined|\[object/)
      for (const { text: word, found } of excerpt) if (found) expect(plain(word)).toMatch(/^\p{L}/u)
    }
  }
})

describe('SS-05 whatever else is typed', () => {
  test.each(['', ' ', '\u0000\u0007', '\u202E'])('%j asks nothing', (typed) => {
    expect(searchSite(typed, 'fr')).toEqual({ typed: '', found: 'notAsked' })
  })
  test.each(['xyzzyx', '<script>xyzzyx</script>xq', 'de la', '東京', '😀', 'constructor', 'toString', '%%%'])(
    '%s finds nothing',
    (typed) => expect(searchSite(typed, 'fr').found).toBe('nothing'),
  )
  // Near enough to a word of the pages to find some: what counts is that it is read as a word.
  test('__proto__ is a word like any other', () => {
    expect(searchSite('__proto__', 'fr').found).toMatch(/^(some|nothing)$/)
  })
  test('10,000 characters are too many, and are not repeated', () => {
    for (const typed of ['a', 'é', 'aide ', '😀'].map((one) => one.repeat(10_000))) {
      const search = searchSite(typed, 'fr')
      expect(search.found).toBe('tooLong')
      expect(search.typed.length).toBeLessThanOrEqual(200)
    }
    expect(searchSite('aide '.repeat(39), 'fr').found).toBe('some')
  })
})

test('SS-06 the old names lead to the new one', () => {
  for (const typed of ['BS', 'bien-être social', 'Bien être']) {
    expect(searchSite(typed, 'fr'), typed).toEqual({ ...searchSite('aide sociale', 'fr'), typed })
  }
  expect(searchSite('welfare', 'en')).toEqual({ ...searchSite('social assistance', 'en'), typed: 'welfare' })
})
