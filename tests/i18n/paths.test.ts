import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { locales } from '@/i18n/locale'
import {
  addressRedirects,
  addressRewrites,
  files,
  askedIn,
  findPlace,
  isMadeAhead,
  isPrivatePath,
  localeOf,
  mayReturnTo,
  paths,
  privateRoots,
  translatePath,
  withQuery,
} from '@/i18n/paths'
import { everyPath } from './every-path'

type Reader = { pathToRegexp: (source: string, keys: object[], options: object) => RegExp }
const { pathToRegexp } = createRequire(import.meta.url)('next/dist/compiled/path-to-regexp') as Reader

/** Every page in both languages, with a plausible part where one is needed. */
const everyPage = locales.flatMap((locale) =>
  everyPath.map(([route, link]) => ({ locale, route, path: link(locale, '2026-11') })),
)

describe('P-01 addresses', () => {
  it('are French in French and English in English', () => {
    expect(paths.statement('fr', '2026-11')).toBe('/fr/mon-dossier/declaration/2026-11')
    expect(paths.statement('en', '2026-11')).toBe('/en/my-file/statement/2026-11')
  })

  it('lead to one page each', () => {
    expect(new Set(everyPage.map(({ path }) => path)).size).toBe(everyPage.length)
  })

  it.each(everyPage)('$path is found again as $route in $locale', ({ path, route, locale }) => {
    expect(findPlace(path)).toMatchObject({ route, locale })
  })

  it.each(everyPage)('$path is the same page after switching language twice', ({ path, locale }) => {
    const other = translatePath(path, locale === 'fr' ? 'en' : 'fr')
    expect(other).not.toBe(path)
    expect(translatePath(other, locale)).toBe(path)
  })

  it('escape what they carry', () => {
    expect(paths.receipt('fr', '../a?b#c')).toBe('/fr/mon-dossier/recus/..%2Fa%3Fb%23c')
  })

  it('say their language', () => {
    expect(localeOf('/en/sign-in')).toBe('en')
    expect(localeOf('/api/receipts')).toBeNull()
    expect(localeOf('/')).toBeNull()
  })
})

describe('P-02 a returnTo from outside', () => {
  it.each([
    'https://example.org/fr',
    '//example.org',
    '/\\example.org',
    '/fr/../api',
    '/fr/mon-dossier?x=1',
    '/fr/mon-dossier#x',
    '/fr/mon-dossier/',
    '/fr/mon-dossier\n',
    '/fr/my-file',
    '/fr/mon-dossier/declaration/%2e%2e',
    '/FR',
    '',
  ])('%j is not one of our pages', (path) => {
    expect(findPlace(path)).toBeNull()
  })
})

describe('P-02 a returnTo that says what was asked', () => {
  it.each([
    '/fr/programmes',
    '/fr/recherche',
    withQuery('/fr/recherche', { q: 'loyer & « été »' }),
    withQuery('/en/offices/search', { q: 'J7J 1A1', municipality: 'L’Épiphanie' }),
  ])('%j is taken back to', (address) => expect(mayReturnTo(address)).toBe(true))

  it.each([
    '/fr/mon-dossier?x=1',
    '/fr/programmes?q=a',
    '/fr/recherche?q=a?b',
    '/fr/recherche?q=a#b',
    '/fr/recherche?q=a\nb',
    '/fr/recherche?q=<script>',
    '/fr/recherche?q=//example.org',
    '//example.org?q=a',
    'https://example.org/fr/recherche?q=a',
    `/fr/recherche?q=${'a'.repeat(4_000)}`,
    '?q=a',
    '',
  ])('%j is not', (address) => expect(mayReturnTo(address)).toBe(false))
})

describe('P-03 rewrites and redirects', () => {
  it('lead every English address that differs onto the French folder', () => {
    expect(addressRewrites()).toContainEqual({
      source: '/en/my-file/statement/:month/review',
      destination: '/en/mon-dossier/declaration/:month/verification',
    })
    for (const { source, destination } of addressRewrites()) expect(source).not.toBe(destination)
  })

  it('lead to a file by its address in each language, which is no page to come back to', () => {
    expect(locales.map(files.calendar)).toEqual(['/fr/calendrier/quinze.ics', '/en/calendar/quinze.ics'])
    expect(addressRewrites()).toContainEqual({
      source: '/en/calendar/quinze.ics',
      destination: '/en/calendrier/quinze.ics',
    })
    expect(addressRedirects()).toContainEqual({
      source: '/fr/calendar/quinze.ics',
      destination: '/fr/calendrier/quinze.ics',
      permanent: true,
    })
    for (const locale of locales) expect(findPlace(files.calendar(locale))).toBeNull()
  })

  it('never send an address to itself, nor round in a circle', () => {
    const redirects = addressRedirects()
    const sources = new Set(redirects.map(({ source }) => source))
    expect(sources.size).toBe(redirects.length)
    for (const { destination } of redirects) expect(sources.has(destination)).toBe(false)
  })

  it('send / to French, always', () => {
    expect(addressRedirects()[0]).toEqual({ source: '/', destination: '/fr', permanent: false })
  })
})

