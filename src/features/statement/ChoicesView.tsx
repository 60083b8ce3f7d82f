import { formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { StatementState } from '@/domain/statement/state'
import { ButtonLink } from '@/ui/Button'
import { PageTitle } from '@/ui/PageTitle'
import { TaskList } from '@/ui/TaskList'
import type { FilingChoices } from './assisted-queries'
import { receivedText, wordsOf } from './words'

/** What may be filled out with a person who is helped: their statements, a change; and what they sent last. */
export function ChoicesView(props: {
  readonly locale: Locale
  readonly name: string
  readonly choices: FilingChoices
}) {
  const { locale, name, choices } = props
  const { place, statements, begun, recent } = choices
  const t = textsOf(locale, 'assisted.home')
  const say = wordsOf(locale, 'receipt')
  const status = (state: StatementState) => {
    if (state.filed) return { kind: 'success' as const, text: t('filed') }
    if (begun.includes(state.month)) return { kind: 'info' as const, text: t('begun') }
    return state.name === 'late' || state.name === 'closed'
      ? { kind: 'warning' as const, text: t('late') }
      : { kind: 'info' as const, text: t('toDo') }
  }
  return (
    <>
      <PageTitle>{t('title', { name })}</PageTitle>
      <h2>{t('statements')}</h2>
      {statements.length === 0 && <p>{t('none')}</p>}
      <TaskList
        tasks={statements.map((state) => ({
          href: place.statement(locale, state.month, 'start'),
          title: t('statement', { ofMonth: formatOfMonth(state.month, locale) }),
          status: status(state),
        }))}
      />
      {choices.mayReport && (
        <ButtonLink href={place.change(locale, 'start')} kind="secondary">
          {t('change')}
        </ButtonLink>
      )}
      {recent.length > 0 && (
        <>
          <h2>{t('recent')}</h2>
          <ul>
            {recent.map((entry) => (
              <li key={entry.id}>
                <a href={place.receipt(locale, entry.id)}>
                  {say(`title.${entry.kind}`, { ofMonth: formatOfMonth(entry.month, locale) })}
                </a>
                , {receivedText(entry.receivedAt, locale)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
