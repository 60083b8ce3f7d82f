import {
  incidentDays,
  longestEntry,
  type IncidentField,
  type IncidentProblem,
} from '@/domain/privacy/incident'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'

/** A field to put right, in words. `parts`: of a date, those that are missing. */
export type FieldInError = {
  readonly field: IncidentField
  readonly text: string
  readonly parts?: readonly ('day' | 'month' | 'year')[]
}

const missingPart = { dayMissing: 'day', monthMissing: 'month', yearMissing: 'year' } as const

/** What to put right in a form, in its order. */
export function errorsOf(problems: readonly IncidentProblem[], locale: Locale): readonly FieldInError[] {
  const t = textsOf(locale, 'incidents')
  return problems.map(({ field, problem }) => {
    const name = problem.slice(problem.indexOf('.') + 1)
    const part = Object.hasOwn(missingPart, name) ? missingPart[name as keyof typeof missingPart] : undefined
    const isDay = (incidentDays as readonly string[]).includes(field)
    const label = isDay ? t(`field.${field}` as 'field.awareFrom') : ''
    return {
      field,
      text: t(`error.${problem as 'words.tooLong'}`, { max: longestEntry, label } as {
        max: number
        label: string
      }),
      ...(part ? { parts: [part] } : {}),
    }
  })
}
