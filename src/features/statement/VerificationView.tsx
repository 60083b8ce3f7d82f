import { formatList, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup, ButtonLink } from '@/ui/Button'
import { Checkbox } from '@/ui/Choices'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { TextArea } from '@/ui/TextArea'
import { AnswersView } from './AnswersView'
import { formAddress, pagePath } from './place'
import { valueOf } from './draft'
import { errorOf, PageErrors, PageForm, PageSteps } from './PageForm'
import { PreviewView } from './PreviewView'
import type { StatementPage } from './queries'
import { ReadBack } from './ReadBack'
import { isPrivate } from './schema'
import { wordsOf } from './words'

/** What an office looks at before an amount is sure: these answers change the household, not only its income. */
const checkedByOffice = ['people', 'move', 'studies', 'absence', 'health', 'other']

/** Page 3: check the answers, see the next payment and why it differs, attest, send. */
export function VerificationView(props: {
  readonly locale: Locale
  readonly page: StatementPage
  readonly formKey: string
}) {
  const { locale, page, formKey } = props
  const { desk, read } = page
  const say = wordsOf(locale, 'statement')
  const to = (one: 'start' | 'questions') => pagePath(desk, locale, one)
  const previous = page.pages.includes('questions') ? 'questions' : 'start'
  const caption =
    desk.kind === 'change' ? say('changeTitle') : say('title', { ofMonth: formatOfMonth(desk.month, locale) })
  const title = <PageTitle caption={caption}>{say('verification.title')}</PageTitle>
  if (!read.answers) {
    const wrong = read.errors.some((error) => error.page === 'start') ? 'start' : 'questions'
    return (
      <>
        <BackLink href={to(previous)}>{say('back')}</BackLink>
        {title}
        <Notice kind="warning" title={say('verification.notReady')}>
          <p>{say('verification.notReadyText')}</p>
        </Notice>
        <ButtonLink href={to(wrong)}>{say('verification.notReadyLink')}</ButtonLink>
      </>
    )
  }
  const adults = desk.household.people.filter((person) => person.role === 'adult')
  const hidden = isPrivate(desk.fields, desk.context)
  const differs = read.answers.confirmed.some((one) => one.finalCents !== one.estimatedCents)
  const send =
    hidden || desk.kind === 'change' ? 'sendChange' : desk.context.correcting ? 'sendCorrection' : 'send'
  return (
    <>
      <BackLink href={to(previous)}>{say('back')}</BackLink>
      <PageErrors say={say} locale={locale} page={page} current="verification" />
      {title}
      <PageSteps say={say} page={page} current="verification" />
      {desk.draft?.attempted.includes('changed-since') && (
        <Notice kind="warning" title={say('verification.changedSince')}>
          <p>{say('verification.changedSinceText')}</p>
        </Notice>
      )}
      {hidden && <Notice kind="info" title={say('verification.officeOnly')} />}
      <h2>{say('verification.answersTitle')}</h2>
      <AnswersView
        locale={locale}
        answers={read.answers}
        adults={adults}
        editHref={{ start: to('start'), questions: to('questions') }}
      />
      {page.preview && !hidden && (
        <PreviewView
          locale={locale}
          preview={page.preview}
          title={
            page.isPast
              ? say('preview.titlePastChanged', { ofMonth: formatOfMonth(desk.state.payment.month, locale) })
              : say('preview.title')
          }
          open
        />
      )}
      {!hidden && read.answers.changed.some((topic) => checkedByOffice.includes(topic)) && (
        <p>{say('verification.officeChecks')}</p>
      )}
      {differs && <p>{say('verification.estimateEffect', { ofMonth: formatOfMonth(desk.month, locale) })}</p>}
      {desk.kind === 'statement' && adults.length > 1 && (
        <p>
          {say('verification.forBoth', {
            names: formatList(
              adults.map((adult) => adult.givenName),
              locale,
            ),
          })}
        </p>
      )}
      <PageForm desk={desk} page="verification" locale={locale} formKey={formKey} seen={page.seen}>
        {desk.context.correcting !== null && (
          <TextArea
            name="correctionReason"
            label={say('verification.reasonLabel')}
            hint={say('verification.reasonHint')}
            value={valueOf(desk.fields, 'correctionReason')}
            maxLength={1_000}
            rows={3}
            {...errorOf(say, locale, page, 'verification', 'correctionReason')}
          />
        )}
        <Checkbox
          name="attest"
          value="yes"
          label={say('attest.statement')}
          hint={say('attest.hint')}
          checked={valueOf(desk.fields, 'attest') === 'yes'}
          {...errorOf(say, locale, page, 'verification', 'attest')}
        />
        <ReadBack locale={locale} page={page} current="verification" />
        <ButtonGroup>
          <Button name="intent" value="send" formAction={formAddress(desk, 'submission')}>
            {say(`verification.${send}`)}
          </Button>
          <Button name="intent" value="save" kind="plain">
            {say('save')}
          </Button>
        </ButtonGroup>
      </PageForm>
    </>
  )
}
