import 'server-only'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { logError } from '@/server/log'

/**
 * Reads what a private page shows. Nothing found, or a failure of ours, leads to a page that says so: the
 * framework's own `notFound()` and error pages have an empty body until a script runs (decisions).
 * `where` names the page in the log of errors, without anything personal.
 */
export async function openPage<Found>(
  locale: Locale,
  where: string,
  read: () => Promise<Found | null>,
): Promise<Found> {
  let found: Found | null
  try {
    found = await read()
  } catch (error) {
    // A redirect asked for by the reading itself (sign in first) goes on.
    unstable_rethrow(error)
    logError(where, error)
    redirect(paths.problem(locale, 'unexpected'))
  }
  if (found === null) redirect(paths.problem(locale, 'not-allowed'))
  return found
}
