import type { Line } from '@/domain/benefit/line'
import type { Programme } from '@/domain/benefit/situation'
import type { Month } from '@/domain/calendar'
import type { Cents } from '@/domain/money'
import type {
  Eligibility,
  Outcome,
  ProgrammeOutcome,
  Question,
  Reason,
} from '@/domain/eligibility/eligibility'
import type { HouseholdCase } from '@/domain/estimate/case'
import { estimate, type Estimate } from '@/domain/estimate/estimate'
import { textsOf } from '@/i18n/texts'
import type { CurveRequest } from './schema'
import {
  lineTitle,
  lineWords,
  questionWords,
  reasonWords,
  refusalWords,
  remembered,
  type Both,
} from './words'

/** What is answered about a household: the estimate, in words (`answerSchema` describes it). */
export function answerOf(asked: HouseholdCase) {
  return told(estimate(asked))
}

/** An estimate in words. */
export function told({ month, programme, eligibility, benefit, provisional }: Estimate) {
  const computed = benefit?.computed ? benefit : null
  return {
    month,
    programme: computed ? programme : null,
    eligibility: eligibilityTold(eligibility),
    benefit: computed && {
      monthlyCents: computed.totalCents,
      lines: computed.lines.map((line) => lineTold(line, month)),
    },
    noBenefit: computed ? null : whyNone(benefit, eligibility),
    provisional,
  }
}

function eligibilityTold({ outcome, reasons, questions, programmes }: Eligibility) {
  return {
    outcome,
    reasons: reasons.map(reasonTold),
    questions: questions.map(questionTold),
    programmes: programmes.map(programmeTold),
  }
}

const programmeTold = ({ programme, outcome, reasons, questions }: ProgrammeOutcome) => ({
  programme,
  outcome,
  reasons: reasons.map(reasonTold),
  questions: questions.map(questionTold),
})

const reasonTold = remembered((reason: Reason) => ({
  code: reason.code,
  source: reason.source,
  confidence: reason.confidence,
  text: reasonWords(reason),
}))

const questionTold = remembered((question: Question) => ({
  code: question.code,
  source: question.source,
  text: questionWords(question),
}))

const lineTold = (line: Line, month: Month) => ({
  code: line.code,
  cents: line.cents,
  source: line.source,
  confidence: line.confidence,
  rule: line.rule,
  title: lineTitle(line, month),
  text: lineWords(line),
})

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

/** The benefit at each step of the first adult's work income (`curveAnswerSchema` describes it). */
export function curveOf({ toCents, stepCents, ...asked }: CurveRequest) {
  const points: { netWorkIncomeMonthlyCents: number; outcome: Outcome; monthlyCents: Cents | null }[] = []
  let first: Estimate | undefined
  for (let earned = 0; earned <= toCents; earned += stepCents) {
    const found = estimate(earning(asked, earned as Cents))
    first ??= found
    points.push({
      netWorkIncomeMonthlyCents: earned,
      outcome: found.eligibility.outcome,
      monthlyCents: found.benefit?.computed ? found.benefit.totalCents : null,
    })
  }
  const { month, programme, eligibility, noBenefit, provisional } = told(first!)
  return { month, programme: programme as Programme | null, eligibility, noBenefit, points, provisional }
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
