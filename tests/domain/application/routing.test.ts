import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  assigningCentre,
  isToAssign,
  readRoute,
  refugeeClaimantsCentre,
  routeNotes,
  routeOf,
  routeReasons,
  type Network,
  type Whereabouts,
} from '@/domain/application/routing'
import { isOffered } from '@/domain/offices/office'
import { readOffices } from '@/server/office-files'
import { inProject } from '../../../src/setup/places.mjs'

const file = (name: string) => readFileSync(inProject('prisma', 'offices', name), 'utf8')
const network: Network = readOffices({
  offices: file('offices.csv'),
  postalCodes: file('postal-codes.csv'),
})
const nowhere: Whereabouts = {
  postalCode: null,
  municipality: null,
  noFixedAddress: false,
  addressProtected: false,
  refugeeClaimant: false,
  inCommunity: false,
}
const route = (where: Partial<Whereabouts>, among = network) => routeOf({ ...nowhere, ...where }, among)

describe('an address', () => {
  test('AR-01 one office serves the postal area: that one, for certain', () => {
    expect(route({ postalCode: 'j2b 1g3', municipality: 'Drummondville' })).toEqual({
      officeCode: '009',
      reason: 'postalArea',
      certain: true,
      details: { postalArea: 'J2B', place: null, delegatedTo: null, others: [], notes: [] },
    })
  })

  test('AR-02 an area whose office is only derived is not certain', () => {
    const low = network.areas.find(({ confidence, offices }) => confidence === 'low' && offices.length === 1)!
    expect(route({ postalCode: `${low.fsa} 1A1` })).toMatchObject({
      officeCode: low.offices[0],
      reason: 'postalArea',
      certain: false,
    })
  })

  test('AR-03 several offices: the municipality tells which, however it is written', () => {
    for (const municipality of ['Trois-Pistoles', ' trois pistoles', 'TROIS-PISTOLES (Québec)'])
      expect(route({ postalCode: 'G0L 4K0', municipality })).toMatchObject({
        officeCode: '095',
        reason: 'municipality',
        certain: true,
        details: { postalArea: 'G0L', place: 'Trois-Pistoles', others: [] },
      })
  })

  test('AR-04 several offices and nothing that tells: the most likely one, the others named', () => {
    for (const municipality of [null, '', 'Un hameau inconnu'])
      expect(route({ postalCode: 'G0L 4K0', municipality })).toMatchObject({
        officeCode: '059',
        reason: 'mostLikely',
        certain: false,
        details: { others: ['030', '019', '095', '029'] },
      })
  })

  test('AR-05 a municipality served elsewhere than the postal code: the code decides, and it is said', () => {
    expect(route({ postalCode: 'J2B 1G3', municipality: 'Sherbrooke' })).toMatchObject({
      officeCode: '009',
      certain: false,
      details: { notes: ['municipalityDiffers'] },
    })
  })

  test('AR-06 a postal area that no table has: the municipality, if it is known', () => {
    expect(route({ postalCode: 'G9Z 1A1', municipality: 'Drummondville' })).toMatchObject({
      officeCode: '009',
      reason: 'municipalityOnly',
      certain: true,
      details: { postalArea: null, place: 'Drummondville' },
    })
  })

  test('AR-07 nothing that is known: a person assigns the office', () => {
    const unknown = [{}, { postalCode: 'G9Z 1A1' }, { postalCode: 'abc', municipality: '🏠' }]
    for (const where of unknown)
      expect(route(where)).toMatchObject({
        officeCode: assigningCentre,
        reason: 'unknownArea',
        certain: false,
      })
  })

  test('AR-08 an address in another province: a person assigns the office', () => {
    expect(route({ postalCode: 'K1A 0B1', municipality: 'Ottawa' })).toMatchObject({
      officeCode: assigningCentre,
      reason: 'outsideQuebec',
    })
  })

  test('AR-09 a delegated centre of the former City of Montréal says who runs it', () => {
    expect(route({ postalCode: 'H3N 1A1' })).toMatchObject({
      officeCode: '266',
      details: { delegatedTo: 'Ville de Montréal' },
    })
    expect(route({ postalCode: 'J2B 1G3' }).details.delegatedTo).toBeNull()
  })
})

describe('a person without a fixed address', () => {
  test('AR-10 by the place they sleep', () => {
    expect(route({ noFixedAddress: true, municipality: 'Rimouski' })).toMatchObject({
      officeCode: '029',
      reason: 'noFixedAddress',
      certain: true,
      details: { place: 'Rimouski' },
    })
  })

  test('AR-11 the postal code of a shelter is better than the name of a large town', () => {
    const shelter = route({ noFixedAddress: true, postalCode: 'H3N 1A1', municipality: 'Montréal' })
    expect(shelter).toMatchObject({ officeCode: '266', reason: 'noFixedAddress', certain: true })
    const town = route({ noFixedAddress: true, municipality: 'Montréal' })
    expect(town).toMatchObject({ reason: 'noFixedAddress', certain: false })
    expect(network.offices.find(({ code }) => code === town.officeCode)!.regionCode).toBe('06')
    expect(town.details.others.length).toBeGreaterThan(5)
  })

  test('AR-12 nowhere to name: a person assigns the office', () => {
    expect(route({ noFixedAddress: true })).toMatchObject({
      officeCode: assigningCentre,
      reason: 'unknownArea',
    })
  })
})

