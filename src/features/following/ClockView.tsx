import { dayOf } from '@/domain/calendar'
import { formatDay, formatWeekday } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Details } from '@/ui/Details'
import { Tag, type TagKind } from '@/ui/Tag'
import type { ClockShown } from './queries'

const colours: Record<ClockShown['state'], TagKind> = {
  notSent: 'neutral',
  notStarted: 'neutral',
  running: 'info',
  stopped: 'warning',
  overdue: 'error',
  kept: 'success',
  broken: 'error',
  withdrawn: 'neutral',
}

/** The five business days of the office, as both sides see them. */
export function ClockView({ locale, clock }: { readonly locale: Locale; readonly clock: ClockShown }) {
  const t = textsOf(locale, 'following.clock')
  return (
    <section aria-labelledby="clock">
      <h2 id="clock">{t('title')}</h2>
      <p>
        {t('state')} <Tag kind={colours[clock.state]}>{t(`stateOf.${clock.state}`)}</Tag>
      </p>
      {sentences(locale, clock).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Details summary={t('how')}>
        <p>{t('lead')}</p>
        <p>{t('howText')}</p>
        <p>{t('howSource')}</p>
      </Details>
    </section>
  )
}

function sentences(locale: Locale, clock: ClockShown): string[] {
  const t = textsOf(locale, 'following.clock')
  const day = (of: Parameters<typeof formatWeekday>[0]) => formatWeekday(of, locale)
  switch (clock.state) {
    case 'running':
      return [
        t('running', { day: day(clock.promisedDay) }),
        clock.today === null
          ? t('counted', { count: clock.counted, of: clock.of })
          : t('today', { number: clock.today, of: clock.of }),
      ]
    case 'stopped':
      return [t('stopped', { day: formatDay(dayOf(clock.since), locale), left: clock.left })]
    case 'overdue':
      return [t('overdue', { day: day(clock.promisedDay), late: clock.businessDaysLate }), t('overdueText')]
    case 'kept':
    case 'broken':
      return [
        t('kept', { day: formatDay(dayOf(clock.decidedAt), locale) }),
        ...(clock.promisedDay ? [t('promised', { promised: day(clock.promisedDay) })] : []),
      ]
    case 'notSent':
    case 'notStarted':
    case 'withdrawn':
      return [t(clock.state)]
  }
}