describe('P-05 pages made ahead', () => {
  it.each(['/fr', '/en/programs', '/fr/connexion', '/fr/probleme/unexpected', '/en/api'])(
    '%s is one',
    (path) => expect(isMadeAhead(path)).toBe(true),
  )

  it.each([
    '/fr/mon-dossier',
    '/en/office',
    '/fr/estimation',
    '/fr/estimation/resultat',
    '/en/check-a-receipt/Q-1',
    '/fr/geler/abc',
    '/fr/demo/messages-envoyes',
    '/en/programmes',
    '/fr/nulle-part',
    '/api/receipts',
    '/',
  ])('%s is not', (path) => expect(isMadeAhead(path)).toBe(false))
})

describe('P-06 addresses that are nearly ours', () => {
  const redirects = addressRedirects()
  /** Where the framework would send an address: its own reading of a source, with its own options. */
  const sentTo = (path: string): string | null => {
    for (const { source, destination } of redirects) {
      const keys: { name: string }[] = []
      const match = pathToRegexp(source, keys, { strict: true, sensitive: true, delimiter: '/' }).exec(path)
      if (!match) continue
      const values = new Map(keys.map(({ name }, index) => [name, match[index + 1] ?? '']))
      return destination.replace(/\/?:(\w+)\*?/g, (whole, name: string) => {
        const value = values.get(name)!
        return whole.endsWith('*') && value === '' ? '' : `/${value}`
      })
    }
    return null
  }

  it.each([
    ['/programmes', '/fr/programmes'],
    ['/programs', '/en/programs'],
    ['/montants', '/fr/montants'],
    ['/bureaux', '/fr/bureaux'],
    ['/offices', '/en/offices'],
    ['/recherche', '/fr/recherche'],
    ['/connexion', '/fr/connexion'],
    ['/my-file', '/en/my-file'],
    ['/FR', '/fr'],
    ['/Fr/programmes', '/fr/programmes'],
    ['/EN/programs', '/en/programs'],
    ['/EN/offices/estrie', '/en/offices/estrie'],
    ['/fr/offices/search', '/fr/bureaux/recherche'],
    ['/en/bureaux/recherche', '/en/offices/search'],
    ['/en/bureaux/estrie', '/en/offices/estrie'],
  ])('%s leads to %s', (path, to) => expect(sentTo(path)).toBe(to))

  it.each([
    ...[
      '/fr',
      '/en',
      '/fr/programmes',
      '/en/offices/search',
      '/api',
      '/api/offices',
      '/es',
      '/es/programmes',
    ],
    ...['/nulle-part', '/favicon.svg', '/preferences/text.css', '/programmes/x', '/frfr', '/FRX/programmes'],
  ])('%s is left where it is', (path) => expect(sentTo(path)).toBeNull())

  it('lead to a page in one step: none is sent on again', () => {
    const pages = ['/programmes', '/programs', '/FR/bureaux', '/EN/search', '/fr/offices/estrie']
    for (const path of pages) expect(findPlace(sentTo(path)!), path).not.toBeNull()
    for (const path of pages) expect(sentTo(sentTo(path)!), path).toBeNull()
  })
})

describe('P-06 what a form asked, in an address', () => {
  it('is written once, without what is empty', () => {
    expect(withQuery('/fr/recherche', { q: 'loyer & été', municipality: '' })).toBe(
      '/fr/recherche?q=loyer+%26+%C3%A9t%C3%A9',
    )
    expect(withQuery('/fr/recherche', { q: '' })).toBe('/fr/recherche')
    expect(withQuery('/fr/recherche', { q: '"><script>#' })).toBe('/fr/recherche?q=%22%3E%3Cscript%3E%23')
  })

  it('is read once, however often it is said', () => {
    expect(askedIn({ q: 'a' }, 'q')).toBe('a')
    expect(askedIn({ q: ['b', 'a'] }, 'q')).toBe('b')
    for (const query of [{}, { q: undefined }, { q: [] }, { other: 'a' }])
      expect(askedIn(query, 'q')).toBe('')
    expect(askedIn({}, '__proto__')).toBe('')
  })
})

describe('P-04 private addresses', () => {
  it('have six roots', () => {
    expect(privateRoots).toEqual([
      ...['/fr/demande', '/fr/mon-dossier', '/fr/bureau'],
      ...['/en/application', '/en/my-file', '/en/office'],
    ])
  })

  it('are told from public ones that begin alike', () => {
    expect(isPrivatePath('/fr/bureau')).toBe(true)
    expect(isPrivatePath('/fr/bureau/declarations/1')).toBe(true)
    expect(isPrivatePath('/fr/bureaux')).toBe(false)
    expect(isPrivatePath('/fr/demande')).toBe(true)
    expect(isPrivatePath('/fr/demander')).toBe(false)
  })
})
