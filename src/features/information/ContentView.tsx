import type { Instant } from '@/domain/calendar'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import type { ContentPage } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Details } from '@/ui/Details'
import { PageTitle } from '@/ui/PageTitle'
import { contentOf, type Callee } from './content'
import { linkTerms, termsOf } from './glossary'
import { PhoneLines } from './PhoneLines'
import { Prose } from './Prose'

/** A page of words: its file, then whom to call, when it was last verified, and what it rests on. */
export function ContentView(props: {
  readonly locale: Locale
  readonly page: ContentPage
  readonly now: Instant
}) {
  const { locale, page, now } = props
  const t = textsOf(locale, 'information')
  const content = contentOf(page, locale)
  const tree = page === 'glossary' ? content.tree : linkTerms(content.tree, termsOf(locale))
  return (
    <>
      <PageTitle>{content.title}</PageTitle>
      <Prose tree={tree} locale={locale} now={now} />
      <section aria-labelledby="call">
        <h2 id="call">{t('callTitle')}</h2>
        {content.call.map((callee) => (
          <Call key={callee} callee={callee} locale={locale} />
        ))}
      </section>
      <Details summary={t('verified', { day: formatDay(content.verified, locale) })}>
        <ul>
          {content.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </Details>
    </>
  )
}

function Call({ callee, locale }: { readonly callee: Callee; readonly locale: Locale }) {
  const t = textsOf(locale, 'information')
  return (
    <>
      <p>{t(`call.${callee}`)}</p>
      {callee === 'contactCentre' && <PhoneLines locale={locale} />}
    </>
  )
}
