import { describe, expect, it } from 'vitest'
import { GET } from '@/app/api/openapi.json/route'
import {
  answerSchema,
  answersSchema,
  curveAnswerSchema,
  refusalSchema,
} from '@/features/estimate/answer-schema'
import { messages } from '@/i18n/messages'
import { batchSchema, caseSchema, curveSchema } from '@/features/estimate/schema'
import { officesAnswerSchema } from '@/features/estimate/offices'
import { curve, estimates, offices } from './ask'

/*
 * Numbered cases, before the code:
 *   EO-01 the document is OpenAPI 3.1: what must be there is there, each operation has its answers and its refusals
 *   EO-02 every reference leads somewhere
 *   EO-03 every field and every operation is described, in the language asked for; only words differ
 *   EO-04 every example of a request is taken by the real endpoint, and every answer is as described
 *   EO-05 only the month, and the age of each person, are required; every other field says its default
 */
type Schema = {
  $ref?: string
  description?: string
  default?: unknown
  properties?: Record<string, Schema>
  required?: string[]
}
type Media = { 'application/json': { schema: object; examples?: Record<string, { value: unknown }> } }
type Operation = {
  operationId: string
  summary: string
  description: string
  requestBody?: { content: Media }
  parameters?: [{ name: string; example: string }]
  responses: Record<string, { description: string; content: Media }>
}
type Document = {
  openapi: string
  info: { title: string; version: string; description: string }
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

const read = async (query = ''): Promise<Document> => {
  const response = await GET(new Request(`http://localhost:3015/api/openapi.json${query}`))
  expect(response.status).toBe(200)
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  return (await response.json()) as Document
}
const operations = (document: Document) =>
  Object.values(document.paths).flatMap((path) => Object.values(path))

/** Every value under a key, wherever it stands. */
function* under(key: string, value: unknown): Iterable<unknown> {
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (name === key) yield inner
    if (name !== 'examples' && name !== 'default') yield* under(key, inner)
  }
}

describe('the document of the API', () => {
  it('EO-01 has what OpenAPI 3.1 asks for', async () => {
    const document = await read()
    expect(document.openapi).toBe('3.1.0')
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) })
    expect(Object.keys(document.paths)).toEqual([
      '/api/estimates',
      '/api/estimates/curve',
      '/api/offices',
      '/api/openapi.json',
    ])
    expect(new Set(operations(document).map((one) => one.operationId)).size).toBe(4)
    for (const path of ['/api/estimates', '/api/estimates/curve']) {
      const { post } = document.paths[path]!
      expect(Object.keys(post!.responses)).toEqual(['200', '400', '413', '415', '422', '429'])
      expect(post!.requestBody).toBeDefined()
    }
    expect(document.info.description).toContain('pas une décision')
  })

  it('EO-02 leads somewhere with every reference', async () => {
    const document = await read()
    const references = [...under('$ref', document)] as string[]
    expect(references.length).toBeGreaterThan(20)
    for (const reference of references) {
      expect(reference).toMatch(/^#\/components\/schemas\/\w+$/)
      expect(document.components.schemas).toHaveProperty(reference.split('/').at(-1)!)
    }
    expect([
      ...under('$id', document),
      ...under('$schema', document),
      ...under('id', document.components),
    ]).toEqual([])
  })

  it('EO-02 names every part that the page shows', async () => {
    const { schemas } = (await read()).components
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining([
        'Case',
        'Adult',
        'Child',
        'Answer',
        'Eligibility',
        'Reason',
        'Line',
        'Text',
        'Refusal',
      ]),
    )
    expect(Object.keys(schemas).sort()).toEqual(Object.keys(messages.fr.estimates.page.part).sort())
  })

  it('EO-03 describes everything, in both languages', async () => {
    const [fr, en] = [await read(), await read('?language=en')]
    expect(await read('?language=xx')).toEqual(fr)
    const shape = (document: Document) =>
      JSON.stringify(document, (key, value: unknown) =>
        ['description', 'summary', 'title'].includes(key) && typeof value === 'string' ? '' : value,
      )
    expect(shape(fr)).toBe(shape(en))
    for (const [name, schema] of Object.entries(fr.components.schemas)) {
      for (const [field, { description, $ref }] of Object.entries(schema.properties ?? {})) {
        if (['fr', 'en', 'month', 'programme'].includes(field) || $ref) continue
        expect(description, `${name}.${field}`).toMatch(/\s/)
        const other = en.components.schemas[name]!.properties![field]!.description
        expect(other, `${name}.${field}`).not.toBe(description)
      }
    }
  })

  it('EO-04 has examples that hold', async () => {
    const { paths } = await read()
    const values = (media: Media) =>
      Object.values(media['application/json'].examples!).map(({ value }) => value)
    const one = paths['/api/estimates']!['post']!
    for (const value of values(one.requestBody!.content)) {
      const list = Array.isArray(value)
      expect((list ? batchSchema : caseSchema).safeParse(value).success).toBe(true)
      const answer: unknown = await (await estimates(value)).json()
      expect((list ? answersSchema : answerSchema).parse(answer)).toEqual(answer)
      if (!list) expect(values(one.responses['200']!.content)).toEqual([answer])
    }
    const drawn = paths['/api/estimates/curve']!['post']!
    for (const value of values(drawn.requestBody!.content)) {
      expect(curveSchema.safeParse(value).success).toBe(true)
      const answer: unknown = await (await curve(value)).json()
      expect(curveAnswerSchema.parse(answer)).toEqual(answer)
      expect(values(drawn.responses['200']!.content)).toEqual([answer])
    }
    const { responses, parameters } = paths['/api/offices']!['get']!
    const [{ name, example }] = parameters!
    expect(values(responses['200']!.content)).toEqual([await (await offices({ [name]: example })).json()])
    for (const value of values(responses['200']!.content))
      expect(officesAnswerSchema.parse(value)).toEqual(value)
    for (const [status, { content }] of Object.entries({ ...one.responses, ...responses })) {
      if (status === '200') continue
      for (const value of values(content)) expect(refusalSchema.parse(value)).toEqual(value)
    }
  })

  it('EO-05 requires the month and ages only', async () => {
    const { schemas } = (await read()).components
    expect(schemas['Case']!.required).toEqual(['month', 'adults'])
    expect(schemas['Adult']!.required).toEqual(['age'])
    expect(schemas['Child']!.required).toEqual(['age'])
    for (const name of ['Case', 'Adult', 'Child', 'Property', 'CurveRequest']) {
      const { properties, required = [] } = schemas[name]!
      for (const [field, value] of Object.entries(properties!)) {
        expect(required.includes(field) || 'default' in value, `${name}.${field}`).toBe(true)
      }
    }
  })
})
