import type { LineCode } from '../domain/benefit/codes'
import type { Line, LineDetail } from '../domain/benefit/line'
import type { Labels } from '../domain/eligibility/labels'
import { formatMoney } from './format'
import type { Locale } from './locale'
import { textsOf } from './texts'

/** The values a sentence about a benefit line may name (`benefit.line.<code>.why`), written in its language. */
export function benefitLineValues(detail: LineDetail, locale: Locale): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(detail)) {
    if (value === undefined) continue
    if (name.endsWith('Cents')) {
      values[name.slice(0, -'Cents'.length)] = formatMoney(value as Parameters<typeof formatMoney>[0], locale)
    } else values[name] = value
  }
  return values
}

type Say = { (key: string, values?: Record<string, string | number>): string; has: (key: string) => boolean }

/** Why a line of a benefit is there: one sentence, and another for a job that stopped in the month. */
export function benefitLineWhy(b: Say, { code, detail }: Line, locale: Locale): string {
  const values = benefitLineValues(detail, locale)
  const why = b(`line.${code}.why`, values)
  const ended = (detail.endedCents ?? 0) > 0 && b.has(`line.${code}.ended`)
  return ended ? `${why} ${b(`line.${code}.ended`, values)}` : why
}

/** What a line is called, in the words of its month (`labelsOf`): one allowance has changed its name with the Act of 2024. */
export function benefitLineTitle(code: LineCode, { constraints }: Labels, locale: Locale): string {
  if (code !== 'temporaryAllowance') return textsOf(locale, 'benefit')(`line.${code}.title`)
  return textsOf(locale, 'eligibility')(`label.constraint.${constraints}.temporaryAllowance`)
}
