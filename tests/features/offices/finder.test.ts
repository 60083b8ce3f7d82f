import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { regions } from '@/domain/offices/regions'
import { networkOf, searchOffices, type OfficeSearch } from '@/features/offices/search'
import { inProject } from '../../../src/setup/places.mjs'

/*
 * The finder of offices, held to the table itself, read here without the product's reader. Numbered cases:
 *   OF-01 every postal area, whole or its first three characters: the table's current offices, in its order
 *   OF-02 several offices: the municipality is asked; an answer that is known picks, one that is not picks nothing
 *   OF-03 every region has every one of its offices, and nothing else among them
 *   OF-04 a municipality or a name, whatever its accents, hyphens, capitals and a slip or two
 *   OF-05 one name for several places shows them all; a name that only looks like some offers them
 *   OF-06 a centre that closed is told so, and what replaced it when that is known
 *   OF-07 another province, nonsense, nothing, too much, signs: each has its own answer
 *   OF-08 offices around, nearest first, none that serves already, none too far
 */
type Row = Readonly<Record<string, string>>
const rowsOf = (file: string) =>
  parse(readFileSync(inProject('prisma', 'offices', file), 'utf8'), { columns: true }) as Row[]
const areas = rowsOf('postal-codes.csv')
const offices = rowsOf('offices.csv')
const current = new Set(
  offices.filter(({ kind }) => kind === 'office' || kind === 'servicePoint').map(({ code }) => code),
)

type Found<Kind extends OfficeSearch['found']> = OfficeSearch & { readonly found: Kind }
function found<Kind extends OfficeSearch['found']>(kind: Kind, text: string, municipality = ''): Found<Kind> {
  const search = searchOffices(text, municipality)
  expect(`${text}: ${search.found}`).toBe(`${text}: ${kind}`)
  return search as Found<Kind>
}
const codesOf = (list: readonly { office: { code: string } }[]) => list.map(({ office }) => office.code)

describe('a postal code', () => {
  test('OF-01 every area of the table has its offices, in order', () => {
    expect(areas).toHaveLength(422)
    for (const { fsa, offices: codes } of areas) {
      const expected = codes!.split('|').filter((code) => current.has(code))
      expect(expected.length, fsa).toBeGreaterThan(0)
      for (const typed of [fsa!, fsa!.toLowerCase(), `${fsa} 1A1`, ` ${fsa}-1a1 `]) {
        expect({ typed, codes: codesOf(found('area', typed).offices) }).toEqual({ typed, codes: expected })
      }
    }
  })

  test('OF-01 within an address, it is found all the same', () => {
    expect(codesOf(found('area', '12, rue Imaginaire, Drummondville (Québec)  J2B 1G3').offices)).toEqual([
      '009',
    ])
  })

  test('OF-01 one of Québec that the table does not have leads to no office', () => {
    expect(areas.some(({ fsa }) => fsa === 'G9Z')).toBe(false)
    expect(found('area', 'G9Z 1A1')).toMatchObject({
      area: 'G9Z',
      offices: [],
      around: [],
      municipality: null,
    })
  })

  test('OF-02 asks for the municipality where several offices serve, and only there', () => {
    const several = areas.filter(({ offices: codes }) => codes!.includes('|'))
    expect(several).toHaveLength(47)
    for (const { fsa, offices: codes } of areas) {
      const { municipality } = found('area', fsa!)
      expect({ fsa, asked: municipality !== null }).toEqual({ fsa, asked: codes!.includes('|') })
    }
    expect(found('area', 'G0A').municipality!.towns).toEqual([
      'Château-Richer',
      'Donnacona',
      'Charlesbourg',
      'Baie-Saint-Paul',
      'Beauport',
    ])
  })

  test('OF-02 each town that is offered picks its office; a slip too; an unknown one picks none', () => {
    for (const { fsa } of areas) {
      for (const town of found('area', fsa!).municipality?.towns ?? []) {
        const picked = found('area', fsa!, town).municipality!.offices
        expect({ fsa, town, picked: picked.length > 0 }).toEqual({ fsa, town, picked: true })
        expect(picked.some(({ office }) => office.city.startsWith(town))).toBe(true)
      }
    }
    expect(codesOf(found('area', 'G0A', 'baie st paul').municipality!.offices)).toEqual(['128'])
    expect(codesOf(found('area', 'G0A', 'bais saint paul').municipality!.offices)).toEqual(['128'])
    // A place that is known, but elsewhere.
    for (const elsewhere of ['Rimouski', 'Saint-Nulle-Part', '<script>'])
      expect(found('area', 'G0A', elsewhere).municipality!.offices).toEqual([])
    expect(codesOf(found('area', 'G0A', 'Rimouski').offices)).toHaveLength(5)
  })
})

