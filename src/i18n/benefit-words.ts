import type { LineDetail } from '../domain/benefit/line'
import { formatMoney } from './format'
import type { Locale } from './locale'

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
