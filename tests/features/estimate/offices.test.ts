import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { GET, OPTIONS, POST } from '@/app/api/offices/route'
import { officesAnswerSchema } from '@/features/estimate/offices'
import { inProject } from '../../../src/setup/places.mjs'
import { offices, refusal } from './ask'

/*
 * `GET /api/offices?postalCode=`. Numbered cases:
 *   AO-01 every postal area: the table's current offices, in its order, as the document describes them
 *   AO-02 what is not known is null, and the number is always one that answers
 *   AO-03 a code of Québec that is not in the table: no office, and whom to call
 *   AO-04 another province, nonsense, nothing, a name misspelt: refused with its place, the rule and two sentences
 *   AO-05 from any site, never kept, reading only
 */
type Row = Readonly<Record<string, string>>
const rowsOf = (file: string) =>
  parse(readFileSync(inProject('prisma', 'offices', file), 'utf8'), { columns: true }) as Row[]

const answered = async (postalCode: string) => {
  const response = await offices({ postalCode })
  expect(`${postalCode} ${response.status}`).toBe(`${postalCode} 200`)
  return officesAnswerSchema.parse(await response.json())
}

describe('the offices of a postal code', () => {
  it('AO-01 are those of the table, in order', async () => {
    const current = new Set(
      rowsOf('offices.csv').flatMap(({ code, kind }) =>
        kind === 'office' || kind === 'servicePoint' ? [code] : [],
      ),
    )
    const areas = rowsOf('postal-codes.csv')
    expect(areas).toHaveLength(422)
    for (const { fsa, offices: codes } of areas) {
      const expected = codes!.split('|').filter((code) => current.has(code))
      const answer = await answered(`${fsa} 1A1`)
      expect({ fsa, codes: answer.offices.map(({ code }) => code) }).toEqual({ fsa, codes: expected })
      expect(answer.postalArea).toBe(fsa)
      expect(answer.askMunicipality).toBe(expected.length > 1)
    }
  })

  it('AO-02 say what is known, null for the rest, and a number that answers', async () => {
    const drummondville = (await answered('j2b1g3')).offices[0]!
    expect(drummondville).toMatchObject({
      ...{ code: '009', kind: 'office', regionCode: '17', region: 'Centre-du-Québec' },
      ...{ municipality: 'Drummondville', address: '270, rue Lindsay', postalCode: 'J2B 1G3' },
      ...{ phone: '+18194758431', phoneReaches: 'office' },
    })
    expect(drummondville.kilometres).toBeGreaterThan(1)
    const alma = (await answered('G8B')).offices[0]!
    expect(alma).toMatchObject({ address: null, phone: '+18777678773', phoneReaches: 'contactCentre' })
  })

  it('AO-03 are none where we know of none', async () => {
    expect(await answered('G9Z 1A1')).toEqual({
      ...{ postalArea: 'G9Z', askMunicipality: false, offices: [], contactCentrePhone: '+18777678773' },
    })
  })

  it.each([
    [{ postalCode: 'K1A 0B1' }, 'outsideQuebec', 'postalCode'],
    [{ postalCode: 'M5V' }, 'outsideQuebec', 'postalCode'],
    [{ postalCode: 'Z9Z 9Z9' }, 'postalCode', 'postalCode'],
    [{ postalCode: 'Sherbrooke' }, 'postalCode', 'postalCode'],
    [{ postalCode: '' }, 'postalCode', 'postalCode'],
    [{ postalCode: 'G'.repeat(10_000) }, 'postalCode', 'postalCode'],
    [{ postalCode: '<script>alert(1)</script>' }, 'postalCode', 'postalCode'],
    [{}, 'missing', 'postalCode'],
    [{ postalCode: 'G1R', q: 'x' }, 'unknownField', 'q'],
    [{ postalcode: 'G1R' }, 'missing', 'postalCode'],
  ])('AO-04 %j is refused: %s', async (asked: Record<string, string>, rule, path) => {
    const response = await offices(asked)
    const { status, code, errors } = await refusal(response)
    expect([status, code]).toEqual([422, 'invalid'])
    expect(errors[0]).toMatchObject({ path, rule })
    for (const text of Object.values(errors[0]!.text)) expect(text).toMatch(/^\p{Lu}.+\.$/u)
    expect(JSON.stringify(errors)).not.toContain('script')
  })

  it('AO-05 are open to any site, and only read', async () => {
    const url = 'http://localhost:3015/api/offices?postalCode=G1R'
    const response = await GET(new Request(url, { headers: { Origin: 'https://elsewhere.example' } }))
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect((await OPTIONS()).headers.get('access-control-allow-methods')).toBe('GET')
    expect((await POST(new Request(url, { method: 'POST' }))).status).toBe(405)
  })
})