test('OF-03 every region has its offices and no other', () => {
  expect(regions).toHaveLength(17)
  const met = regions.flatMap((region) => {
    const network = networkOf(region)
    const own = (kinds: string[]) =>
      offices.filter(({ regionCode, kind }) => regionCode === region.code && kinds.includes(kind!))
    const codes = (list: readonly { code?: string | undefined }[]) => list.map(({ code }) => code).sort()
    expect(codes(network.offices)).toEqual(codes(own(['office', 'servicePoint'])))
    expect(codes(network.outlets)).toEqual(codes(own(['contactCentre'])))
    expect(codes(network.former.map(({ office }) => office))).toEqual(codes(own(['former'])))
    return [...network.offices, ...network.outlets, ...network.former]
  })
  expect(met).toHaveLength(offices.length)
})

describe('a name', () => {
  const firstOf = (text: string) => found('names', text).places[0]!
  test.each([
    ['montreal', 'Montréal'],
    ['MONTRÉAL', 'Montréal'],
    ['montral', 'Montréal'],
    ['trois rivieres', 'Trois-Rivières'],
    ['Trois-Rivieres, Québec', 'Trois-Rivières'],
    ['st-jerome', 'Saint-Jérôme'],
    ['St. Jérôme', 'Saint-Jérôme'],
    ['saint-jérôme', 'Saint-Jérôme'],
    ['ste therese', 'Sainte-Thérèse'],
    ['sherbroke', 'Sherbrooke'],
    ['Sherbrook', 'Sherbrooke'],
    ['valdor', 'Val-d’Or'],
    ["val d'or", 'Val-d’Or'],
    ['Val-d’Or', 'Val-d’Or'],
    ['la salle', 'LaSalle'],
    ['beloeil', 'Belœil'],
    ['levi', 'Lévis'],
    ['kuujjuak', 'Kuujjuaq'],
    ['chicoutimi', 'Chicoutimi'],
    ['bureau de services québec de La Baie', 'La Baie'],
    ['CLE Drummondville', 'Drummondville'],
    ['iles de la madeleine', 'Les Îles-de-la-Madeleine'],
    ['Montre\u0301al', 'Montréal'],
  ])('OF-04 %s is %s', (typed, name) => expect(firstOf(typed).name.fr).toBe(name))

  test('OF-04 every office is found by its own name and by its town, in both languages', () => {
    for (const { code, kind, nameFr, nameEn, city } of offices) {
      if (!current.has(code)) continue
      expect(kind).not.toBe('former')
      for (const typed of [nameFr!, nameEn!, city!.replace(/ \(.*/, '')]) {
        const codes = found('names', typed).places.flatMap((place) => codesOf(place.offices))
        expect({ typed, has: codes.includes(code!) }).toEqual({ typed, has: true })
      }
    }
  })

  test('OF-04 a city with several offices has them all', () => {
    expect(codesOf(firstOf('gatineau').offices).sort()).toEqual(['013', '075', '117', '127'])
  })

  test('OF-05 one name, two places', () => {
    const { places } = found('names', 'mercier')
    expect(places.map(({ within, region }) => [within, region?.name])).toEqual(
      expect.arrayContaining([
        [null, 'Montérégie'],
        ['Montréal', 'Montréal'],
      ]),
    )
    expect(found('names', 'saint-lazare').near.map(({ name }) => name.fr)).toContain(
      'Saint-Lazare-de-Bellechasse',
    )
  })

  test('OF-05 a beginning that several names share offers them, and picks none', () => {
    const { places, near } = found('names', 'joli')
    expect(places).toEqual([])
    expect(near.map(({ name }) => name.fr)).toEqual(expect.arrayContaining(['Joliette', 'Mont-Joli']))
  })

  test('OF-06 every former centre is told closed; five know what replaced them', () => {
    const former = offices.filter(({ kind }) => kind === 'former')
    expect(former).toHaveLength(18)
    const replaced = former.flatMap(({ nameFr, nameEn, replacedBy }) => {
      for (const typed of [nameFr!, nameEn!]) {
        const [one] = found('names', typed).former
        expect({ typed, by: one?.replacedBy?.code ?? '' }).toEqual({ typed, by: replacedBy })
      }
      return replacedBy === '' ? [] : [replacedBy]
    })
    expect(replaced.sort()).toEqual(['074', '077', '105', '138', '250'])
    // The town is there still, and served.
    expect(codesOf(firstOf('Beauceville').offices)).toEqual(['074'])
  })
})

describe('OF-07 whatever else is typed', () => {
  test.each([
    ['K1A 0B1', 'ON'],
    ['m5v', 'ON'],
    ['E1C 4Z6', 'NB'],
    ['V6B1A1', 'BC'],
    ['X0A 0H0', 'NTNU'],
  ])('%s is of another province', (typed, province) =>
    expect(found('otherProvince', typed)).toMatchObject({ province }),
  )

  test.each(['Z9Z 9Z9', 'G1', 'G1R 4S', '12345', 'D1D 1D1', '0', 'H2X 1Y'])('%s is no code', (typed) => {
    found('noCode', typed)
  })
  test.each(['', ' ', '\u0000', '\t\n\u202E\uFEFF', '\u200B'])('%j asks nothing', (typed) => {
    expect(found('notAsked', typed).typed).toBe('')
  })
  test.each([
    '<script>alert(1)</script>x',
    "'; drop table office; --",
    '😀',
    '%',
    '東京',
    'de la',
    '__proto__',
    'constructor',
    'toString',
  ])('%s is nobody’s name', (typed) => {
    expect(['nothing', 'noCode']).toContain(searchOffices(typed).found)
  })
  test('10,000 characters are too many, and are not repeated', () => {
    for (const typed of ['a', 'é', '1', 'saint ', '\u{1F600}'].map((one) => one.repeat(10_000)))
      expect(found('tooLong', typed).typed.length).toBeLessThanOrEqual(100)
    expect(searchOffices('x'.repeat(100)).found).toBe('nothing')
  })
  test('signs that would turn a line around are gone', () => {
    expect(searchOffices('Sher\u202Ebrooke\u0007').typed).toBe('Sher brooke')
  })
})

test('OF-08 offices around: nearest first, none twice, none past 60 km, none for who has several', () => {
  let met = 0
  for (const { fsa } of areas) {
    const { offices: serving, around } = found('area', fsa!)
    const distances = around.map(({ kilometres }) => kilometres!)
    expect(distances).toEqual([...distances].sort((one, other) => one - other))
    expect(distances.every((kilometres) => kilometres >= 2 && kilometres <= 60)).toBe(true)
    expect(codesOf(around).filter((code) => codesOf(serving).includes(code) || !current.has(code))).toEqual(
      [],
    )
    if (serving.length > 2) expect(around).toEqual([])
    met += around.length
  }
  expect(met).toBeGreaterThan(500)
})
