import type { ReactNode } from 'react'
import { dayOf, daysIn, monthOf } from '@/domain/calendar'
import type { Instant } from '@/domain/calendar'
import { formatDayOfMonth, formatMonth, formatOfMonth, formatWeekday } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths, type ContentPage } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonLink } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import { MonthStrip } from '@/ui/MonthStrip'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { contentOf } from './content'
import { publishedDates } from './dates'
import styles from './home.module.css'

/** What most people come to read. The others are under every page. */
const asked: readonly ContentPage[] = [
  'eligibility',
  'amounts',
  'applying',
  'monthlyStatement',
  'income',
  'specialBenefits',
  'rights',
  'otherHelp',
]

/**
 * The gateway: the doors to the file, to the estimate and to an office (`office` is its search), whom to call now, the
 * next dates, and what people come to read. The dates are those of everyone, on the day it is in Québec.
 */
export function HomeView(props: {
  readonly locale: Locale
  readonly now: Instant
  readonly office: ReactNode
}) {
  const { locale, now, office } = props
  const t = textsOf(locale, 'public.home')
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p className={styles.lead}>{t('lead')}</p>
      <div className={styles.doors}>
        <section className={styles.door}>
          <h2 className={styles.doorTitle}>{t('fileTitle')}</h2>
          <p className={styles.doorText}>{t('fileText')}</p>
          <ButtonLink href={paths.signIn(locale)}>
            <Icon name="lock" />
            {t('signIn')}
          </ButtonLink>
        </section>
        <section className={styles.door}>
          <h2 className={styles.doorTitle}>{t('estimateTitle')}</h2>
          <p className={styles.doorText}>{t('estimateText')}</p>
          <ButtonLink href={paths.estimator(locale)} kind="secondary">
            <Icon name="money" />
            {t('estimate')}
          </ButtonLink>
          <p className={styles.other}>
            <a href={paths.applicationStart(locale)}>{t('apply')}</a>
          </p>
        </section>
        <section className={styles.door}>
          <h2 className={styles.doorTitle}>{t('officeTitle')}</h2>
          {office}
        </section>
      </div>
      <Notice kind="warning" title={t('urgentTitle')}>
        <p>
          {t('urgentText')} <a href={paths.urgentNeed(locale)}>{t('urgentLink')}</a>
        </p>
      </Notice>
      <Dates locale={locale} now={now} />
      <h2>{t('askedTitle')}</h2>
      <ul className={styles.topics}>
        {asked.map((page) => {
          const { short, summary } = contentOf(page, locale)
          return (
            <li key={page} className={styles.topic}>
              <h3 className={styles.topicTitle}>
                <a href={paths.content(locale, page)}>{short}</a>
              </h3>
              <p className={styles.topicText}>{summary}</p>
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Dates({ locale, now }: { readonly locale: Locale; readonly now: Instant }) {
  const t = textsOf(locale, 'public.home')
  const today = dayOf(now)
  const { nextDue, nextPaid } = publishedDates(now)
  const due = nextDue.due.on
  const number = (day: string) => Number(day.slice(8))
  const isThisMonth = monthOf(today) === nextDue.month
  const dayName = formatDayOfMonth(due, locale)
  return (
    <>
      <h2>{t('datesTitle')}</h2>
      <dl className={styles.dates}>
        <div className={styles.date}>
          <dt>{t('dueTerm', { ofMonth: formatOfMonth(nextDue.month, locale) })}</dt>
          <dd className={styles.day}>{t('due', { day: formatWeekday(due, locale) })}</dd>
        </div>
        <div className={styles.date}>
          <dt>{t('paidTerm', { ofMonth: formatOfMonth(nextPaid.paidMonth, locale) })}</dt>
          <dd className={styles.day}>{t('paid', { day: formatWeekday(nextPaid.paid.on, locale) })}</dd>
        </div>
      </dl>
      <MonthStrip
        title={t('strip', { month: formatMonth(nextDue.month, locale), day: dayName })}
        days={daysIn(nextDue.month)}
        due={{ day: number(due), label: t('stripDue', { day: dayName }) }}
        {...(isThisMonth
          ? {
              today: { day: number(today), label: t('stripToday', { day: formatDayOfMonth(today, locale) }) },
            }
          : {})}
      />
      <p>
        {t('late')} <a href={paths.content(locale, 'monthlyStatement')}>{t('lateLink')}</a>
      </p>
    </>
  )
}
