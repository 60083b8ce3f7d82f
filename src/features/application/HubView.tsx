import { pageId } from '@/domain/application/journey'
import { dayOf } from '@/domain/calendar'
import { formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { ButtonLink } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { type Task, TaskList } from '@/ui/TaskList'
import type { HubPage } from './queries'
import { type Words, wordsOf } from './words'

const statusKinds = { todo: 'neutral', started: 'info', done: 'success' } as const

/** The task list: what is to tell, what is told, the papers, the spouse, and what remains before it is sent. */
export function HubView(props: { readonly locale: Locale; readonly page: HubPage }) {
  const { locale, page } = props
  const say = wordsOf(locale, 'application')
  const { standing } = page
  const next = page.openings.find((_, at) => page.sections[at]!.status !== 'done')
  return (
    <>
      <PageTitle>{say(standing.correcting ? 'hub.titleCorrecting' : 'hub.title')}</PageTitle>
      <p>{say('hub.started', { day: formatDay(dayOf(page.startedAt), locale) })}</p>
      {page.urgent && (
        <Notice kind="warning" title={say('hub.urgent')}>
          <p>
            {say('hub.urgentText')} <a href={paths.applicationNow(locale)}>{say('hub.urgentLink')}</a>
          </p>
        </Notice>
      )}
      {standing.sent && !standing.correcting ? (
        <Sent say={say} locale={locale} />
      ) : (
        <>
          {next && (
            <p>
              <ButtonLink href={paths.applicationQuestion(locale, pageId(next))}>
                {say('hub.goOn')}
              </ButtonLink>
            </p>
          )}
          <h2>{say('hub.toTell')}</h2>
          <TaskList tasks={sectionTasks(say, locale, page)} />
        </>
      )}
      <h2>{say('hub.toGive')}</h2>
      <TaskList tasks={otherTasks(say, locale, page)} />
      <h2>{say('hub.codeTitle')}</h2>
      <p>{say('hub.codeText')}</p>
      <p>
        <a href={paths.applicationCode(locale)}>{say('hub.codeLink')}</a>
      </p>
    </>
  )
}

function Sent({ say, locale }: { readonly say: Words; readonly locale: Locale }) {
  return (
    <Notice kind="success" title={say('hub.sent')}>
      <p>
        <a href={paths.applicationReceipt(locale)}>{say('hub.sentReceipt')}</a>
      </p>
      <p>
        <a href={paths.applicationProgress(locale)}>{say('hub.sentProgress')}</a>
      </p>
    </Notice>
  )
}

function sectionTasks(say: Words, locale: Locale, page: HubPage): Task[] {
  return page.sections.map(({ section, status }, at) => ({
    href: paths.applicationQuestion(locale, pageId(page.openings[at]!)),
    title: say(`section.${section}`),
    status: { kind: statusKinds[status], text: say(`status.${status}`) },
  }))
}

function otherTasks(say: Words, locale: Locale, page: HubPage): Task[] {
  const { viewer, documents, complete, standing } = page
  const waiting = documents.filter(({ state, required }) => required && state === 'todo').length
  const tasks: Task[] = [
    {
      href: paths.applicationDocuments(locale),
      title: say('section.documents'),
      hint: say('hub.documentsHint'),
      status:
        waiting > 0
          ? { kind: 'neutral', text: say('status.documents', { count: waiting }) }
          : { kind: 'success', text: say('status.done') },
    },
  ]
  if (viewer.adult === 'spouse') {
    const confirm: Task = {
      href: paths.applicationSpouse(locale),
      title: say('hub.confirm'),
      hint: say('hub.confirmHint'),
      status: { kind: 'neutral', text: say('status.todo') },
    }
    return [...tasks, complete ? confirm : shut(say, confirm)]
  }
  if (page.spouseAnswers === 'self') {
    tasks.push({
      href: paths.applicationSpouse(locale),
      title: say('hub.spouse'),
      hint: say('hub.spouseHint'),
      status: { kind: 'neutral', text: say('status.spouse') },
    })
  }
  if (standing.sent && !standing.correcting) return tasks
  const check: Task = {
    href: paths.applicationReview(locale),
    title: say('section.check'),
    hint: say('hub.checkHint'),
    status: complete
      ? { kind: 'info', text: say('status.ready') }
      : { kind: 'neutral', text: say('status.notReady') },
  }
  return [...tasks, check]
}

/** A task that waits for those before it. */
const shut = (say: Words, { title, hint }: Task): Task => ({
  title,
  hint,
  status: { kind: 'neutral', text: say('status.notReady') },
})
