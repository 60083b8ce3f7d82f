import { answerCalendar } from '@/features/information/calendar-file'
import { asLocale, locales } from '@/i18n/locale'
import { publicState } from '@/server/public-state'

/** The dates to follow from a calendar program: made at build, and again at most each hour. */
export const dynamic = 'error'
export const dynamicParams = false
export const revalidate = 3600

export function generateStaticParams() {
  return locales.map((locale) => ({ locale }))
}

type Props = { readonly params: Promise<{ locale: string }> }

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { now } = await publicState()
  return answerCalendar(asLocale((await params).locale), now)
}
