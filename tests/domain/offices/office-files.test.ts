import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Fault, readOffices } from '../../../src/server/office-files'

const officeHeader =
  'code,kind,nameFr,nameEn,regionCode,address,city,postalCode,phone,tollFree,fax,delegatedTo,replacedBy,latitude,longitude,sources'
const areaHeader = 'fsa,city,regionCode,offices,confidence,latitude,longitude,derivation'
const office = (code: string, kind = 'office', rest = ',,,,,,,46.1,-71.2,made up') =>
  `${code},${kind},Bureau ${code},Office ${code},17,,Ville${rest}`
const area = (fsa: string, offices: string, point = '46.1,-71.2') =>
  `${fsa},Ville,17,${offices},high,${point},made up`

function read(offices: readonly string[], areas: readonly string[] = []) {
  return readOffices({
    offices: [officeHeader, ...offices].join('\n'),
    postalCodes: [areaHeader, ...(areas.length > 0 ? areas : [area('G1R', '001')])].join('\n'),
  })
}

const say = (faults: readonly Fault[]) => faults.map(({ file, line, says }) => `${file}:${line} ${says}`)

test('R-01 right files become rows; an empty cell is unknown', () => {
  const { offices, areas, faults } = read(
    [office('001'), office('067-1', 'servicePoint', ',G1R 4S9,+18194758431,,,,,,,x')],
    [area('G1R', '067-1|001'), area('G1S', '001', ',')],
  )
  expect(faults).toEqual([])
  expect(offices[0]).toMatchObject({
    code: '001',
    phone: null,
    postalCode: null,
    address: null,
    latitude: 46.1,
  })
  expect(offices[1]).toMatchObject({ phone: '+18194758431', postalCode: 'G1R 4S9', latitude: null })
  const known = { city: 'Ville', regionCode: '17', confidence: 'high' }
  expect(areas).toEqual([
    { ...known, fsa: 'G1R', offices: ['067-1', '001'], latitude: 46.1, longitude: -71.2 },
    { ...known, fsa: 'G1S', offices: ['001'], latitude: null, longitude: null },
  ])
})

test('R-02 every fault is told, with its line, and none hides another', () => {
  const { faults } = read(
    [
      office('001'),
      office('001'),
      office('002', 'shop'),
      office('003', 'office', ',g1r4s9,819 475-8431,911,+1819475843,,,99,-71,x'),
      office('H-OLD', 'former'),
      office('CCC', 'contactCentre'),
      office('H-NONE', 'former', ',,,,,,404,,,x'),
      office('H-AGAIN', 'former', ',,,,,,H-OLD,,,x'),
      office('005', 'office', ',,,,,,001,,,x'),
      '004,office,,Office,18,,,,,,,,,46.1,,x',
      ',office,Bureau,Office,17,,Ville,,,,,,,,,x',
    ],
    [
      area('G1R', ''),
      area('H2X', '001|404'),
      area('H2X', '001'),
      area('J1A', 'H-OLD'),
      area('J1B', 'CCC|001|001'),
      area('K1A', '001'),
      'J1C,,00,001,sure,46.1,,x',
    ],
  )
  expect(say(faults)).toEqual([
    'offices.csv:3 001 is already on line 2.',
    'offices.csv:12 The column code is empty.',
    'offices.csv:4 002: the kind “shop” is none of office, servicePoint, contactCentre, former.',
    'offices.csv:5 003: the postalCode “g1r4s9” is not a postal code of Québec, as G1R 4S9.',
    'offices.csv:5 003: the phone “819 475-8431” is not written +1 and ten digits.',
    'offices.csv:5 003: the tollFree “911” is not written +1 and ten digits.',
    'offices.csv:5 003: the fax “+1819475843” is not written +1 and ten digits.',
    'offices.csv:5 003: the latitude “99” is not between 44 and 63 degrees.',
    'offices.csv:11 004 has no nameFr.',
    'offices.csv:11 004: “18” is not a region, from 01 to 17.',
    'offices.csv:11 004 has no city.',
    'offices.csv:11 004 has a latitude or a longitude without the other.',
    'offices.csv:8 H-NONE is replaced by 404, which is not in offices.csv.',
    'offices.csv:9 H-AGAIN is replaced by H-OLD, which is never offered.',
    'offices.csv:10 005 is replaced, and is not a former centre.',
    'postal-codes.csv:4 H2X is already on line 3.',
    'postal-codes.csv:2 G1R leads to no office.',
    'postal-codes.csv:3 H2X leads to 404, which is not in offices.csv.',
    'postal-codes.csv:5 J1A leads to H-OLD (former), which is never offered.',
    'postal-codes.csv:6 J1B names an office twice.',
    'postal-codes.csv:6 J1B leads to CCC (contactCentre), which is never offered.',
    'postal-codes.csv:7 “K1A” is not a postal area of Québec, as G1R.',
    'postal-codes.csv:8 J1C has no city.',
    'postal-codes.csv:8 J1C: the confidence “sure” is none of high, medium, low.',
    'postal-codes.csv:8 J1C: “00” is not a region, from 01 to 17.',
    'postal-codes.csv:8 J1C has a latitude or a longitude without the other.',
  ])
})

