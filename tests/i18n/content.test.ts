import { readdirSync } from 'node:fs'
import type { Heading, Parent } from 'mdast'
import { describe, expect, test } from 'vitest'
import { contentOf, readContent } from '@/features/information/content'
import { linkTerms, takesLinks, termOf, termsOf } from '@/features/information/glossary'
import { hrefOf } from '@/features/information/Prose'
import { locales, type Locale } from '@/i18n/locale'
import { contentPages, paths, type ContentPage } from '@/i18n/paths'
import { english, faults, french } from './typography'
import { blocksOf, bonesOf, countWords, sentencesOf, unexplained } from './reading'

/*
 * Numbered cases. Every page of words can be read by most people, in both languages:
 *   W-01 both languages exist, and no file is of no page
 *   W-02 both say the same: titles, paragraphs, lists, links and computed parts, in the same order
 *   W-03 15 words a sentence on average at most, and none past 25
 *   W-04 no acronym before its full name
 *   W-05 typography of Québec, and of Canadian English
 *   W-06 every link leads somewhere, to an anchor that is there
 *   W-07 headings go down one step at a time, from 2
 *   W-08 the first use of a term of the glossary leads to it
 */
const pages = contentPages.flatMap((page) => locales.map((locale) => [page, locale] as const))
const rulesOf = { fr: french, en: english }

const textOf = (page: ContentPage, locale: Locale): string =>
  blocksOf(contentOf(page, locale).tree)
    .map(({ text }) => text)
    .join('\n')

/** The words that may lead to the glossary: neither titles, nor links, nor summaries. */
const linkableOf = (tree: Parent): string =>
  tree.children
    .map((node) => {
      if (node.type === 'text') return node.value
      return `\n${'children' in node && takesLinks(node) ? linkableOf(node as Parent) : ''}`
    })
    .join('')

