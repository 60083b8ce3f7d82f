import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'

/** Where the link of a notice leads. It says the same whatever the link: only the button asks. */
export function FreezeView({ locale, token }: { readonly locale: Locale; readonly token: string }) {
  const t = textsOf(locale, 'movements.link')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p>{t('lead')}</p>
      <p>{t('then')}</p>
      <Form action="/api/freeze-by-link" hidden={{ language: locale, token }}>
        <ButtonGroup>
          <Button kind="danger">{t('button')}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

/** What became of it: stopped, or the link was used or is too old. */
export function FrozenView({ locale, done }: { readonly locale: Locale; readonly done: boolean }) {
  const t = textsOf(locale, 'movements.link')
  return (
    <>
      <PageTitle>{t(done ? 'doneTitle' : 'overTitle')}</PageTitle>
      <p>{t(done ? 'doneText' : 'overText')}</p>
    </>
  )
}
