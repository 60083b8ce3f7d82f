import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup, ButtonLink } from '@/ui/Button'
import { Checkbox } from '@/ui/Choices'
import { Details } from '@/ui/Details'
import { Form } from '@/ui/Form'
import { TextArea } from '@/ui/TextArea'
import type { ProgressPage } from './queries'
import { LONGEST_REASON, type Told } from './schema'

type Props = {
  readonly locale: Locale
  readonly page: ProgressPage
  readonly told: Told | null
  readonly formKey: string
}

/** Opens what was sent again, to send it corrected: a new version, and the first one stays. */
export function CorrectView({ locale, page, formKey }: Props) {
  const t = textsOf(locale, 'following.correct')
  return (
    <section aria-labelledby="correct">
      <h2 id="correct">{t('title')}</h2>
      {page.correcting ? (
        <>
          <p>{t('going')}</p>
          <ButtonGroup>
            <ButtonLink href={paths.applicationReview(locale)} kind="secondary">
              {t('goOn')}
            </ButtonLink>
          </ButtonGroup>
        </>
      ) : (
        <>
          <p>{t('text')}</p>
          <Form action="/api/application/answers" hidden={{ language: locale, formKey, intent: 'correct' }}>
            <ButtonGroup>
              <Button kind="secondary">{t('button')}</Button>
            </ButtonGroup>
          </Form>
        </>
      )}
    </section>
  )
}

/** Takes an application back, or erases a draft: asked twice, by a tick and a button. */
export function WithdrawView({ locale, page, told, formKey }: Props) {
  const t = textsOf(locale, 'following.withdraw')
  const say = textsOf(locale, 'following.told')
  const common = textsOf(locale, 'common')
  const isDraft = page.status === 'draft'
  if (page.adult === 'spouse') return <p>{t('byApplicant')}</p>
  return (
    <Details summary={t(isDraft ? 'eraseSummary' : 'summary')} open={told === 'notConfirmed'}>
      <p>{t(isDraft ? (page.couple ? 'eraseText' : 'eraseTextAlone') : 'text')}</p>
      <Form action="/api/application/withdrawal" hidden={{ language: locale, formKey, key: page.key }}>
        <Checkbox
          name="confirm"
          value="yes"
          label={t(isDraft ? 'eraseConfirm' : 'confirm')}
          {...(told === 'notConfirmed' ? { error: say('notConfirmed') } : {})}
        />
        {!isDraft && (
          <TextArea
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            optional={common('optional')}
            rows={3}
            maxLength={LONGEST_REASON}
          />
        )}
        <Button kind="danger">{t(isDraft ? 'eraseButton' : 'button')}</Button>
      </Form>
    </Details>
  )
}