test('R-03 a line of another width, a lost column, an open quote or an empty file is a fault, not a crash', () => {
  const wide = read([office('001'), `${office('002')},one too many`, office('003')])
  expect(wide.faults).toHaveLength(1)
  expect(wide.faults[0]).toMatchObject({ file: 'offices.csv', line: 3 })
  expect(wide.offices.map(({ code }) => code)).toEqual(['001', '003'])

  const lost = readOffices({ offices: 'code,kind\n001,office', postalCodes: areaHeader })
  expect(say(lost.faults)).toEqual([
    'offices.csv:1 These columns are missing: nameFr, nameEn, regionCode, address, city, postalCode, phone, tollFree, fax, delegatedTo, replacedBy, latitude, longitude, sources.',
    'postal-codes.csv:1 The file has no row.',
  ])
  expect(read([office('001'), '002,"office,never closed']).faults.length).toBeGreaterThan(0)
  expect(readOffices({ offices: '', postalCodes: '' }).faults.length).toBeGreaterThan(0)
})

test('R-04 a byte order mark, Windows line ends and spaces around a cell change nothing', () => {
  const { offices, faults } = readOffices({
    offices: `\uFEFF${officeHeader}\r\n ${office('001')} \r\n`,
    postalCodes: `${areaHeader}\r\n${area('G1R', '001')}\r\n`,
  })
  expect(faults).toEqual([])
  expect(offices[0]!.code).toBe('001')
})

const file = (name: string) =>
  readFileSync(new URL(`../../../prisma/offices/${name}`, import.meta.url), 'utf8')
const real = readOffices({ offices: file('offices.csv'), postalCodes: file('postal-codes.csv') })

test('R-05 the files of the project are whole', () => {
  expect(say(real.faults)).toEqual([])
  const count = (kind: string) => real.offices.filter((one) => one.kind === kind).length
  expect(['office', 'servicePoint', 'contactCentre', 'former'].map(count)).toEqual([122, 3, 2, 18])
  expect(real.areas).toHaveLength(422)
  expect(real.areas.filter(({ offices }) => offices.length > 1)).toHaveLength(47)
  const centres = real.offices.filter(({ kind }) => kind === 'contactCentre')
  expect(centres.map(({ city }) => city)).toEqual(['Gaspé', 'Trois-Rivières'])
  const delegated = real.offices.filter(({ delegatedTo }) => delegatedTo === 'Ville de Montréal')
  expect(delegated).toHaveLength(19)
  expect(delegated.every(({ regionCode }) => regionCode === '06')).toBe(true)
})

test('R-06 the first office of every area is in the area’s region, and every open office serves an area', () => {
  const byCode = new Map(real.offices.map((one) => [one.code, one]))
  const astray = real.areas.filter((one) => byCode.get(one.offices[0]!)!.regionCode !== one.regionCode)
  expect(astray).toEqual([])
  const serving = new Set(real.areas.flatMap(({ offices }) => offices))
  const idle = real.offices.filter(({ kind, code }) => /office|servicePoint/.test(kind) && !serving.has(code))
  expect(idle).toEqual([])
})

test('R-07 names are written as in Québec: curly apostrophes, no straight ones', () => {
  expect(real.offices.filter((one) => /['"]/.test(one.nameFr + one.nameEn + one.city))).toEqual([])
})
