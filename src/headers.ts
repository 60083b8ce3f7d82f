import { paths, privateRoots, scriptedPages } from './i18n/paths'
import { locales } from './i18n/locale'

/*
 * What a browser may do with our answers. Three disjoint sets of addresses have a policy of their own: public
 * pages run no script at all, private pages and the estimator's result only what carries the nonce of that answer (`proxy.ts`), and the
 * API nothing. Sign-in pages are public pages that may post to the identity provider (decisions/form-action.md).
 */

const everywhere = ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]
const looks = ["default-src 'none'", "style-src 'self'", "img-src 'self'", "font-src 'self'"]

const policies = {
  public: [...looks, "script-src 'none'", "form-action 'self'", ...everywhere].join('; '),
  signIn: [...looks, "script-src 'none'", ...everywhere].join('; '),
  // Files of people's are among its answers: opened in a browser, they are alone in a box.
  api: ['sandbox', "default-src 'none'", "form-action 'none'", ...everywhere].join('; '),
  // A document looked at by the staff stands in a frame of their page (decisions/documents-in-the-page.md).
  document: [
    ...["default-src 'none'", "style-src 'unsafe-inline'", "form-action 'none'", "object-src 'none'"],
    ...["base-uri 'none'", "frame-ancestors 'self'"],
  ].join('; '),
}

/** The strictest of the three: also for what the framework answers by itself, redirects and failures. */
export const apiPolicy = policies.api

/** The policy of one answer of a private page, or of the estimator's result. The framework puts the nonce on its own scripts. */
export function privatePolicy(nonce: string): string {
  const script = `script-src 'nonce-${nonce}' 'strict-dynamic'`
  const frames = "frame-src 'self'"
  return [...looks, script, frames, "connect-src 'self'", "form-action 'self'", ...everywhere].join('; ')
}

/** On every answer, files and errors included. */
export const commonHeaders: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Frame-Options': 'DENY',
}

/** Said over https only, where it has a meaning. The reverse proxy states the scheme. */
export const transportSecurity = {
  key: 'Strict-Transport-Security',
  value: 'max-age=63072000; includeSubDomains',
}

const inside = (path: string) => path.slice(1)
const signInRoots = locales.map(paths.signIn)
const rest = [...privateRoots, ...scriptedPages, ...signInRoots, '/api'].map(inside).join('|')

/** One source of addresses per policy, in the form `headers()` understands. No address is in two, but a document's. */
export const policySources = {
  api: '/api/:path*',
  signIn: `/:page(${signInRoots.map(inside).join('|')})/:rest*`,
  document: '/api/:kind(documents|scans)/:id/content',
  public: `/:path((?!(?:${rest})(?:/|$)).*)`,
} as const

type HeaderRule = {
  source: string
  headers: { key: string; value: string }[]
  has?: { type: 'header'; key: string; value: string }[]
}

/** The rules for `headers()` in next.config.ts. */
export function headerRules(): HeaderRule[] {
  const all = '/:path*'
  return [
    { source: all, headers: Object.entries(commonHeaders).map(([key, value]) => ({ key, value })) },
    {
      source: all,
      has: [{ type: 'header', key: 'x-forwarded-proto', value: 'https' }],
      headers: [transportSecurity],
    },
    ...(['api', 'signIn', 'public'] as const).map((name) => ({
      source: policySources[name],
      headers: [{ key: 'Content-Security-Policy', value: policies[name] }],
    })),
    // After the API's: of two rules for one address the last one holds.
    {
      source: policySources.document,
      headers: [
        { key: 'Content-Security-Policy', value: policies.document },
        { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
      ],
    },
  ]
}
