import { keptFor, scheduledKinds, type ErasableKind, type KeptFor } from '@/domain/retention/schedule'
import { dayOf } from '@/domain/calendar'
import { formatCount, formatDay } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Table } from '@/ui/Table'
import type { AdministrationPage } from './queries'

/** Counts stop here: past it, the number helps nobody. */
const MANY = 10_000

/** What is kept, how long and why; how much of it is past its time, and how much the machine erased. */
export function RetentionSection(props: {
  readonly locale: Locale
  readonly toErase: AdministrationPage['toErase']
  readonly erased: AdministrationPage['erased']
}) {
  const { locale, toErase, erased } = props
  const t = textsOf(locale, 'administration.retention')
  const mark = ({ confidence }: KeptFor) => textsOf(locale, 'benefit')(`confidence.${confidence}.title`)
  const due = (kind: ErasableKind) => (toErase[kind] >= MANY ? t('many') : formatCount(toErase[kind], locale))
  const gone = (kind: ErasableKind) => {
    const known = erased[kind]
    if (known === null) return t('never')
    return t('erasedSince', {
      count: formatCount(known.count, locale),
      day: formatDay(dayOf(known.at), locale),
    })
  }
  return (
    <>
      <h2>{t('title')}</h2>
      <p>{t('lead')}</p>
      <Table
        id="retention"
        caption={t('caption')}
        captionHidden
        stacks
        columns={[
          { label: t('what') },
          { label: t('time') },
          { label: t('why') },
          { label: t('due'), numeric: true },
          { label: t('erased') },
        ]}
        rows={keptFor.map((line) => ({
          key: line.kind,
          cells: [
            t(`kind.${line.kind}`),
            <>
              {t(line.keep.unit, { count: line.keep.count, from: line.from })}
              <br />
              {line.erasedAlready ? t('already') : t('nightly')}
            </>,
            <>
              {t(`reason.${line.kind}`)}
              <br />
              {textsOf(locale, 'administration')('sourceMark', {
                source: t(`source.${line.source}`),
                mark: mark(line),
              })}
            </>,
            due(line.kind),
            gone(line.kind),
          ],
        }))}
      />
      <h3>{t('scheduled')}</h3>
      <p>{t('scheduledLead')}</p>
      <ul>
        {scheduledKinds.map((kind) => (
          <li key={kind}>{t(`scheduledKind.${kind}`)}</li>
        ))}
      </ul>
      <p>{t('source.archivesAct')}</p>
    </>
  )
}
