import { displayPhone, numberToCall } from '@/domain/offices/phone'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import type { ReminderLetter, ReminderLetters } from './reminder-queries'
import { Sheet } from './Sheet'

/** Where the reminders that wait for the printer are printed, on the page of the letters. */
export function ReminderLettersLink({ locale, count }: { readonly locale: Locale; readonly count: number }) {
  const t = textsOf(locale, 'letters.reminders')
  return (
    <section aria-labelledby="reminders">
      <h2 id="reminders">{t('title')}</h2>
      <p>{t('lead', { count })}</p>
      {count > 0 && (
        <p>
          <a href={paths.officeReminderLetters(locale)}>{t('open')}</a>
        </p>
      )}
    </section>
  )
}

/** The reminders as they come out of the printer; around them, on the screen only, what to do. */
export function ReminderLettersView(props: {
  readonly locale: Locale
  readonly page: ReminderLetters
  readonly note: string | undefined
  readonly formKey: string
}) {
  const { locale, page, note, formKey } = props
  const t = textsOf(locale, 'letters.reminders')
  const { letters, waiting, protectedCount } = page
  return (
    <>
      <div data-print="no">
        <BackLink href={paths.officeLetters(locale)}>{t('back')}</BackLink>
        <PageTitle>{t('title')}</PageTitle>
        {note === 'printed' && <Notice kind="success" title={t('printed')} />}
        {note === 'gone' && <Notice kind="warning" title={t('gone')} />}
        <p>
          {t('lead', { count: waiting })} {letters.length > 0 && t('how')}
        </p>
        {letters.length > 0 && letters.length + protectedCount < waiting && (
          <p>{t('some', { shown: letters.length })}</p>
        )}
        {protectedCount > 0 && <p>{t('protected', { count: protectedCount })}</p>}
      </div>
      {letters.map((letter) => (
        <ReminderSheet key={letter.id} letter={letter} page={page} />
      ))}
      {letters.length > 0 && (
        <section aria-label={t('doneButton', { count: letters.length })} data-print="no">
          <p>{t('done')}</p>
          <Form
            action="/api/letters/reminders"
            hidden={{ language: locale, formKey, letters: letters.map(({ id }) => id).join(' ') }}
          >
            <ButtonGroup>
              <Button>{t('doneButton', { count: letters.length })}</Button>
            </ButtonGroup>
          </Form>
        </section>
      )}
    </>
  )
}

/** Whoever opens it at home learns nothing: neither the programme, nor the office, nor a file. */
function ReminderSheet({
  letter,
  page,
}: {
  readonly letter: ReminderLetter
  readonly page: ReminderLetters
}) {
  const { language, name, until } = letter
  const t = textsOf(language, 'letters.reminders.paper')
  const phone = displayPhone(numberToCall(page.office).phone).replaceAll(' ', '\u00A0')
  return (
    <Sheet {...letter} label={name} sender={page.site} printedOn={page.printedOn} subject={t('subject')}>
      <p>{t('text', { until: formatInstant(until, language) })}</p>
      <p>
        {t('how', { site: page.site })} {t('call', { phone })}
      </p>
      <p>{t('stop')}</p>
    </Sheet>
  )
}
