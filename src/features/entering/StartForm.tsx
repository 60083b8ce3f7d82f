import { urgentNeeds } from '@/domain/application/urgent'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Checkbox, Checkboxes } from '@/ui/Choices'
import { Form } from '@/ui/Form'

/**
 * The first question, and the button that begins. `startKey` is new at each drawing: pressed twice, it begins once.
 * `mayAttach`: someone with an account is signed in.
 */
export function StartForm(props: {
  readonly locale: Locale
  readonly action: '/api/applications' | '/api/estimator/application'
  readonly startKey: string
  readonly mayAttach: boolean
  /** Of the session of whoever is signed in. */
  readonly formKey?: string | undefined
}) {
  const { locale } = props
  const t = textsOf(locale, 'entering.start')
  return (
    <Form action={props.action} hidden={{ language: locale, key: props.startKey, formKey: props.formKey }}>
      <Checkboxes
        name="urgentNeeds"
        label={t('urgentTitle')}
        hint={
          <>
            {t('urgentHint')} {t('private')}
          </>
        }
        choices={[...urgentNeeds, 'none' as const].map((value) => ({ value, label: t(`need.${value}`) }))}
      />
      {props.mayAttach && <Checkbox name="attach" value="yes" label={t('attach')} hint={t('attachHint')} />}
      <Checkbox name="shared" value="yes" label={t('shared')} hint={t('sharedHint')} />
      <Button>{t('button')}</Button>
    </Form>
  )
}
