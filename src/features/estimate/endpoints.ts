import 'server-only'
import type { z } from 'zod'
import { isLocale } from '@/i18n/locale'
import type { OpenAnswer, OpenCall, OpenProblem, ProblemValues } from '@/server/open-endpoint'
import { answerOf, answersOf, curveOf } from './answer'
import { faultOf, refusalOf, type Refusal } from './errors'
import { limits } from './limits'
import { openApiOf } from './open-api'
import { batchSchema, caseSchema, curveSchema, mostCases } from './schema'

/** What every endpoint of estimates has in common. */
export const open = {
  ...limits,
  explain: (problem: OpenProblem, values: ProblemValues): Refusal => ({
    code: problem,
    errors: [faultOf(problem, '', { ...values })],
  }),
}

/** Answers `POST /api/estimates`: one household, or a list. */
export function answerEstimates({ body }: OpenCall): OpenAnswer {
  if (!Array.isArray(body)) return answer(caseSchema, body, answerOf)
  // Before anything in it is looked at.
  if (body.length > mostCases) {
    return refused({ code: 'invalid', errors: [faultOf('tooManyCases', '', { maximum: mostCases })] })
  }
  return answer(batchSchema, body, answersOf)
}

/** Answers `POST /api/estimates/curve`. */
export function answerCurve({ body }: OpenCall): OpenAnswer {
  return answer(curveSchema, body, curveOf)
}

/** Answers `GET /api/openapi.json`, in French unless asked for in English. */
export function answerDocument({ query }: OpenCall): OpenAnswer {
  const language = query.get('language')
  return { status: 200, json: JSON.stringify(openApiOf(isLocale(language) ? language : 'fr')) }
}

function answer<Asked>(schema: z.ZodType<Asked>, body: unknown, make: (asked: Asked) => string): OpenAnswer {
  const asked = schema.safeParse(body)
  if (!asked.success) return refused(refusalOf(asked.error, body))
  return { status: 200, json: make(asked.data) }
}

const refused = (refusal: Refusal): OpenAnswer => ({ status: 422, json: JSON.stringify(refusal) })
