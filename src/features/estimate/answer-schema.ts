import { z } from 'zod'
import { programmes } from '@/domain/benefit/situation'
import { confidences } from '@/domain/rates/table'
import { sourceIds } from '@/domain/rates/sources'
import { component, described } from './described'

/* What is answered, for the document of the API; tests hold the answers to it. */

/** The same words in both languages. */
export const bothSchema = component('Text', z.object({ fr: z.string(), en: z.string() }), 'text')
const code = described('code', z.string())
const source = component('Source', z.enum(sourceIds), 'source')
const programme = z.enum(programmes)
const outcome = described('outcome', z.enum(['eligible', 'ineligible', 'incomplete']))
const cents = z.int()

const reason = component(
  'Reason',
  z.object({
    code,
    source,
    confidence: described('confidence', z.enum(confidences)),
    text: bothSchema,
  }),
)
const question = component('Question', z.object({ code, source, text: bothSchema }))
const judged = {
  outcome,
  reasons: described('reasons', z.array(reason)),
  questions: described('questions', z.array(question)),
}
const eligibility = component(
  'Eligibility',
  z.object({
    ...judged,
    programmes: described('programmes', z.array(z.object({ programme, ...judged }))),
  }),
  'eligibility',
)
const line = component(
  'Line',
  z.object({
    code,
    cents: described('lineCents', cents),
    source,
    confidence: described('confidence', z.enum(confidences)),
    rule: described('rule', z.string()),
    title: bothSchema,
    text: bothSchema,
  }),
)
const benefit = component(
  'Benefit',
  z.object({
    monthlyCents: described('benefitMonthly', cents.min(0)),
    lines: described('lines', z.array(line)),
  }),
)
const noBenefit = component('NoBenefit', z.object({ code, text: bothSchema }))

const about = {
  month: z.string(),
  programme: described('answerProgramme', programme.nullable()),
  eligibility: eligibility,
  noBenefit: described('noBenefit', noBenefit.nullable()),
  provisional: described('provisional', z.boolean()),
}

/** What is answered about one household. */
export const answerSchema = component(
  'Answer',
  z.object({ ...about, benefit: described('benefit', benefit.nullable()) }),
)
/** Of a list of households, in the order they were asked about. */
export const answersSchema = component('Answers', z.array(answerSchema))

/** What is answered about a curve. */
export const curveAnswerSchema = component(
  'CurveAnswer',
  z.object({
    ...about,
    points: described(
      'points',
      z.array(
        z.object({
          netWorkIncomeMonthlyCents: described('pointIncome', cents.min(0)),
          outcome,
          monthlyCents: described('pointBenefit', cents.min(0).nullable()),
        }),
      ),
    ),
  }),
)

/** What is answered instead, when a request is turned away. */
export const refusalSchema = component(
  'Refusal',
  z.object({
    code: described('refusalCode', z.string()),
    errors: described(
      'errors',
      z.array(
        z.object({
          path: described('errorPath', z.string()),
          rule: described('errorRule', z.string()),
          text: bothSchema,
        }),
      ),
    ),
  }),
)
