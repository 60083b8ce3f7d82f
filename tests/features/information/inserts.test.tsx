import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { instant } from '@/domain/calendar'
import { contentOf } from '@/features/information/content'
import { doors } from '@/features/information/doors'
import { inserts } from '@/features/information/inserts'
import { locales, type Locale } from '@/i18n/locale'
import { contentPages, paths } from '@/i18n/paths'

/*
 * Numbered cases. What content files ask for by name:
 *   I-01 the site map leads to every public page but itself, once, with its title and what it is for
 *   I-02 a number to call comes from the list of numbers; no other can be written
 */
const drawn = (name: string, locale: Locale, of = '') =>
  renderToStaticMarkup(inserts[name]!({ locale, now: instant('2026-11-26T15:00:00.000Z'), of }) as ReactNode)

describe.each(locales)('I-01 the site map (%s)', (locale) => {
  const html = drawn('siteMap', locale)
  const links = [...html.matchAll(/<a href="([^"]*)">([^<]+)<\/a><br\/>([^<]+)/g)]

  it('leads everywhere, once', () => {
    const expected = [
      ...contentPages.filter((page) => page !== 'siteMap').map((page) => paths.content(locale, page)),
      ...Object.values(doors).map((door) => door(locale)),
    ]
    expect(links.map(([, href]) => href).toSorted()).toEqual(expected.toSorted())
  })

  it('says what each page is for', () => {
    const { title, summary } = contentOf('privacy', locale)
    expect(links.map(([, , ...words]) => words)).toContainEqual([title, summary])
  })
})

describe('I-02 numbers to call', () => {
  it('are the ones we list', () => expect(drawn('phone', 'fr', 'emergency')).toContain('href="tel:911"'))
  it('are no others', () => expect(() => drawn('phone', 'fr', 'toString')).toThrow('toString'))
})