const wholeWords = (form: string, flags: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\d])${form.replace(/[()./]/g, '\\$&').replace(/\s+/g, '\\s+')}(?![\\p{L}\\d])`,
    flags,
  )

const headingsOf = (tree: Parent): Heading[] =>
  tree.children.flatMap((node) =>
    node.type === 'heading' ? [node] : 'children' in node ? headingsOf(node as Parent) : [],
  )

const linksOf = (tree: Parent): string[] =>
  tree.children.flatMap((node) => [
    ...(node.type === 'link' ? [node.url] : []),
    ...('children' in node ? linksOf(node as Parent) : []),
  ])

test('W-01 every page has its two files, and no file is of no page', () => {
  const folder = new URL('../../src/features/information/content/', import.meta.url)
  const expected = pages.map(([page, locale]) => `${page}.${locale}.md`)
  expect(readdirSync(folder).sort()).toEqual(expected.sort())
})

describe('W-02 both languages say the same', () => {
  const plain = contentPages.filter((page) => page !== 'glossary')
  test.each(plain)('%s', (page) => {
    const [fr, en] = [contentOf(page, 'fr'), contentOf(page, 'en')]
    expect(bonesOf(en.tree)).toEqual(bonesOf(fr.tree))
    expect([en.verified, en.call, en.sources.length]).toEqual([fr.verified, fr.call, fr.sources.length])
  })

  // Each language has its own alphabet of terms: they are compared term by term.
  test('glossary', () => {
    const bones = (locale: Locale) => {
      const entries = new Map<string, string[]>([['', []]])
      let term = ''
      for (const node of contentOf('glossary', locale).tree.children) {
        if (node.type === 'heading') term = termOf(node)?.id ?? ''
        entries.set(term, [
          ...(entries.get(term) ?? []),
          ...bonesOf({ type: 'root', children: [node] } as Parent),
        ])
      }
      return [...entries].sort(([one], [other]) => one.localeCompare(other))
    }
    expect(bones('en')).toEqual(bones('fr'))
  })
})

describe('W-03 sentences people can read', () => {
  test.each(pages)('%s %s', (page, locale) => {
    const lengths = blocksOf(contentOf(page, locale).tree)
      .filter(({ kind }) => kind === 'paragraph')
      .flatMap(({ text }) => sentencesOf(text))
      .map((sentence) => ({ sentence, words: countWords(sentence) }))
    expect(lengths.filter(({ words }) => words > 25)).toEqual([])
    const average = lengths.reduce((sum, { words }) => sum + words, 0) / lengths.length
    expect(average).toBeLessThanOrEqual(15)
  })
})

describe('W-04 acronyms', () => {
  // Read as words, or known by everyone under that name alone.
  const known = ['PDF', 'SOS', 'II', 'III', 'IV']
  test.each(pages)('%s %s', (page, locale) => {
    expect(unexplained(textOf(page, locale), known)).toEqual([])
  })
})

describe('W-05 typography', () => {
  test.each(pages)('%s %s', (page, locale) => {
    const { title, short, summary, sources, tree } = contentOf(page, locale)
    const texts = [title, short, summary, ...sources, ...blocksOf(tree).map(({ text }) => text)]
    const wrong = texts.map((text) => ({ text, faults: faults(text, rulesOf[locale]) }))
    expect(wrong.filter((one) => one.faults.length > 0)).toEqual([])
  })
})

describe('W-06 links', () => {
  test.each(pages)('%s %s', (page, locale) => {
    const { tree } = contentOf(page, locale)
    const known = new Set(termsOf(locale).map(({ id }) => id))
    for (const url of linksOf(linkTerms(tree, termsOf(locale)))) {
      const [path, anchor] = hrefOf(url, locale).split('#')
      if (anchor)
        expect({ url, path, known: known.has(anchor) }).toEqual({
          url,
          path: paths.content(locale, 'glossary'),
          known: true,
        })
    }
  })

  test('a link to no page is seen', () => {
    expect(() => hrefOf('page:nowhere', 'fr')).toThrow('no page')
    expect(() => hrefOf('javascript:alert(1)', 'fr')).toThrow('no page')
  })
})

describe('W-07 headings', () => {
  test.each(pages)('%s %s', (page, locale) => {
    let above = 1
    for (const { depth } of headingsOf(contentOf(page, locale).tree)) {
      expect(depth).toBeGreaterThan(1)
      expect(depth).toBeLessThanOrEqual(above + 1)
      above = depth
    }
  })
})

describe('W-08 the glossary is one step away', () => {
  const plain = pages.filter(([page]) => page !== 'glossary')
  test.each(plain)('%s %s', (page, locale) => {
    const { tree } = contentOf(page, locale)
    const links = linksOf(linkTerms(tree, termsOf(locale))).filter((url) => url.startsWith('glossary:'))
    expect(new Set(links).size).toBe(links.length)
    // What is linked is taken out, the longest form first: a shorter term inside a longer one is linked by it.
    const shown = new Set(links.map((url) => url.slice('glossary:'.length)))
    const forms = termsOf(locale).flatMap((term) => term.forms.map((form) => ({ id: term.id, form })))
    const left = forms
      .filter(({ id }) => shown.has(id))
      .toSorted((one, other) => other.form.length - one.form.length)
      .reduce((text, { form }) => text.replace(wholeWords(form, 'giu'), '…'), linkableOf(tree))
    const missing = forms.filter(({ form }) => wholeWords(form, 'u').test(left))
    expect(missing).toEqual([])
  })
})

describe('the measures themselves', () => {
  const page = (body: string, locale: Locale = 'fr') =>
    readContent(
      `---\ntitle: T\nshort: T\nsummary: S.\nverified: 2026-11-26\nsources: [LAPF]\ncall: [office]\n---\n\n${body}`,
      locale,
    )

  test('a part that is never closed is refused: it would swallow the rest of the page', () => {
    expect(() => page(':::details[Plus]\n\n- Un.\n\n:::\n\nFin.')).not.toThrow()
    expect(() => page(':::details[Plus]\n\n- Un.\n  :::\n\nFin.')).toThrow('never closed')
  })

  test('a file that says too little is refused', () => {
    expect(() => readContent('Bonjour.', 'fr')).toThrow()
    expect(() => page('', 'fr')).not.toThrow()
  })

  test('sentences are counted whole', () => {
    expect(sentencesOf('Appelez à 8:30 a.m. to 4:30 p.m. Puis venez! (Ou non.) Voilà')).toHaveLength(4)
    // « payés » ends with no short form, though é is no letter to `\b`.
    expect(sentencesOf('Les frais sont payés. Voyez l’art. 48.')).toHaveLength(2)
    expect(countWords('Faites-la avant le 15 : c’est tout.')).toBe(6)
  })

  test('an acronym is introduced by its full name', () => {
    expect(unexplained('Le CLE vous aide.', [])).toEqual(['CLE'])
    expect(unexplained('Le centre local d’emploi (CLE) vous aide. Le CLE ouvre.', [])).toEqual([])
  })

  test('an hour is not taken for something computed', () => {
    const { tree } = page('From 8:30 a.m. to 4:30 p.m.', 'en')
    expect(bonesOf(tree)).toEqual(['paragraph'])
    expect(blocksOf(tree)[0]!.text).toBe('From 8:30\u00A0a.m. to 4:30\u00A0p.m.')
  })

  test('print puts the spaces where they belong', () => {
    const [block] = blocksOf(page("Voici : « l'aide » de 1 234,56 $ à 8 h 30.").tree)
    expect(block!.text).toBe('Voici\u00A0: «\u00A0l’aide\u00A0» de 1\u00A0234,56\u00A0$ à 8\u00A0h\u00A030.')
    expect(faults(block!.text, french)).toEqual([])
  })
})
