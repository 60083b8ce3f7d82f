import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { PageTitle } from '@/ui/PageTitle'
import { FinderForm } from './FinderForm'
import { OtherWays } from './OtherWays'

/** Where one begins: the box, the regions, the telephone. */
export function OfficesView({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'offices')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('form.lead')}</p>
      <FinderForm locale={locale} />
      <OtherWays locale={locale} />
    </>
  )
}
