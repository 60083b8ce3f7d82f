import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { PageTitle } from '@/ui/PageTitle'
import { SearchForm } from './SearchView'

/** There is nothing at this address, or nothing for this reader: the same words for both, and three ways on. */
export function NotFoundView({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'public.notFound')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('text')}</p>
      <SearchForm locale={locale} />
      <ul>
        <li>
          <a href={paths.content(locale, 'siteMap')}>{t('siteMap')}</a>
        </li>
        <li>
          <a href={paths.home(locale)}>{t('link')}</a>
        </li>
      </ul>
    </>
  )
}
