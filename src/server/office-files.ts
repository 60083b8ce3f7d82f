import { CsvError, parse } from 'csv-parse/sync'
import { isOffered, officeKinds, type Office, type OfficeKind } from '../domain/offices/office'
import { isPhone } from '../domain/offices/phone'
import { isPostalArea, isPostalCode, type PostalArea } from '../domain/offices/postal-code'
import { regions } from '../domain/offices/regions'

/** What is wrong in a file, and on which line. */
export type Fault = { readonly file: string; readonly line: number; readonly says: string }

type Cells = Readonly<Record<string, string>>
type Line = { readonly number: number; readonly cells: Cells }

const officeColumns = [
  ...['code', 'kind', 'nameFr', 'nameEn', 'regionCode', 'address', 'city', 'postalCode', 'phone', 'tollFree'],
  ...['fax', 'delegatedTo', 'replacedBy', 'latitude', 'longitude', 'sources'],
]
const areaColumns = [
  ...['fsa', 'city', 'regionCode', 'offices', 'confidence', 'latitude', 'longitude', 'derivation'],
]

/**
 * Reads the two files, as text, into rows and faults. A single fault means that the files are not to be loaded; all
 * are told at once, so that whoever mends the files runs this twice and not twenty times.
 */
export function readOffices(files: { readonly offices: string; readonly postalCodes: string }): {
  readonly offices: readonly Office[]
  readonly areas: readonly PostalArea[]
  readonly faults: readonly Fault[]
} {
  const faults: Fault[] = []
  const say = (file: string) => (line: number, says: string) => faults.push({ file, line, says })
  const officeFault = say('offices.csv')
  const areaFault = say('postal-codes.csv')

  const officeLines = readLines(files.offices, officeColumns, officeFault)
  checkUnique(officeLines, 'code', officeFault)
  const offices = officeLines.map(({ number, cells }) => readOffice(number, cells, officeFault))
  const byCode = new Map(offices.map((office) => [office.code, office]))
  officeLines.forEach(({ number }, index) => checkReplacement(number, offices[index]!, byCode, officeFault))

  const areaLines = readLines(files.postalCodes, areaColumns, areaFault)
  checkUnique(areaLines, 'fsa', areaFault)
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

function readOffice(line: number, cells: Cells, say: Say): Office {
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
    replacedBy: cells['replacedBy'] || null,
    ...readPoint(line, code, cells, say),
  }
  return row
}

/** Where something is, in degrees; both null when that is not known. */
function readPoint(line: number, whose: string, cells: Cells, say: Say) {
  const degrees = (name: string, low: number, high: number) => {
    const text = cells[name]!
    if (text === '') return null
    if (!/^-?\d+(\.\d+)?$/.test(text) || Number(text) < low || Number(text) > high)
      say(line, `${whose}: the ${name} “${text}” is not between ${low} and ${high} degrees.`)
    return Number(text)
  }
  const [latitude, longitude] = [degrees('latitude', 44, 63), degrees('longitude', -80, -57)]
  if ((latitude === null) !== (longitude === null))
    say(line, `${whose} has a latitude or a longitude without the other.`)
  return { latitude, longitude }
}

/** Only a former centre is replaced, by an office people may be sent to. */
function checkReplacement(line: number, office: Office, all: ReadonlyMap<string, Office>, say: Say): void {
  const { code, kind, replacedBy } = office
  if (replacedBy === null) return
  if (kind !== 'former') say(line, `${code} is replaced, and is not a former centre.`)
  const other = all.get(replacedBy)
  if (!other) say(line, `${code} is replaced by ${replacedBy}, which is not in offices.csv.`)
  else if (!isOffered(other)) say(line, `${code} is replaced by ${replacedBy}, which is never offered.`)
}

function readArea(line: number, cells: Cells, offices: ReadonlyMap<string, Office>, say: Say): PostalArea {
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
  return {
    fsa,
    city: cells['city']!,
    regionCode: readRegion(line, fsa, cells, say),
    confidence,
    offices: codes,
    ...readPoint(line, fsa, cells, say),
  }
}

function readRegion(line: number, whose: string, cells: Cells, say: Say): string {
  const text = cells['regionCode']!
  if (!regions.some(({ code }) => code === text))
    say(line, `${whose}: “${text}” is not a region, from 01 to 17.`)
  return text
}