describe('a protected address', () => {
  test('AR-13 the route is the same whatever the address: it tells nothing', () => {
    const somewhere = fc.record({
      postalCode: fc.option(
        fc.oneof(fc.constantFrom(...network.areas.map(({ fsa }) => `${fsa} 1A1`)), fc.string()),
      ),
      municipality: fc.option(fc.oneof(fc.constantFrom('Montréal', 'Rimouski', 'Alma'), fc.string())),
      noFixedAddress: fc.boolean(),
      refugeeClaimant: fc.boolean(),
      inCommunity: fc.boolean(),
    })
    const hidden = route({ addressProtected: true })
    expect(hidden).toMatchObject({ officeCode: assigningCentre, reason: 'assignedByPerson', certain: false })
    fc.assert(
      fc.property(somewhere, (where) => {
        expect(route({ ...where, addressProtected: true })).toEqual(hidden)
      }),
    )
  })
})

describe('refugee claimants', () => {
  const opened: Network = {
    ...network,
    offices: network.offices.map((office) =>
      office.code === refugeeClaimantsCentre ? { ...office, kind: 'office' } : office,
    ),
  }

  test('AR-14 a centre that is not known to be open receives nobody; the office of the address does', () => {
    expect(network.offices.find(({ code }) => code === refugeeClaimantsCentre)?.kind).toBe('former')
    expect(route({ postalCode: 'H3N 1A1', refugeeClaimant: true })).toMatchObject({
      officeCode: '266',
      reason: 'postalArea',
      details: { notes: ['refugeeCentreUnconfirmed'] },
    })
  })

  test('AR-15 once it is open, it receives those of Montréal; the office of the address stays beside it', () => {
    expect(route({ postalCode: 'H3N 1A1', refugeeClaimant: true }, opened)).toMatchObject({
      officeCode: refugeeClaimantsCentre,
      reason: 'refugeeClaimants',
      certain: false,
      details: { delegatedTo: 'Ville de Montréal', others: ['266'], notes: [] },
    })
  })

  test('AR-16 elsewhere the office of the address receives them, and nobody else is sent to the centre', () => {
    expect(route({ postalCode: 'J2B 1G3', refugeeClaimant: true }, opened)).toMatchObject({
      officeCode: '009',
      reason: 'postalArea',
      details: { notes: [] },
    })
    expect(route({ postalCode: 'H3N 1A1' }, opened).officeCode).toBe('266')
  })
})

describe('a community of a First Nation', () => {
  test('AR-17 the office of the area receives it, and says that the council may be the one that helps', () => {
    expect(route({ postalCode: 'G7B 1A1', inCommunity: true })).toMatchObject({
      reason: 'postalArea',
      certain: false,
      details: { notes: ['communityMayServe'] },
    })
  })

  test('AR-18 where northern and Cree villages share an area, the village tells', () => {
    expect(route({ postalCode: 'J0M 1E0', municipality: 'Chisasibi', inCommunity: true })).toMatchObject({
      officeCode: '102',
      reason: 'municipality',
    })
  })
})

describe('a route that was kept', () => {
  test('AR-21 is read back as it was; what is missing or unknown in it is left out', () => {
    const kept = route({ postalCode: 'H3N 1A1', refugeeClaimant: true, inCommunity: true })
    expect(readRoute(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
    const nothing = { postalArea: null, place: null, delegatedTo: null, others: [], notes: [] }
    const unknown = { officeCode: assigningCentre, reason: 'unknownArea', certain: false, details: nothing }
    for (const odd of [
      null,
      'x',
      [],
      { details: 3 },
      { reason: 'ofOldDays', details: { notes: ['odd'], others: 1 } },
    ])
      expect(readRoute(odd)).toEqual(unknown)
  })
})

describe('whatever is typed', () => {
  test('AR-19 the office is one where files are kept, or a person assigns it', () => {
    const known = new Set(network.offices.filter(isOffered).map(({ code }) => code))
    const where = fc.record<Whereabouts>({
      postalCode: fc.option(
        fc.oneof(fc.constantFrom(...network.areas.map(({ fsa }) => `${fsa}2b3`)), fc.string()),
      ),
      municipality: fc.option(
        fc.oneof(fc.constantFrom(...network.areas.map(({ city }) => city)), fc.string()),
      ),
      noFixedAddress: fc.boolean(),
      addressProtected: fc.boolean(),
      refugeeClaimant: fc.boolean(),
      inCommunity: fc.boolean(),
    })
    fc.assert(
      fc.property(where, (one) => {
        const { officeCode, reason, certain, details } = routeOf(one, network)
        expect(isToAssign({ officeCode }) || known.has(officeCode)).toBe(true)
        expect(routeReasons).toContain(reason)
        for (const note of details.notes) expect(routeNotes).toContain(note)
        for (const code of details.others) expect(known).toContain(code)
        if (certain) expect([isToAssign({ officeCode }), details.others.length]).toEqual([false, 0])
      }),
    )
  })

  test('AR-20 every postal area of the table leads to an office of the table', () => {
    for (const { fsa, offices } of network.areas)
      expect(offices).toContain(route({ postalCode: fsa }).officeCode)
  })
})
