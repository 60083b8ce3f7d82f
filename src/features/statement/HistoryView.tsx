import type { Cents } from '@/domain/money'
import { formatInstant, formatMoney, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { BackLink } from '@/ui/BackLink'
import { PageTitle } from '@/ui/PageTitle'
import { Timeline } from '@/ui/Steps'
import { DifferencesView } from './DifferencesView'
import type { HistoryEntry } from './history'
import type { FileHistory } from './queries'
import { type Words, wordsOf } from './words'

/** Every version sent, newest first, with what it changed and the payment it announced. */
export function HistoryView({ locale, history }: { readonly locale: Locale; readonly history: FileHistory }) {
  const say = wordsOf(locale, 'statement')
  return (
    <>
      <BackLink href={paths.file(locale)}>{say('backToFile')}</BackLink>
      <PageTitle>{say('history.title')}</PageTitle>
      {history.entries.length === 0 && <p>{say('history.empty')}</p>}
      <Timeline
        events={history.entries.map((entry) => {
          const payment = history.payments.get(entry.id)
          return {
            key: entry.id,
            when: formatInstant(entry.receivedAt, locale),
            title: <a href={paths.receipt(locale, entry.id)}>{entryTitle(say, locale, entry)}</a>,
            children: (
              <>
                <p>{say('history.by', { name: entry.filedByName })}</p>
                {entry.correctionReason && <p>{say('history.reason', { reason: entry.correctionReason })}</p>}
                {payment && (
                  <p>
                    {say('history.effect', {
                      ofMonth: formatOfMonth(payment.month, locale),
                      amount: formatMoney(payment.totalCents as Cents, locale),
                    })}
                  </p>
                )}
                {entry.differences.length > 0 && (
                  <>
                    <p>{say('history.changed')}</p>
                    <DifferencesView
                      locale={locale}
                      differences={entry.differences}
                      adults={history.adults}
                    />
                  </>
                )}
              </>
            ),
          }
        })}
      />
    </>
  )
}

/** What one thing sent is called. */
export function entryTitle(say: Words, locale: Locale, entry: HistoryEntry): string {
  if (entry.kind !== 'statement') return say(`history.${entry.kind}`)
  const ofMonth = formatOfMonth(entry.month, locale)
  return entry.version > 1
    ? say('history.version', { ofMonth, version: entry.version })
    : say('history.statement', { ofMonth })
}
