import type { Locale } from '@/i18n/locale'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'

/** The way out: a form, because leaving changes something on the server. */
export function SignOut(props: { readonly locale: Locale; readonly text: string; readonly formKey: string }) {
  return (
    <Form action="/api/sign-out" hidden={{ language: props.locale, formKey: props.formKey }}>
      <Button kind="plain">{props.text}</Button>
    </Form>
  )
}
