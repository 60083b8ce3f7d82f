import { formatDay, formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { PageTitle } from '@/ui/PageTitle'
import { Select } from '@/ui/Select'
import { ErrorSummary } from '@/ui/ErrorSummary'
import type { Told } from './outcome'
import type { HandOver } from './queries'
import { TaskTable } from './TaskTable'
import { ToldNotice } from './ToldNotice'

const waiting = ['waiting', 'onHold', 'proposed'] as const
type Waiting = (typeof waiting)[number]
const waitingOf = (state: string): Waiting | undefined => waiting.find((one) => one === state)

/** What someone holds, for whoever takes over: what is to do, then what waits, for whom, until when, and what was said. */
export function HandOverView(props: {
  readonly locale: Locale
  readonly handOver: HandOver
  readonly told: Told | null
  readonly viewerId: string
  readonly formKey: string
}) {
  const { locale, handOver, told, viewerId, formKey } = props
  const t = textsOf(locale, 'worklist')
  const { who, lines, colleagues, now } = handOver
  type Held = (typeof lines)[number]
  const last = {
    label: t('handOver.last'),
    cell: (line: Held) =>
      line.lastVerb !== null &&
      line.lastAt !== null && (
        <>
          {t('handOver.lastOn', {
            verb: t(`verb.${line.lastVerb}`),
            instant: formatInstant(line.lastAt, locale),
          })}
          {line.lastWords !== null && <p>{t('handOver.said', { words: line.lastWords })}</p>}
        </>
      ),
  }
  const waitsFor = {
    label: t('handOver.waitsFor'),
    cell: (line: Held) => t(`handOver.forWhom.${waitingOf(line.state) ?? 'waiting'}`),
  }
  const until = {
    label: t('handOver.until'),
    cell: (line: Held) => (line.until === null ? t('handOver.noDay') : formatDay(line.until, locale)),
  }
  const isError = told === 'noTask' || told === 'noAssignee'
  const parts = [
    { id: 'todo', lines: lines.filter(({ state }) => !waitingOf(state)), more: [last] },
    { id: 'waits', lines: lines.filter(({ state }) => waitingOf(state)), more: [waitsFor, until, last] },
  ] as const
  const first = parts.find((part) => part.lines.length > 0)
  return (
    <>
      {isError && first && (
        <ErrorSummary
          title={textsOf(locale, 'common')('errorSummary')}
          errors={[
            { field: `${first.id}.${told === 'noTask' ? 'task.0' : 'assignee'}`, text: t(`told.${told}`) },
          ]}
        />
      )}
      <PageTitle>{t('handOver.title', { name: who.name })}</PageTitle>
      {told !== null && !isError && <ToldNotice locale={locale} outcome={told} />}
      <p>{t('handOver.lead')}</p>
      {colleagues.length > 1 && (
        <Form action={paths.officeHandOver(locale)} method="get" label={t('handOver.who')}>
          <Select
            name="agent"
            label={t('handOver.who')}
            empty={t('whose.mine')}
            value={who.id === viewerId ? '' : who.id}
            choices={colleagues
              .filter(({ id }) => id !== viewerId)
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button kind="secondary">{t('handOver.show')}</Button>
        </Form>
      )}
      {parts.map((part) => (
        <section key={part.id} aria-labelledby={`${part.id}.title`}>
          <h2 id={`${part.id}.title`}>{t(part.id === 'todo' ? 'handOver.toDo' : 'handOver.waits')}</h2>
          {part.lines.length === 0 ? (
            <p>{t(part.id === 'todo' ? 'handOver.nothingToDo' : 'handOver.nothingWaits')}</p>
          ) : (
            <TaskTable
              id={part.id}
              caption={t(part.id === 'todo' ? 'handOver.captionToDo' : 'handOver.captionWaits')}
              lines={part.lines}
              columns={['file', 'due']}
              more={part.more}
              list={{ list: 'handOver', of: who.id }}
              {...{ locale, colleagues, now, viewerId, formKey }}
            />
          )}
        </section>
      ))}
      {handOver.more && <p>{t('handOver.more', { count: lines.length })}</p>}
    </>
  )
}
