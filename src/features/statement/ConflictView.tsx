import { formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Details } from '@/ui/Details'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { AnswersView } from './AnswersView'
import { draftVersion, formAddress } from './place'
import type { StatementPage } from './queries'
import { readDraft } from './schema'
import { receivedText } from './words'

/** Two answers for one month: what was sent, what was not, and the choice between them. Nothing is lost. */
export function ConflictView(props: {
  readonly locale: Locale
  readonly page: StatementPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const { desk } = page
  const t = textsOf(locale, 'statement')
  if (!desk.latest) return null
  const adults = desk.household.people.filter((person) => person.role === 'adult')
  const aside = (desk.draft?.setAside ?? []).map((fields) => readDraft(fields, desk.context).answers)
  const unfinished = <p>{t('conflict.unfinished')}</p>
  return (
    <>
      <Notice kind="warning" title={t('conflict.title', { ofMonth: formatOfMonth(desk.month, locale) })}>
        <p>
          {t('conflict.text', {
            name: desk.latest.filedByName,
            instant: receivedText(desk.latest.receivedAt, locale),
          })}
        </p>
      </Notice>
      <h2>{t('conflict.theirs')}</h2>
      <AnswersView
        locale={locale}
        answers={desk.latest.answers}
        adults={desk.latest.answers.adults ?? adults}
      />
      <h2>{t('conflict.mine')}</h2>
      {page.read.answers ? (
        <AnswersView locale={locale} answers={page.read.answers} adults={adults} />
      ) : (
        unfinished
      )}
      {aside.length > 0 && (
        <Details summary={t('conflict.aside', { count: aside.length })}>
          {aside.map((answers, index) => (
            <section key={index}>
              <h3>{t('conflict.asideItem', { number: index + 1 })}</h3>
              {answers ? (
                <AnswersView locale={locale} answers={answers} adults={adults} heading="h4" />
              ) : (
                unfinished
              )}
            </section>
          ))}
        </Details>
      )}
      <Form
        action={formAddress(desk, 'draft')}
        hidden={{ language: locale, formKey, draftVersion: draftVersion(desk) }}
      >
        <p>{t('conflict.how')}</p>
        <ButtonGroup>
          <Button name="intent" value="correct-mine">
            {t('conflict.useMine')}
          </Button>
          <Button name="intent" value="discard" kind="secondary">
            {t('conflict.keepTheirs')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
