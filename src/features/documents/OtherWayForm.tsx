import { contactCentrePhone, displayPhone } from '@/domain/offices/phone'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { Form } from '@/ui/Form'
import { Phone } from '@/ui/Phone'
import { TextArea } from '@/ui/TextArea'
import type { Requirement } from './queries'
import { otherAnswers } from './schema'

/** Other ways than a file: later, by mail, at the office; and what to do when the paper cannot be had. */
export function OtherWayForm(props: {
  readonly locale: Locale
  readonly document: Requirement
  readonly formKey: string
  readonly name: string
  readonly error?: string
}) {
  const { locale, document, formKey, name, error } = props
  const { asked, answered } = document
  const t = textsOf(locale, 'documents')
  const substitute = (code: string): string => t(`substitute.${code}` as never)
  return (
    <section>
      <h2>{t('otherTitle')}</h2>
      {answered && <p>{t('answered', { answer: t(`answer.${answered.answer}.label`) })}</p>}
      {answered?.substitute && (
        <p>{t('answeredSubstitute', { substitute: substitute(answered.substitute) })}</p>
      )}
      <Form
        action="/api/application/documents/answer"
        hidden={{ formKey, language: locale, requirement: asked.id }}
      >
        <Radios
          name={name}
          label={t('otherLegend')}
          choices={otherAnswers.map((value) => ({
            value,
            label: t(`answer.${value}.label`),
            hint: t(`answer.${value}.hint`),
          }))}
          {...(answered && { value: answered.answer })}
          {...(error && { error })}
        />
        <Radios
          name="substitute"
          label={t('substituteLegend')}
          hint={t('substituteHint')}
          optional={t('optional')}
          choices={[
            ...asked.substitutes.map((value) => ({ value, label: substitute(value) })),
            { value: '', label: t('substituteNone') },
          ]}
          {...(answered?.substitute && { value: answered.substitute })}
        />
        <TextArea
          name="note"
          label={t('noteLabel')}
          hint={t('noteHint')}
          optional={t('optional')}
          maxLength={1_000}
          {...(answered?.note && { value: answered.note })}
        />
        <ButtonGroup>
          <Button kind="secondary">{t('otherButton')}</Button>
        </ButtonGroup>
      </Form>
      <p>{t.rich('call', { number: () => <Phone number={displayPhone(contactCentrePhone)} /> })}</p>
    </section>
  )
}
