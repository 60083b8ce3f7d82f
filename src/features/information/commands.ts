import 'server-only'
import { parseReceiptNumber } from '@/domain/statement/receipt-number'
import { mayReturnTo, paths } from '@/i18n/paths'
import type { Answer, Call } from '@/server/endpoint'
import type { Viewer } from '@/server/viewer'
import { readCookie } from '@/server/cookies'
import { isTextSize, readTextSize, textSizeAfter, textSizeCookie } from '@/ui/text-size'
import { checkReceipt } from './queries'
import type { Preferences, ReceiptCheck } from './schema'

/** Says whether a receipt number is one of ours: a page for people, its facts for programs. No personal data. */
export async function answerReceiptCheck({
  input,
  locale,
  request,
}: Call<Viewer, ReceiptCheck>): Promise<Answer> {
  const number = parseReceiptNumber(input.number)
  // What is not a number of ours is shown as typed, bounded to what an address can carry.
  const shown = number ?? (input.number.replace(/[^\w-]/g, '').slice(0, 40) || '-')
  const to = paths.checkedReceipt(locale, shown)
  if (!request.headers.get('accept')?.includes('application/json')) return { to }
  const receipt = await checkReceipt(input.number)
  return { to, data: receipt ? { genuine: true, ...receipt } : { genuine: false } }
}

/** Remembers the text size on this device: one that was chosen, or one step from the present one. */
export async function setPreferences({ input, locale, request }: Call<Viewer, Preferences>): Promise<Answer> {
  const asked = input.textSize
  const size = isTextSize(asked)
    ? asked
    : textSizeAfter(asked, readTextSize(readCookie(request, textSizeCookie)))
  const to = input.returnTo && mayReturnTo(input.returnTo) ? input.returnTo : paths.textSize(locale)
  return { to, cookies: [`${textSizeCookie}=${size}; Path=/; Max-Age=31536000; SameSite=Lax`] }
}
