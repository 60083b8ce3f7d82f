import { keptFor, scheduledKinds, type ErasableKind, type KeptFor } from '@/domain/retention/schedule'
import { formatCount } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Table } from '@/ui/Table'

/** Counts stop here: past it, the number helps nobody. */
const MANY = 10_000

/** What is kept, how long and why; and how much of it is past its time. Nothing is erased from here. */
export function RetentionSection(props: {
  readonly locale: Locale
  readonly toErase: Readonly<Record<ErasableKind, number>>
}) {
  const { locale, toErase } = props
  const t = textsOf(locale, 'administration.retention')
  const mark = ({ confidence }: KeptFor) => textsOf(locale, 'benefit')(`confidence.${confidence}.title`)
  const due = (kind: ErasableKind) => (toErase[kind] >= MANY ? t('many') : formatCount(toErase[kind], locale))
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
        ]}
        rows={keptFor.map((line) => ({
          key: line.kind,
          cells: [
            t(`kind.${line.kind}`),
            <>
              {t(line.keep.unit, { count: line.keep.count, from: line.from })}
              <br />
              {line.erasedAlready ? t('already') : t('awaits')}
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
