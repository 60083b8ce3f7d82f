import { z } from 'zod'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { answerOf, curveOf } from './answer'
import { notes } from './described'
import { answerSchema, answersSchema, curveAnswerSchema, refusalSchema } from './answer-schema'
import { exampleCase, exampleCurve, examplePostalCode } from './example'
import { faultOf } from './errors'
import { limits } from './limits'
import { officesAnswerOf, officesAnswerSchema } from './offices'
import { batchSchema, caseSchema, curveSchema, mostCases, mostPoints } from './schema'

/*
 * The document of the API, OpenAPI 3.1, made from the very schemas that requests are checked against. The page in
 * words is drawn from it too. One per language: only the descriptions differ.
 */

/** What the page reads of a JSON schema. */
export type JsonSchema = {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly default?: unknown
  readonly enum?: readonly (string | null)[]
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly format?: string
  readonly pattern?: string
  readonly $ref?: string
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
}

const made = new Map<Locale, ReturnType<typeof make>>()

/** The document with its descriptions in a language. Made once. */
export function openApiOf(locale: Locale): ReturnType<typeof make> {
  let document = made.get(locale)
  if (!document) made.set(locale, (document = make(locale)))
  return document
}

function make(locale: Locale) {
  const t = textsOf(locale, 'estimates.document')
  const example = caseSchema.parse(exampleCase)
  const refusals = {
    ...refused(locale, '400', 'unreadable', 'unreadable', ''),
    ...refused(locale, '413', 'too-large', 'too-large', ''),
    ...refused(locale, '415', 'unknown-type', 'unknown-type', ''),
    ...refused(locale, '422', 'invalid', 'unknownField', 'adults[0].aeg'),
    ...refused(locale, '429', 'too-many', 'too-many', ''),
  }
  return {
    openapi: '3.1.0',
    info: { title: t('title'), version: '1', description: t('about') },
    servers: [{ url: '/' }],
    paths: {
      '/api/estimates': {
        post: {
          operationId: 'estimate',
          summary: t('estimates'),
          description: t('estimatesAbout', { cases: mostCases }),
          requestBody: {
            required: true,
            content: json(
              { oneOf: [refTo(caseSchema), refTo(batchSchema)] },
              {
                household: exampleCase,
                list: [exampleCase, { month: '2026-11', adults: [{ age: 30 }] }],
              },
            ),
          },
          responses: {
            '200': {
              description: t('ok'),
              content: json(
                { oneOf: [refTo(answerSchema), refTo(answersSchema)] },
                { household: JSON.parse(answerOf(example)) as unknown },
              ),
            },
            ...refusals,
          },
        },
      },
      '/api/estimates/curve': {
        post: {
          operationId: 'curve',
          summary: t('curve'),
          description: t('curveAbout', { points: mostPoints }),
          requestBody: { required: true, content: json(refTo(curveSchema), { alone: exampleCurve }) },
          responses: {
            '200': {
              description: t('ok'),
              content: json(refTo(curveAnswerSchema), {
                alone: JSON.parse(curveOf(curveSchema.parse(exampleCurve))) as unknown,
              }),
            },
            ...refusals,
          },
        },
      },
      '/api/offices': {
        get: {
          operationId: 'offices',
          summary: t('offices'),
          description: t('officesAbout'),
          parameters: [
            {
              name: 'postalCode',
              in: 'query',
              required: true,
              description: textsOf(locale, 'estimates.field')('postalCode'),
              schema: { type: 'string' },
              example: examplePostalCode,
            },
          ],
          responses: {
            '200': {
              description: t('ok'),
              content: json(refTo(officesAnswerSchema), { offices: officesAnswerOf(examplePostalCode) }),
            },
            '422': refused(locale, '422', 'invalid', 'outsideQuebec', 'postalCode')['422'],
            '429': refusals['429'],
          },
        },
      },
      '/api/openapi.json': {
        get: {
          operationId: 'document',
          summary: t('openapi'),
          description: t('openapiAbout'),
          parameters: [
            {
              name: 'language',
              in: 'query',
              description: t('language'),
              schema: { type: 'string', enum: ['fr', 'en'], default: 'fr' },
            },
          ],
          responses: {
            '200': { description: t('ok'), content: { 'application/json': { schema: { type: 'object' } } } },
            '429': refusals['429'],
          },
        },
      },
    },
    components: { schemas: schemasOf(locale) },
  }
}

const place = (id: string) => `#/components/schemas/${id}`
/** Where the document describes a schema that has a name. */
const refTo = (schema: z.core.$ZodType) => ({ $ref: place(notes.get(schema)!.id!) })

function json(schema: object, examples: Record<string, unknown>) {
  const named = Object.entries(examples).map(([name, value]) => [name, { value }] as const)
  return { 'application/json': { schema, examples: Object.fromEntries(named) } }
}

type Status = '400' | '413' | '415' | '422' | '429'

function refused(
  locale: Locale,
  status: Status,
  code: string,
  rule: Parameters<typeof faultOf>[0],
  path: string,
) {
  const t = textsOf(locale, 'estimates.document.status')
  const fault = faultOf(rule, path, {
    maximum: limits[status === '413' ? 'maxBytes' : 'perMinute'],
    seconds: 12,
  })
  const response = {
    description: t(`s${status}`),
    content: json(refTo(refusalSchema), { refusal: { code, errors: [fault] } }),
  }
  return { [status]: response } as Record<Status, typeof response>
}

/** Every schema that has a name, its fields described in a language. */
function schemasOf(locale: Locale): Record<string, JsonSchema> {
  const t = textsOf(locale, 'estimates.field')
  const registry = z.registry<Record<string, unknown>>()
  for (const [schema, { id, field, json: more }] of notes) {
    registry.add(schema, { ...(id ? { id } : {}), ...(field ? { description: t(field) } : {}), ...more })
  }
  const { schemas } = z.toJSONSchema(registry as z.core.$ZodRegistry<{ id?: string }>, {
    metadata: registry,
    io: 'input',
    uri: place,
  })
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [id, schema]),
  ) as Record<string, JsonSchema>
}
