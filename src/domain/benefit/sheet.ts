import { cents } from '../money'
import type { Confidence, RateEntry } from '../rates/table'
import type { Amounts } from './amounts'
import type { LineCode } from './codes'
import type { Household } from './household'
import type { Line, LineDetail } from './line'
import type { BenefitSituation } from './situation'

/** The sheet a benefit is written on: what it is about, its lines so far, and their sum. */
export type Sheet = {
  readonly situation: BenefitSituation
  readonly household: Household
  readonly amounts: Amounts
  readonly lines: Line[]
  total: number
  confidence: Confidence
}

type Known = Pick<RateEntry, 'source' | 'confidence'>

const noDetail: LineDetail = {}

/** Writes a line whose mark is that of its rate, unless the rule itself is less sure. `amount` is in signed cents. */
export function write(
  sheet: Sheet,
  code: LineCode,
  amount: number,
  rule: string,
  rate: Known,
  detail: LineDetail = noDetail,
  ruleConfidence: Confidence = 'confirmed',
): void {
  const confidence = lessSure(rate.confidence, ruleConfidence)
  sheet.lines.push({ code, cents: cents(amount), rule, source: rate.source, confidence, detail })
  sheet.total += amount
  sheet.confidence = lessSure(sheet.confidence, confidence)
}

/** The less sure of two marks. */
export function lessSure(one: Confidence, other: Confidence): Confidence {
  if (one === 'uncertain' || other === 'confirmed') return one
  return other === 'uncertain' || one === 'confirmed' ? other : one
}
