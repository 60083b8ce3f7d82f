import type { ReactNode } from 'react'
import type { Cents } from '@/domain/money'
import type { AnswerDifference } from '@/domain/statement/differences'
import { formatInstant, formatMoney, formatMonth, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Details } from '@/ui/Details'
import { Hidden } from '@/ui/Hidden'
import { Tag, type TagKind } from '@/ui/Tag'
import styles from './file.module.css'
import type { FileMonth } from './months'

/** Draws what differs between two statements, in the words the person saw. */
export type DrawDifferences = (
  differences: readonly AnswerDifference[],
  adults: readonly { readonly id: string; readonly name: string }[],
) => ReactNode

/** The statements of a year, the latest first, what changed marked on each and shown when it is opened. */
export function MonthsPanel(props: {
  readonly locale: Locale
  readonly months: readonly FileMonth[]
  readonly draw: DrawDifferences
}) {
  const { locale, months } = props
  const t = textsOf(locale, 'casefile.month')
  if (months.length === 0) return <p>{t('none')}</p>
  return (
    <ol className={styles.plain}>
      {months.map((month) => (
        <li key={month.month} className={styles.entry}>
          <MonthLine locale={locale} month={month} />
          {month.differences.length > 0 && (
            <Details summary={t('differences')} open={month === months.find(({ filing }) => filing)}>
              {props.draw(month.differences, month.filing?.answers.adults ?? [])}
            </Details>
          )}
          {month.changes.map((change) => (
            <div key={change.id} className={styles.small}>
              <a href={paths.officeStatement(locale, change.id)}>
                {t(change.kind === 'privateChange' ? 'privateChange' : 'change', {
                  instant: formatInstant(change.receivedAt, locale),
                })}
              </a>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}

function MonthLine({ locale, month }: { readonly locale: Locale; readonly month: FileMonth }) {
  const t = textsOf(locale, 'casefile.month')
  const topics = textsOf(locale, 'review.topic')
  const { filing, payment } = month
  const ofMonth = formatOfMonth(month.month, locale)
  return (
    <>
      <div className={styles.line}>
        <strong>{formatMonth(month.month, locale)}</strong>
        <Tag kind={colourOf(month)}>
          {month.state === 'closed' && filing ? t('closedFiled') : t(`state.${month.state}`)}
        </Tag>
        {filing && month.late && <Tag kind="warning">{t('late')}</Tag>}
        {month.disagrees && <Tag kind="error">{t('disagrees')}</Tag>}
        {filing && month.changed.length > 0 && <Tag kind="info">{t('changed')}</Tag>}
        {filing && (
          <a href={paths.officeStatement(locale, filing.id)}>
            {t('open')}
            <Hidden> {t('openOf', { ofMonth })}</Hidden>
          </a>
        )}
      </div>
      {filing && (
        <div className={styles.small}>
          {[
            t('received', { instant: formatInstant(filing.receivedAt, locale) }),
            t('by', { name: filing.filedByName }),
            ...(month.versions > 1 ? [t('version', { version: filing.version })] : []),
            month.changed.length > 0
              ? month.changed.map((topic) => topics(topic)).join(', ')
              : t('unchanged'),
            ...(payment
              ? [
                  t('payment', {
                    ofMonth: formatOfMonth(payment.month, locale),
                    amount: formatMoney(payment.totalCents as Cents, locale),
                  }),
                ]
              : []),
          ].join(' · ')}
        </div>
      )}
    </>
  )
}

function colourOf({ state, filing, late }: FileMonth): TagKind {
  if (filing) return 'success'
  if (late) return 'error'
  return state === 'dueToday' ? 'warning' : 'neutral'
}
