import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { ButtonLink } from '@/ui/Button'
import { PageTitle } from '@/ui/PageTitle'

/** There is nothing at this address, or nothing for this reader: the same words for both. */
export async function NotFoundView({ locale }: { readonly locale: Locale }) {
  const t = await getTranslations({ locale, namespace: 'public.notFound' })
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
