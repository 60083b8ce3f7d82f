import 'server-only'
import NextAuth from 'next-auth'
import type { NextAuthConfig } from 'next-auth'
import { cookies } from 'next/headers'
import { localeOf, paths } from '@/i18n/paths'
import { defaultLocale, type Locale } from '@/i18n/locale'
import { sealIdentity } from './claims'
import { cookieHeader, cookieName, readCookie } from './cookies'
import { withViewer } from './db'
import { env } from './env'
import { newToken, signInSecret } from './secrets'
import { adapter, findUser, type Realm } from './sign-in-store'
import { LONGEST_SESSION_SECONDS, sessionCookie } from './viewer'

/**
 * next-auth runs the OpenID Connect code flow (PKCE, state, nonce) and nothing else: pages never call it, the
 * viewer comes from `viewer.ts`. Two providers, one per realm.
 */
const { handlers, signIn } = NextAuth((request) => configuration(request?.cookies.get(callbackCookie)?.value))

const callbackCookie = 'quinze-return'

function configuration(returnTo: string | undefined): NextAuthConfig {
  const { name, secure } = sessionCookie()
  const locale = (returnTo && URL.canParse(returnTo) && localeOf(new URL(returnTo).pathname)) || defaultLocale
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return {
    adapter,
    secret: signInSecret(),
    trustHost: true,
    basePath: '/api/auth',
    providers: [provider('citizen'), provider('staff')],
    session: { strategy: 'database', maxAge: LONGEST_SESSION_SECONDS, generateSessionToken: newToken },
    cookies: { sessionToken: { name, options }, callbackUrl: { name: callbackCookie, options } },
    // The built-in pages load a script from a public network and speak English only.
    pages: { signIn: paths.signInRefused(locale), error: paths.signInRefused(locale) },
    callbacks: {
      // An identity without a file is led away here, before next-auth would create a user for it: a citizen's, to
      // where they claim their file once; any other, to a refusal.
      signIn: async ({ account }) => {
        if (account == null) return paths.signInRefused(locale)
        const realm = account.provider as Realm
        if ((await findUser(realm, account.providerAccountId)) !== null) return true
        if (realm !== 'citizen') return paths.signInRefused(locale)
        await keepForClaim(account.providerAccountId)
        return paths.claim(locale)
      },
      redirect: ({ url }) =>
        new URL(url, env().origin).origin === env().origin ? new URL(url, env().origin).href : env().origin,
    },
  }
}

function provider(realm: Realm) {
  const { issuer, clientId, clientSecret } = env().providers[realm]
  return {
    id: realm,
    name: realm,
    type: 'oidc' as const,
    issuer,
    clientId,
    clientSecret,
    checks: ['pkce' as const, 'state' as const, 'nonce' as const],
    authorization: { params: { scope: 'openid' } },
    // The subject alone: spouses share addresses, and an address is never an identity.
    profile: (profile: { sub: string }) => ({ id: profile.sub, email: null }),
  }
}

/**
 * The provider's page, in the language the person reads here, where they prove who they are; `returnTo` is the page of
 * ours they come back to.
 */
export async function startSignIn(realm: Realm, returnTo: string, locale: Locale): Promise<string> {
  const asked = { ui_locales: `${locale}-CA` }
  return (await signIn(realm, { redirect: false, redirectTo: returnTo }, asked)) as string
}

async function keepForClaim(subject: string): Promise<void> {
  const now = await withViewer({ role: 'anonymous' }, async (door) => door.now)
  const { secure } = sessionCookie()
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: 15 * 60 } as const
  ;(await cookies()).set(cookieName('claim'), sealIdentity(subject, now), options)
}

/**
 * Where the provider sends the browser back. No other address of next-auth is served. On a shared computer the cookie
 * it gives lives no longer than the browser's window.
 */
export async function finishSignIn(request: Parameters<typeof handlers.GET>[0]): Promise<Response> {
  const response = await handlers.GET(request)
  if (!readCookie(request, cookieName('shared'))) return response
  const answer = new Response(response.body, response)
  answer.headers.delete('Set-Cookie')
  for (const cookie of response.headers.getSetCookie()) {
    const isSession = cookie.startsWith(`${sessionCookie().name}=`)
    answer.headers.append(
      'Set-Cookie',
      isSession ? cookie.replace(/; (Expires|Max-Age)=[^;]*/gi, '') : cookie,
    )
    // The choice has been made: it is the session's now.
    if (isSession) answer.headers.append('Set-Cookie', cookieHeader('shared', null))
  }
  return answer
}
