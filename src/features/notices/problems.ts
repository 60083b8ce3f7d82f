import { LONGEST_NOTICE } from '@/domain/notices/notice'
import type { NoticeField } from '@/domain/notices/notice'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { NoticesPage } from './queries'

/** A field to put right, in words. `parts`: of a date, those that are missing. */
export type FieldInError = {
  readonly field: NoticeField
  readonly text: string
  readonly parts?: readonly ('day' | 'month' | 'year')[]
}

const missingPart = { dayMissing: 'day', monthMissing: 'month', yearMissing: 'year' } as const

/** What to put right in the draft, in the order of its form. */
export function errorsOf({ problems }: NoticesPage, locale: Locale): readonly FieldInError[] {
  const t = textsOf(locale, 'notices')
  return problems.map(({ field, problem }) => {
    const name = problem.slice(problem.indexOf('.') + 1)
    const part = Object.hasOwn(missingPart, name) ? missingPart[name as keyof typeof missingPart] : undefined
    return {
      field,
      text: t(`error.${problem as 'text.required'}`, { field, max: LONGEST_NOTICE }),
      ...(part ? { parts: [part] } : {}),
    }
  })
}
