import type { Cents } from '@/domain/money'
import type { Eligibility, Outcome, ProgrammeOutcome } from '@/domain/eligibility/eligibility'
import { labelsOf } from '@/domain/eligibility/labels'
import type { HouseholdCase } from '@/domain/estimate/case'
import { estimate, type Estimate } from '@/domain/estimate/estimate'
import { textsOf } from '@/i18n/texts'
import type { CurveRequest } from './schema'
import { refusalWords, writeLine, writeQuestions, writeReasons, type Both, type Pieces } from './words'

/*
 * What is answered, as JSON (`answerSchema` and `curveAnswerSchema` describe it; tests hold it to them). Written here
 * rather than by JSON.stringify, because most of it is the same text again and again.
 */

/** The answer about a household. */
export function answerOf(asked: HouseholdCase): string {
  const pieces: Pieces = []
  writeAnswer(pieces, asked)
  return pieces.join('')
}

/** The answer about several, in their order. */
export function answersOf(asked: readonly HouseholdCase[]): string {
  const pieces: Pieces = []
  for (const one of asked) {
    pieces.push(pieces.length === 0 ? '[' : ',')
    writeAnswer(pieces, one)
  }
  pieces.push(']')
  return pieces.join('')
}

function writeAnswer(pieces: Pieces, asked: HouseholdCase): void {
  const found = estimate(asked)
  const benefit = found.benefit?.computed ? found.benefit : null
  begin(pieces, found)
  if (benefit) {
    pieces.push(`"benefit":{"monthlyCents":${benefit.totalCents},"lines":[`)
    const labels = labelsOf(found.month)
    for (let index = 0; index < benefit.lines.length; index += 1) {
      if (index > 0) pieces.push(',')
      writeLine(pieces, benefit.lines[index]!, labels)
    }
    pieces.push(']},')
  } else pieces.push('"benefit":null,')
  pieces.push(found.provisional ? '"provisional":true}' : '"provisional":false}')
}

/** What an estimate and a curve say alike. */
function begin(pieces: Pieces, { month, programme, eligibility, benefit }: Estimate): void {
  const computed = benefit?.computed === true
  pieces.push(`{"month":"${month}","programme":`, computed && programme ? `"${programme}"` : 'null')
  pieces.push(',"eligibility":{')
  judged(pieces, eligibility)
  pieces.push(',"programmes":')
  let before = '['
  for (const one of eligibility.programmes) {
    pieces.push(before, '{"programme":"', one.programme, '",')
    judged(pieces, one)
    pieces.push('}')
    before = ','
  }
  pieces.push(']},"noBenefit":')
  pieces.push(computed ? 'null' : JSON.stringify(whyNone(benefit, eligibility)), ',')
}

function judged(pieces: Pieces, { outcome, reasons, questions }: Omit<ProgrammeOutcome, 'programme'>): void {
  pieces.push('"outcome":"', outcome, '","reasons":')
  writeReasons(pieces, reasons)
  pieces.push(',"questions":')
  writeQuestions(pieces, questions)
}

/** An amount is never left out without a reason. */
function whyNone(
  benefit: Estimate['benefit'],
  { outcome }: Eligibility,
): { readonly code: string; readonly text: Both } {
  if (benefit && !benefit.computed) return { code: benefit.reason, text: refusalWords(benefit.reason) }
  const code = outcome === 'incomplete' ? 'incomplete' : 'ineligible'
  return {
    code,
    text: {
      fr: textsOf('fr', 'estimates.noBenefit')(code),
      en: textsOf('en', 'estimates.noBenefit')(code),
    },
  }
}

/** The benefit at each step of the first adult's work income. */
export function curveOf({ toCents, stepCents, ...asked }: CurveRequest): string {
  const points: { netWorkIncomeMonthlyCents: number; outcome: Outcome; monthlyCents: Cents | null }[] = []
  for (let earned = 0; earned <= toCents; earned += stepCents) {
    const { eligibility, benefit } = estimate(earning(asked, earned as Cents))
    points.push({
      netWorkIncomeMonthlyCents: earned,
      outcome: eligibility.outcome,
      monthlyCents: benefit?.computed ? benefit.totalCents : null,
    })
  }
  const first = estimate(earning(asked, 0 as Cents))
  const pieces: Pieces = []
  begin(pieces, first)
  pieces.push(`"points":${JSON.stringify(points)},"provisional":${first.provisional}}`)
  return pieces.join('')
}

/** The same household, the first adult earning so much. Of a job that ended, no more than is earned. */
function earning(asked: HouseholdCase, earned: Cents): HouseholdCase {
  const [adult, ...others] = asked.adults as [HouseholdCase['adults'][number]]
  const ended = adult.endedWork
  const endedWork = ended && {
    ...ended,
    netMonthlyCents: Math.min(ended.netMonthlyCents, earned) as Cents,
  }
  return { ...asked, adults: [{ ...adult, netWorkIncomeMonthlyCents: earned, endedWork }, ...others] }
}
