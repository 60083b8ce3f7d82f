import 'server-only'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { CSV_START, csvLine } from '@/server/csv'
import type { Answer } from '@/server/endpoint'
import type { Entry } from './entries'
import { keptWords, lineNames, linesOf, missingWords } from './words'

/** The register as a file: a line for each incident, as it stands now. */
export function registerFile(entries: readonly Entry[], locale: Locale): NonNullable<Answer['file']> {
  const t = textsOf(locale, 'incidents')
  const head = [
    t('column.id'),
    ...lineNames.map((name) => t(`line.${name}`)),
    ...[t('column.missing'), t('column.kept'), t('column.version'), t('column.recordedAt')],
  ]
  const body = entries.map(({ incidentId, incident, version, recordedAt }) =>
    csvLine([
      incidentId,
      ...linesOf(incident, locale).map(({ value }) => value),
      missingWords(incident, locale).join(' '),
      keptWords(incident, locale),
      version,
      formatInstant(recordedAt, locale),
    ]),
  )
  return {
    name: 'quinze-incidents.csv',
    type: 'text/csv; charset=utf-8',
    body: CSV_START + csvLine(head) + body.join(''),
  }
}
