import type { ReactNode } from 'react'
import type { Instant } from '@/domain/calendar'
import type { MovedDay } from '@/domain/statement/dates'
import { daysOffOf } from '@/domain/statement/holidays'
import {
  formatDayOfMonth,
  formatMonth,
  formatOfMonth,
  formatWeekday,
  formatWeekdayOfMonth,
} from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Details } from '@/ui/Details'
import { SummaryList } from '@/ui/SummaryList'
import { Table } from '@/ui/Table'
import { Tag } from '@/ui/Tag'
import styles from './calendar.module.css'
import { publishedDates, reasons } from '../dates'

/** The next two dates, then month by month this year and the next: when it opens, its last day, what it is paid. */
export function CalendarView({ locale, now }: { readonly locale: Locale; readonly now: Instant }) {
  const t = textsOf(locale, 'calendar')
  const { years, nextDue, nextPaid } = publishedDates(now)
  return (
    <>
      <SummaryList
        rows={[
          {
            term: t('nextDue'),
            value: t('nextDueValue', {
              day: formatWeekday(nextDue.due.on, locale),
              ofMonth: formatOfMonth(nextDue.month, locale),
            }),
          },
          {
            term: t('nextPaid'),
            value: t('nextPaidValue', {
              day: formatWeekday(nextPaid.paid.on, locale),
              month: formatMonth(nextPaid.paidMonth, locale),
            }),
          },
        ]}
      />
      {years.map(({ year, statements }) => (
        <section key={year}>
          <h2>{t('caption', { year: String(year) })}</h2>
          <Table
            id={`statements-${year}`}
            caption={t('caption', { year: String(year) })}
            captionHidden
            stacks
            columns={[{ label: t('column.month') }, { label: t('column.due') }, { label: t('column.paid') }]}
            rows={statements.map((dates) => ({
              key: dates.month,
              cells: [
                <>
                  {formatMonth(dates.month, locale)}
                  <Small>{t('opens', { day: formatDayOfMonth(dates.opensOn, locale) })}</Small>
                </>,
                <>
                  {dates === nextDue && <Next>{t('next.due')}</Next>}
                  <Moved day={dates.due} locale={locale} />
                </>,
                <>
                  {dates === nextPaid && <Next>{t('next.paid')}</Next>}
                  <Moved day={dates.paid} locale={locale}>
                    <Small>{t('paidFor', { month: formatMonth(dates.paidMonth, locale) })}</Small>
                  </Moved>
                </>,
              ],
            }))}
          />
          <Details summary={t('holidays', { year: String(year) })}>
            <Holidays year={year} locale={locale} />
          </Details>
        </section>
      ))}
    </>
  )
}

/** The day itself, then why it is not the usual one. */
function Moved(props: { readonly day: MovedDay; readonly locale: Locale; readonly children?: ReactNode }) {
  return (
    <>
      {formatWeekdayOfMonth(props.day.on, props.locale)}
      {props.children}
      {reasons(props.day, props.locale).map((reason) => (
        <Small key={reason}>{reason}</Small>
      ))}
    </>
  )
}

function Holidays({ year, locale }: { readonly year: number; readonly locale: Locale }) {
  const t = textsOf(locale, 'calendar')
  return (
    <ul>
      {daysOffOf(year).map(({ on, code, original }) => {
        const day = formatWeekdayOfMonth(on, locale)
        const holiday = code === 'decreed' ? t('decreedDay') : t(`holiday.${code}`)
        return (
          <li key={on}>
            {original === on
              ? t('holidayOn', { day, holiday })
              : t('holidayMoved', { day, holiday, original: formatWeekdayOfMonth(original, locale) })}
          </li>
        )
      })}
    </ul>
  )
}

const Small = ({ children }: { readonly children: string }) => (
  <span className={styles.small}>{children}</span>
)

const Next = ({ children }: { readonly children: string }) => (
  <span className={styles.next}>
    <Tag kind="info">{children}</Tag>
  </span>
)
