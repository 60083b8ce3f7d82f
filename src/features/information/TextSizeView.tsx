import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'

/** Chooses the text size of every page, on this device. */
export function TextSizeView({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'public.textSize')
  const choices = [
    { value: '100', label: t('normal') },
    { value: '125', label: t('larger') },
    { value: '150', label: t('large') },
    { value: '200', label: t('huge') },
  ]
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <Form action="/api/preferences" hidden={{ language: locale, returnTo: paths.textSize(locale) }}>
        <Radios name="textSize" label={t('legend')} choices={choices} />
        <Button>{t('button')}</Button>
      </Form>
    </>
  )
}
