import type { Metadata } from 'next'
import { ProblemView } from '@/features/information/ProblemView'
import type { ProblemCode } from '@/features/information/ProblemView'
import { PublicPage } from '@/features/shell/PublicPage'
import { asLocale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import type { Problem } from '@/server/endpoint'

type Props = { readonly params: Promise<{ locale: string; code: string }> }

/** Every reason an endpoint can turn a request away has its page: leaving one out does not compile. */
const codes: Record<Problem, ProblemCode> = {
  'too-large': 'too-large',
  'too-slow': 'too-slow',
  unreadable: 'unreadable',
  'unknown-type': 'unknown-type',
  'foreign-origin': 'foreign-origin',
  'other-person': 'other-person',
  'wrong-method': 'wrong-method',
  'not-allowed': 'not-allowed',
  unexpected: 'unexpected',
}

export function generateStaticParams() {
  return Object.keys(codes).map((code) => ({ code }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, code } = await params
  const t = textsOf(asLocale(locale), 'public.problem')
  return { title: t(`${codes[code as Problem]}.title`), robots: { index: false } }
}

export default async function Page({ params }: Props) {
  const { locale: language, code } = await params
  const locale = asLocale(language)
  return (
    <PublicPage locale={locale} at={(other) => paths.problem(other, code)}>
      <ProblemView locale={locale} code={codes[code as Problem]} />
    </PublicPage>
  )
}
