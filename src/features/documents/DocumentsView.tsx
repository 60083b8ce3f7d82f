import type { Locale } from '@/i18n/locale'
import { documentTitle } from '@/i18n/papers'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { BackLink } from '@/ui/BackLink'
import { PageTitle } from '@/ui/PageTitle'
import { TaskList, type Task } from '@/ui/TaskList'
import type { Requirement } from './queries'

/** Every document that is asked for, and where each stands: what the decision waits for first. */
export function DocumentsView(props: {
  readonly locale: Locale
  readonly documents: readonly Requirement[]
}) {
  const { locale, documents } = props
  const t = textsOf(locale, 'documents')
  const groups = [
    { title: t('required'), members: documents.filter(({ asked }) => asked.required) },
    { title: t('useful'), members: documents.filter(({ asked }) => !asked.required) },
  ]
  return (
    <>
      <BackLink href={paths.application(locale)}>{t('back')}</BackLink>
      <PageTitle>{t('title')}</PageTitle>
      {documents.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <>
          <p>{t('intro')}</p>
          <p>{t('introClock')}</p>
        </>
      )}
      {groups.map(
        ({ title, members }) =>
          members.length > 0 && (
            <section key={title}>
              <h2>{title}</h2>
              <TaskList tasks={members.map((one) => taskOf(one, locale))} />
            </section>
          ),
      )}
    </>
  )
}

function taskOf(one: Requirement, locale: Locale): Task {
  const t = textsOf(locale, 'documents')
  const good = one.files.filter(({ scan }) => scan !== 'infected').length
  const status: Task['status'] =
    good > 0
      ? { kind: 'success', text: t('status.files', { count: good }) }
      : one.answered
        ? { kind: 'info', text: t(`status.${one.answered.answer}`) }
        : { kind: one.asked.required ? 'warning' : 'neutral', text: t('status.todo') }
  return {
    href: paths.applicationDocument(locale, one.slug),
    title: documentTitle(one.asked, locale),
    hint: t(`of.${one.asked.whose}`),
    status,
  }
}
