import { pageId } from '@/domain/application/journey'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { BackLink } from '@/ui/BackLink'
import { Button, ButtonGroup, ButtonLink } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { AnswersView } from './AnswersView'
import { DocumentsList } from './DocumentsList'
import { type DrawnLines, EstimateView } from './EstimateView'
import type { ReviewPage } from './queries'
import { linkOf, type Words, wordsOf } from './words'

/** Everything before it is sent: what disagrees, what is missing, each answer, the papers, and what it may lead to. */
export function ReviewView(props: {
  readonly locale: Locale
  readonly page: ReviewPage
  readonly formKey: string
  readonly lines: DrawnLines
}) {
  const { locale, page, formKey, lines } = props
  const say = wordsOf(locale, 'application')
  const { missing, standing } = page
  const isReady = missing.length === 0
  return (
    <>
      <BackLink href={paths.application(locale)}>{say('backToSteps')}</BackLink>
      {page.changedSince && (
        <Notice kind="warning" title={say('review.changedSince')}>
          <p>{say('review.changedSinceText')}</p>
        </Notice>
      )}
      <PageTitle>{say('review.title')}</PageTitle>
      <p>{say('review.lead')}</p>
      <Missing say={say} locale={locale} page={page} />
      <Contradictions say={say} locale={locale} page={page} />
      <h2>{say('review.answers')}</h2>
      <AnswersView
        {...{ say, locale, sections: page.sections, draft: page.draft, today: page.today }}
        mayChange
      />
      <h2>{say('section.documents')}</h2>
      <p>{say('papers.lead')}</p>
      <DocumentsList locale={locale} documents={page.documents} />
      <p>
        <a href={paths.applicationDocuments(locale)}>{say('papers.link')}</a>
      </p>
      <EstimateView locale={locale} estimate={page.estimate} lines={lines} />
      <ButtonGroup>
        {isReady ? (
          <ButtonLink href={paths.applicationDeclaration(locale)}>{say('review.next')}</ButtonLink>
        ) : (
          <ButtonLink href={paths.applicationQuestion(locale, pageId(missing[0]!))}>
            {say('review.complete')}
          </ButtonLink>
        )}
        <ButtonLink href={paths.application(locale)} kind="secondary">
          {say('review.later')}
        </ButtonLink>
      </ButtonGroup>
      {standing.correcting && (
        <Form
          action="/api/application/answers"
          hidden={{ language: locale, formKey, intent: 'discard' }}
          label={say('review.discard')}
        >
          <p>{say('review.discardText')}</p>
          <Button kind="plain">{say('review.discard')}</Button>
        </Form>
      )}
    </>
  )
}

type Part = { readonly say: Words; readonly locale: Locale; readonly page: ReviewPage }

/** What is still to answer: an error once sending was tried. */
function Missing({ say, locale, page }: Part) {
  const { missing, draft } = page
  if (missing.length === 0) return null
  return (
    <Notice kind={page.tried ? 'error' : 'info'} title={say('review.missing', { count: missing.length })}>
      <ul>
        {missing.map((ref) => (
          <li key={pageId(ref)}>
            <a href={hrefOf(locale, ref)}>{linkOf(say, ref, draft)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Answers that do not agree with each other: told, and never in the way of sending. */
function Contradictions({ say, locale, page }: Part) {
  const { contradictions, draft } = page
  if (contradictions.length === 0) return null
  return (
    <Notice kind="warning" title={say('review.contradictions')}>
      <p>{say('review.contradictionsText')}</p>
      <ul>
        {contradictions.map(({ code, pages }, at) => (
          <li key={`${code} ${at}`}>
            {say(`contradiction.${code}`)}{' '}
            {pages.map((ref) => (
              <span key={pageId(ref)}>
                <a href={hrefOf(locale, ref)}>{linkOf(say, ref, draft)}</a>{' '}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const hrefOf = (locale: Locale, ref: Parameters<typeof pageId>[0]): string =>
  paths.applicationQuestion(locale, pageId(ref))
