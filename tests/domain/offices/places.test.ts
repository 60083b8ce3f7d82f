import { expect, test } from 'vitest'
import type { Office } from '@/domain/offices/office'
import { placesOf, shortName } from '@/domain/offices/places'
import type { PostalArea } from '@/domain/offices/postal-code'

const office = (code: string, city: string, regionCode = '02', kind: Office['kind'] = 'office') =>
  ({ code, kind, city, regionCode, latitude: 48, longitude: -71 }) as Office
const area = (fsa: string, city: string, offices: string[], regionCode = '02'): PostalArea => ({
  ...{ fsa, city, regionCode, offices, confidence: 'high' },
  ...(fsa[1] === '0' ? { latitude: null, longitude: null } : { latitude: Number(fsa[1]), longitude: -71 }),
})

const offices = [
  office('005', 'Chicoutimi (Saguenay)'),
  office('109', 'La Baie (Saguenay)'),
  office('095', 'Trois-Pistoles', '01'),
  office('H-OLD', 'Fermont', '09', 'former'),
]
const places = placesOf(offices, [
  area('G7B', 'Saguenay (La Baie)', ['109']),
  area('G7G', 'Saguenay (Chicoutimi)', ['005']),
  area('G7H', 'Saguenay (Chicoutimi)', ['005', '109']),
  area('G0L', 'Bas-St-Laurent-Ouest (Trois-Pistoles)', ['059', '095'], '01'),
  area('G0J', 'Gaspésie-Ouest (Causapscal)', ['058', '021'], '01'),
  area('J6R', 'Mercier', ['024'], '16'),
  area('H1L', 'Montréal (Mercier)', ['250'], '06'),
])
const named = (name: string) => places.filter((place) => place.name === name)

test('N-01 a municipality has the offices of all its areas, those that serve most of them first', () => {
  expect(named('Saguenay')).toEqual([
    {
      ...{ name: 'Saguenay', within: null, regionCode: '02', offices: ['109', '005'] },
      point: { latitude: 7, longitude: -71 },
    },
  ])
})

test('N-02 a sector has its own, and says of which municipality it is', () => {
  expect(named('Chicoutimi')).toHaveLength(1)
  expect(named('Chicoutimi')[0]).toMatchObject({ within: 'Saguenay', offices: ['005', '109'] })
})

test('N-03 the label of a rural area is no municipality; the town in it is one, unless an office is there', () => {
  expect(named('Gaspésie-Ouest')).toEqual([])
  expect(named('Causapscal')).toEqual([
    { name: 'Causapscal', within: null, regionCode: null, offices: ['058', '021'], point: null },
  ])
  expect(named('Trois-Pistoles')).toHaveLength(1)
  expect(named('Trois-Pistoles')[0]).toMatchObject({ regionCode: '01', offices: ['095'] })
})

test('N-04 one name in two regions is two places', () => {
  expect(named('Mercier').map(({ within, offices: codes }) => [within, codes])).toEqual([
    [null, ['024']],
    ['Montréal', ['250']],
  ])
})

test('N-05 a centre that closed is no place to go', () => {
  expect(named('Fermont')).toEqual([])
})

test('N-06 the part of a name that tells an office from the others', () => {
  const short = (nameFr: string, nameEn: string) => {
    const one = { nameFr, nameEn } as Office
    return [shortName(one, 'fr'), shortName(one, 'en')]
  }
  expect(short('Bureau de Services Québec d’Alma', 'Services Québec Office – Alma')).toEqual(['Alma', 'Alma'])
  expect(short('Bureau de Services Québec de La Baie', 'Services Québec Office – La Baie')[0]).toBe('La Baie')
  expect(
    short('Bureau de Services Québec de l’ouest de Montréal', 'Services Québec Office – West Montréal'),
  ).toEqual(['l’ouest de Montréal', 'West Montréal'])
  expect(short('Centre local d’emploi de Fleury', 'Local Employment Centre – Fleury')[0]).toBe('Fleury')
})
