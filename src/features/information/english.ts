import 'server-only'
import { englishNotice, localeOf, mayReturnTo, paths } from '@/i18n/paths'
import { cookieHeader, cookieName, readCookie } from '@/server/cookies'

const A_YEAR_MINUTES = 365 * 24 * 60

/**
 * Leads to a page in English, named in `page`. The first time on a device, with the notice of the Charter: the address
 * names it, and a cookie remembers that it was shown. Asks nothing of the database, as the pages it joins ask nothing.
 */
export function goToEnglish(request: Request): Response {
  const asked = new URL(request.url).searchParams.get('page') ?? ''
  const page = mayReturnTo(asked) && localeOf(asked) === 'en' ? asked : paths.home('en')
  const seen = readCookie(request, cookieName('english')) !== undefined
  const headers = new Headers({
    Location: page + (seen ? '' : `#${englishNotice}`),
    'Cache-Control': 'private, no-store',
  })
  if (!seen) headers.append('Set-Cookie', cookieHeader('english', 'seen', A_YEAR_MINUTES))
  return new Response(null, { status: 303, headers })
}
