import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { Form } from '@/ui/Form'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'
import type { TypedContact } from './contact-fields'
import type { AccountPage } from './queries'

/** How it is safe to reach the person: theirs alone. */
export function ContactForm(props: {
  readonly locale: Locale
  readonly page: AccountPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const t = textsOf(locale, 'account')
  const common = textsOf(locale, 'common')
  const errorOf = (field: keyof TypedContact): { error?: string } => {
    const found = page.problems.find((one) => one.field === field)
    return found ? { error: t(`error.${found.problem}`) } : {}
  }
  const optional = common('optional')
  return (
    <>
      <p>{t('contactLead')}</p>
      <Form action="/api/account/contact" hidden={{ language: locale, formKey }}>
        <TextField
          name="email"
          label={t('email')}
          hint={t('emailHint')}
          optional={optional}
          value={page.contact.email}
          inputMode="email"
          autoComplete="email"
          spellCheck={false}
          {...errorOf('email')}
        />
        <TextField
          name="mobile"
          label={t('mobile')}
          hint={t('mobileHint')}
          optional={optional}
          value={page.contact.mobile}
          inputMode="tel"
          autoComplete="tel-national"
          width="medium"
          {...errorOf('mobile')}
        />
        <Radios
          name="notifyBy"
          label={t('notifyBy')}
          hint={t('notifyByHint')}
          value={page.contact.notifyBy}
          choices={[
            { value: 'email', label: t('byEmail') },
            { value: 'text', label: t('byText') },
            { value: 'letter', label: t('byLetter'), hint: t('byLetterHint') },
            { value: 'none', label: t('byNone') },
          ]}
          {...errorOf('notifyBy')}
        />
        <Radios
          name="reminders"
          label={t('reminders')}
          hint={t('remindersHint')}
          value={page.contact.reminders}
          choices={[
            { value: 'yes', label: t('remindersYes') },
            { value: 'no', label: t('remindersNo') },
          ]}
        />
        <TextArea
          name="safeNote"
          label={t('safeNote')}
          hint={t('safeNoteHint')}
          optional={optional}
          value={page.contact.safeNote}
          rows={3}
          {...errorOf('safeNote')}
        />
        <ButtonGroup>
          <Button name="intent" value="save">
            {t('contactButton')}
          </Button>
          {page.problems.length > 0 && (
            <Button kind="secondary" name="intent" value="discard">
              {t('discard')}
            </Button>
          )}
        </ButtonGroup>
      </Form>
      {page.savedAt && <p>{t('savedAt', { instant: formatInstant(page.savedAt, locale) })}</p>}
    </>
  )
}
