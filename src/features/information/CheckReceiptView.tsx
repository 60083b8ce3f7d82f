import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { TextField } from '@/ui/TextField'

/** Asks for a receipt number. The form only reads, so it is a GET. */
export function CheckReceiptView({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'public.receipt')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <Form action="/api/receipts" method="get" hidden={{ language: locale }}>
        <TextField
          name="number"
          label={t('number')}
          hint={t('hint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
        />
        <Button>{t('button')}</Button>
      </Form>
    </>
  )
}
