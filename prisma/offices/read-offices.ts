import { CsvError, parse } from 'csv-parse/sync'
import { isOffered, officeKinds, type OfficeKind } from '../../src/domain/offices/office'
import { isPhone } from '../../src/domain/offices/phone'
import { isPostalArea, isPostalCode } from '../../src/domain/offices/postal-code'

export type OfficeRow = {
  readonly code: string
  readonly kind: OfficeKind
  readonly nameFr: string
  readonly nameEn: string
  readonly regionCode: string
  readonly address: string | null
  readonly city: string
  readonly postalCode: string | null
  readonly phone: string | null
  readonly tollFree: string | null
  readonly fax: string | null
  readonly delegatedTo: string | null
  readonly latitude: number | null
  readonly longitude: number | null
}

export type PostalAreaRow = {
  readonly fsa: string
  readonly city: string
  readonly regionCode: string
  readonly confidence: string
  /** Codes of offices, most likely first. */
  readonly offices: readonly string[]
}

/** What is wrong in a file, and on which line. */
export type Fault = { readonly file: string; readonly line: number; readonly says: string }

type Cells = Readonly<Record<string, string>>
type Line = { readonly number: number; readonly cells: Cells }

const officeColumns = [
  ...['code', 'kind', 'nameFr', 'nameEn', 'regionCode', 'address', 'city', 'postalCode', 'phone', 'tollFree'],
  ...['fax', 'delegatedTo', 'latitude', 'longitude', 'sources'],
]
const areaColumns = ['fsa', 'city', 'regionCode', 'offices', 'confidence', 'derivation']

/**
 * Reads the two files, as text, into rows and faults. A single fault means that the files are not to be loaded; all
 * are told at once, so that whoever mends the files runs this twice and not twenty times.
 */
export function readOffices(files: { readonly offices: string; readonly postalCodes: string }): {
  readonly offices: readonly OfficeRow[]
  readonly areas: readonly PostalAreaRow[]
  readonly faults: readonly Fault[]
} {
  const faults: Fault[] = []
  const say = (file: string) => (line: number, says: string) => faults.push({ file, line, says })
  const officeFault = say('offices.csv')
  const areaFault = say('postal-codes.csv')

  const officeLines = readLines(files.offices, officeColumns, officeFault)
  checkUnique(officeLines, 'code', officeFault)
  const offices = officeLines.map(({ number, cells }) => readOffice(number, cells, officeFault))

  const areaLines = readLines(files.postalCodes, areaColumns, areaFault)
  checkUnique(areaLines, 'fsa', areaFault)
  const byCode = new Map(offices.map((office) => [office.code, office]))
  const areas = areaLines.map(({ number, cells }) => readArea(number, cells, byCode, areaFault))
  return { offices, areas, faults }
}

type Say = (line: number, says: string) => void

/** The lines of a file below its header. A line with too many or too few cells is a fault and is left out. */
function readLines(text: string, columns: readonly string[], say: Say): Line[] {
  const skip = (error: CsvError | undefined) => {
    say(Number(error?.['lines'] ?? 0), error?.message ?? 'This line cannot be read.')
    return undefined
  }
  let header: readonly string[] = []
  try {
    const records = parse(text, {
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      on_skip: skip,
      columns: (names: string[]) => (header = names),
    }) as unknown as { info: { lines: number }; record: Cells }[]
    const missing = columns.filter((name) => !header.includes(name))
    if (missing.length > 0) {
      say(1, `These columns are missing: ${missing.join(', ')}.`)
      return []
    }
    if (records.length === 0) say(1, 'The file has no row.')
    return records.map(({ info, record }) => ({ number: info.lines, cells: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    skip(error)
    return []
  }
}

function checkUnique(lines: readonly Line[], column: string, say: Say): void {
  const first = new Map<string, number>()
  for (const { number, cells } of lines) {
    const value = cells[column]!
    const before = first.get(value)
    if (value === '') say(number, `The column ${column} is empty.`)
    else if (before !== undefined) say(number, `${value} is already on line ${before}.`)
    else first.set(value, number)
  }
}

function readOffice(line: number, cells: Cells, say: Say): OfficeRow {
  const code = cells['code']!
  const required = (name: string) => {
    if (cells[name] === '') say(line, `${code} has no ${name}.`)
    return cells[name]!
  }
  const checked = (name: string, isRight: (text: string) => boolean, wish: string) => {
    const text = cells[name]!
    if (text !== '' && !isRight(text)) say(line, `${code}: the ${name} “${text}” is not ${wish}.`)
    return text === '' ? null : text
  }
  const degrees = (name: string, low: number, high: number) => {
    const isNear = (text: string) =>
      /^-?\d+(\.\d+)?$/.test(text) && Number(text) >= low && Number(text) <= high
    const text = checked(name, isNear, `between ${low} and ${high} degrees`)
    return text === null ? null : Number(text)
  }
  const phone = (name: string) => checked(name, isPhone, 'written +1 and ten digits')
  const kind = cells['kind'] as OfficeKind
  if (!officeKinds.includes(kind))
    say(line, `${code}: the kind “${kind}” is none of ${officeKinds.join(', ')}.`)
  const row = {
    code,
    kind,
    nameFr: required('nameFr'),
    nameEn: required('nameEn'),
    regionCode: readRegion(line, code, cells, say),
    address: cells['address'] || null,
    city: required('city'),
    postalCode: checked('postalCode', isPostalCode, 'a postal code of Québec, as G1R 4S9'),
    phone: phone('phone'),
    tollFree: phone('tollFree'),
    fax: phone('fax'),
    delegatedTo: cells['delegatedTo'] || null,
    latitude: degrees('latitude', 44, 63),
    longitude: degrees('longitude', -80, -57),
  }
  if ((row.latitude === null) !== (row.longitude === null))
    say(line, `${code} has a latitude or a longitude without the other.`)
  return row
}

function readArea(
  line: number,
  cells: Cells,
  offices: ReadonlyMap<string, OfficeRow>,
  say: Say,
): PostalAreaRow {
  const fsa = cells['fsa']!
  if (fsa !== '' && !isPostalArea(fsa)) say(line, `“${fsa}” is not a postal area of Québec, as G1R.`)
  if (cells['city'] === '') say(line, `${fsa} has no city.`)
  const confidence = cells['confidence']!
  if (!['high', 'medium', 'low'].includes(confidence))
    say(line, `${fsa}: the confidence “${confidence}” is none of high, medium, low.`)
  const codes = cells['offices']!.split('|').filter((code) => code !== '')
  if (codes.length === 0) say(line, `${fsa} leads to no office.`)
  if (new Set(codes).size < codes.length) say(line, `${fsa} names an office twice.`)
  for (const code of new Set(codes)) {
    const office = offices.get(code)
    if (!office) say(line, `${fsa} leads to ${code}, which is not in offices.csv.`)
    else if (!isOffered(office))
      say(line, `${fsa} leads to ${code} (${office.kind}), which is never offered.`)
  }
  const regionCode = readRegion(line, fsa, cells, say)
  return { fsa, city: cells['city']!, regionCode, confidence, offices: codes }
}

/** The seventeen administrative regions are numbered 01 to 17. */
function readRegion(line: number, whose: string, cells: Cells, say: Say): string {
  const text = cells['regionCode']!
  if (!/^(0[1-9]|1[0-7])$/.test(text)) say(line, `${whose}: “${text}” is not a region, from 01 to 17.`)
  return text
}
