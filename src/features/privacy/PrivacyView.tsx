import { randomUUID } from 'node:crypto'
import {
  articleOf,
  daysConfidence,
  longestWords,
  privacyKinds,
  type AskProblem,
} from '@/domain/privacy/request'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup } from '@/ui/Button'
import { Radios } from '@/ui/Choices'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { TextArea } from '@/ui/TextArea'
import type { PrivacyPage } from './queries'
import { RequestSection } from './RequestSection'
import type { AskNote } from './schema'

const kindOfNote = {
  sent: 'success',
  withdrawn: 'success',
  'already-withdrawn': 'info',
  'already-answered': 'warning',
  'no-office': 'warning',
  restored: 'info',
} as const satisfies Record<AskNote, string>

/** Where one asks about one's own information: what is there at once, the form, and what was asked before. */
export function PrivacyView(props: {
  readonly locale: Locale
  readonly page: PrivacyPage
  readonly note: AskNote | undefined
  readonly formKey: string
}) {
  const { locale, page, note, formKey } = props
  const t = textsOf(locale, 'privacy')
  const ask = textsOf(locale, 'privacy.ask')
  const say = ({ field, problem }: AskProblem): string =>
    t(`error.${field}.${problem}` as 'error.words.tooLong', { max: longestWords })
  const errorOf = (field: AskProblem['field']) => {
    const found = page.problems.find((one) => one.field === field)
    return found ? { error: say(found) } : {}
  }
  return (
    <>
      <ErrorSummary
        title={textsOf(locale, 'common')('errorSummary')}
        errors={page.problems.map((one) => ({ field: one.field, text: say(one) }))}
      />
      <BackLink href={paths.account(locale)}>{t('back')}</BackLink>
      <PageTitle>{t('title')}</PageTitle>
      {note && <Notice kind={kindOfNote[note]} title={t(`told.${note}`)} />}
      <p>{t('lead')}</p>
      <AtOnce locale={locale} />
      <h2>{ask('title')}</h2>
      <p>{ask('lead')}</p>
      <p>{ask('clock')}</p>
      <p>{ask('alone')}</p>
      <Form
        action="/api/privacy-requests"
        hidden={{ language: locale, formKey, key: randomUUID() }}
        label={ask('title')}
      >
        <Radios
          name="kind"
          label={ask('kind')}
          value={page.typed.kind}
          choices={privacyKinds.map((kind) => ({
            value: kind,
            label: t(`kind.${kind}`),
            hint: t(`kindHint.${kind}`, { article: articleOf[kind].article }),
          }))}
          {...errorOf('kind')}
        />
        <TextArea
          name="words"
          label={ask('words')}
          hint={ask('wordsHint', { max: longestWords })}
          value={page.typed.words}
          rows={6}
          {...errorOf('words')}
        />
        <p>{ask('where')}</p>
        <ButtonGroup>
          <Button name="intent" value="send">
            {ask('send')}
          </Button>
          {page.problems.length > 0 && (
            <Button kind="secondary" name="intent" value="discard">
              {ask('discard')}
            </Button>
          )}
        </ButtonGroup>
      </Form>
      <h2>{t('mine.title')}</h2>
      {page.requests.length === 0 && <p>{t('mine.none')}</p>}
      {page.requests.map((request) => (
        <RequestSection key={request.id} locale={locale} request={request} now={page.now} formKey={formKey} />
      ))}
      {daysConfidence !== 'confirmed' && <p>{t('mine.uncertain')}</p>}
    </>
  )
}

/** What needs no request. */
function AtOnce({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'privacy.atOnce')
  const ways = [
    { href: paths.myData(locale), text: t('data') },
    { href: paths.looks(locale), text: t('looks') },
    { href: paths.change(locale), text: t('change') },
    { href: paths.address(locale), text: t('address') },
    { href: paths.account(locale), text: t('account') },
  ]
  return (
    <>
      <h2>{t('title')}</h2>
      <ul>
        {ways.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
