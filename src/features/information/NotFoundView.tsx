import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonLink } from '@/ui/Button'
import { PageTitle } from '@/ui/PageTitle'

/** There is nothing at this address, or nothing for this reader: the same words for both. */
export function NotFoundView({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'public.notFound')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('text')}</p>
      <p>
        <ButtonLink href={paths.home(locale)} kind="secondary">
          {t('link')}
        </ButtonLink>
      </p>
    </>
  )
}
