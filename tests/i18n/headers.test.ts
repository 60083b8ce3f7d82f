import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { headerRules, policySources, privatePolicy } from '@/headers'
import { locales } from '@/i18n/locale'
import { isMadeAhead, mayRunScripts } from '@/i18n/paths'
import { everyPath } from './every-path'
import { config } from '@/proxy'

type Reader = { pathToRegexp: (source: string, keys: [], options: object) => RegExp }
const { pathToRegexp } = createRequire(import.meta.url)('next/dist/compiled/path-to-regexp') as Reader

/** The framework's own reading of a source, with its own options. */
const matches = (source: string, path: string) =>
  pathToRegexp(source, [], { strict: true, sensitive: true, delimiter: '/' }).test(path)
const setsOf = (path: string) => [
  ...Object.entries(policySources)
    .filter(([, source]) => matches(source, path))
    .map(([name]) => name),
  ...(config.matcher.some((source) => matches(source, path)) ? ['private'] : []),
]

const pages = locales.flatMap((locale) => everyPath.map(([, link]) => link(locale, '2026-11')))
const expected = (path: string) => {
  if (mayRunScripts(path)) return 'private'
  return /^\/(fr\/connexion|en\/sign-in)(\/|$)/.test(path) ? 'signIn' : 'public'
}

describe('H-01 each address has one content policy', () => {
  it.each(pages)('%s', (path) => expect(setsOf(path)).toEqual([expected(path)]))

  it.each([
    ['/', 'public'],
    ['/_next/static/chunks/a.css', 'public'],
    ['/preferences/text.css', 'public'],
    ['/favicon.svg', 'public'],
    ['/fr/calendrier/quinze.ics', 'public'],
    ['/en/calendar/quinze.ics', 'public'],
    ['/fr/bureaux', 'public'],
    ['/fr/estimation/resultats', 'public'],
    ['/fr/estimation/question/age', 'public'],
    ['/en/estimate/result', 'private'],
    ['/apiary', 'public'],
    ['/nowhere/at/all', 'public'],
    ['/FR/MON-DOSSIER', 'public'],
    ['/en/mon-dossier/recus/1', 'public'],
    ['/api', 'api'],
    ['/api/statements/2026-11/submission', 'api'],
    ['/fr/bureau/declarations/1', 'private'],
    ['/en/sign-in/refused', 'signIn'],
    ['/api/documents/1/content/more', 'api'],
  ])('%s is in the set %s', (path, set) => expect(setsOf(path)).toEqual([set]))
})

it('H-01 a document has its own policy after the API’s', () => {
  for (const kind of ['documents', 'scans'])
    expect(setsOf(`/api/${kind}/018f/content`)).toEqual(['api', 'document'])
})

describe('H-03 a page made ahead', () => {
  it('is never kept waiting by proxy.ts', () => {
    const ahead = pages.filter(isMadeAhead)
    expect(ahead.length).toBeGreaterThan(60)
    expect(ahead.filter((path) => config.matcher.some((source) => matches(source, path)))).toEqual([])
  })
})

describe('H-02 what the policies say', () => {
  const policyOf = (source: string) =>
    headerRules()
      .find((rule) => rule.source === source)!
      .headers.find(({ key }) => key === 'Content-Security-Policy')!.value

  it('runs no script on public pages, and none at all from the API', () => {
    expect(policyOf(policySources.public)).toContain("script-src 'none'")
    expect(policyOf(policySources.signIn)).toContain("script-src 'none'")
    expect(policyOf(policySources.api)).toContain("default-src 'none'")
    expect(policyOf(policySources.api)).not.toContain('script-src')
  })

  it('lets private pages run only what carries the nonce', () => {
    expect(privatePolicy('abc')).toContain("script-src 'nonce-abc' 'strict-dynamic';")
    expect(privatePolicy('abc')).not.toMatch(/unsafe|https?:|\*/)
  })

  it('forbids objects, another base and framing everywhere', () => {
    const others = Object.entries(policySources).filter(([name]) => name !== 'document')
    const all = [...others.map(([, sources]) => policyOf(sources)), privatePolicy('abc')]
    for (const policy of all) {
      for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
        expect(policy).toContain(rule)
      }
    }
  })

  it('lets our own pages alone frame a document, which loads and runs nothing', () => {
    const policy = policyOf(policySources.document)
    for (const rule of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'"])
      expect(policy).toContain(rule)
    expect(policy).toMatch(/frame-ancestors 'self'$/)
    expect(policy).not.toMatch(/script-src|https?:|\*/)
    // Of two rules for one address the last one holds.
    const sources = headerRules().map(({ source }) => source)
    expect(sources.indexOf(policySources.document)).toBeGreaterThan(sources.indexOf(policySources.api))
    expect(privatePolicy('abc')).toContain("frame-src 'self';")
  })

  it('leaves form-action out on sign-in pages only', () => {
    expect(policyOf(policySources.signIn)).not.toContain('form-action')
    for (const policy of [policyOf(policySources.public), privatePolicy('abc')]) {
      expect(policy).toContain("form-action 'self'")
    }
  })

  it('speaks of transport security over https only', () => {
    const rule = headerRules().find(({ headers }) => headers.some(({ key }) => /^Strict/.test(key)))
    expect(rule?.has).toEqual([{ type: 'header', key: 'x-forwarded-proto', value: 'https' }])
  })
})
