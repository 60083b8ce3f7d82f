import { dayOf } from '@/domain/calendar'
import type { Day, Instant } from '@/domain/calendar'
import type { TypedNotice } from '@/domain/notices/notice'
import { formatTime } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import type { DraftForm } from './schema'

/** What the form holds, by the names of its fields. */
export type NoticeFields = Omit<DraftForm, 'intent'>

/** A form nobody has touched: it begins now, in Québec, and says neither its kind nor its end. */
export function freshFields(now: Instant, locale: Locale): NoticeFields {
  const [year, month, day] = partsOf(dayOf(now))
  return {
    ...emptyFields,
    'from.day': day,
    'from.month': month,
    'from.year': year,
    fromTime: formatTime(now, locale),
  }
}

const partsOf = (day: Day) => day.split('-') as [string, string, string]

const emptyFields: NoticeFields = {
  kind: '',
  fr: '',
  en: '',
  'from.day': '',
  'from.month': '',
  'from.year': '',
  fromTime: '',
  'until.day': '',
  'until.month': '',
  'until.year': '',
  untilTime: '',
}

/** The fields of a draft as it was kept: one that misses a field has it empty. */
export const keptFields = (kept: Partial<NoticeFields>): NoticeFields => ({ ...emptyFields, ...kept })

/** The fields as the domain reads them. */
export function typedNotice(fields: NoticeFields): TypedNotice {
  const moment = (name: 'from' | 'until') => ({
    day: fields[`${name}.day`],
    month: fields[`${name}.month`],
    year: fields[`${name}.year`],
    time: fields[`${name}Time`],
  })
  const { kind, fr, en } = fields
  return { kind, fr, en, from: moment('from'), until: moment('until') }
}
