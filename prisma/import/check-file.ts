import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import type { Known } from './check-household'
import { linesOf } from './lines'
import { readLine, type Counts, type Fault } from './read-line'
import { comparedNumber, counted, type Header, type MandateLine, type Totals } from './schema'
import type { FaultKey } from './words'

/** What is wrong with the file as a whole; `line` when one line shows it. */
export type FileFault = Fault & { readonly line: number | null }

/** A mandate of a line, and the line's own file number. Both numbers as they are compared. */
export type PendingMandate = MandateLine & { readonly fileNumber: string }

export type Checked = {
  readonly header: Header
  readonly digest: Buffer
  readonly totals: Totals
  /** What no line shows alone: a number given twice, a representative who is nowhere. By file number. */
  readonly refusals: ReadonlyMap<string, readonly Fault[]>
  /** The mandates of the lines that are whole, to be entered once everyone is there. */
  readonly mandates: readonly PendingMandate[]
}

export type Surroundings = {
  readonly offices: Known['offices']
  /** How many adults live in each of these files of the portal; those that are not there are left out. */
  readonly adultsOf: (fileNumbers: readonly string[]) => Promise<ReadonlyMap<string, number>>
  readonly onLine?: (count: number) => void
}

/**
 * Reads the whole file before anything is written: its header, the shape of its lines, its control totals. Keeps of
 * each household its number, and the mandates; nothing else.
 */
export async function checkFile(
  file: FileHandle,
  { offices, adultsOf, onLine }: Surroundings,
): Promise<Checked | { readonly refused: readonly FileFault[] }> {
  const digest = createHash('sha256')
  const faults: FileFault[] = []
  const say = (line: number | null, key: FaultKey, field = '', values?: Fault['values']) =>
    faults.push({ line, field, key, ...(values ? { values } : {}) })
  let header: Header | null = null
  let totals: Totals | null = null
  let totalsLine = 0
  let last = 0
  let carriageReturn = 0
  const found: Record<string, number> = {}
  // The line of each number times four, plus its adults: 0 when the line is refused.
  const places = new Map<string, number>()
  const twice = new Map<string, Fault[]>()
  const pending: PendingMandate[] = []

  for await (const { number, bytes, carriageReturn: returned } of linesOf(file, digest)) {
    last = number
    if (returned) carriageReturn ||= number
    if (number === 1 && bytes?.subarray(0, 3).equals(byteOrderMark)) {
      return { refused: [{ line: 1, field: '', key: 'byteOrderMark' }] }
    }
    const reading = readLine(bytes, { madeOn: header?.madeOn ?? noDay, offices })
    if (number === 1) {
      if (reading.what === 'header') header = reading.header
      else {
        say(1, 'noHeader')
        // Of a household that stands first, only its place is wrong.
        if (reading.what === 'faulty' && reading.fileNumber === null) {
          for (const fault of reading.faults) faults.push({ line: 1, ...fault })
        }
        return { refused: faults }
      }
      continue
    }
    if (totals && totalsLine < number) {
      say(number, 'afterTotals')
      return { refused: faults }
    }
    if (reading.what === 'totals') {
      totals = reading.totals
      totalsLine = number
      continue
    }
    if (reading.what === 'faulty' && reading.type === 'totals') {
      say(number, 'noTotals')
      for (const fault of reading.faults) faults.push({ line: number, ...fault })
      return { refused: faults }
    }
    onLine?.(number)
    if (reading.what === 'header') continue
    add(found, reading.counts)
    const written = reading.what === 'household' ? reading.household.fileNumber : reading.fileNumber
    if (written === null) continue
    const fileNumber = comparedNumber(written)
    const before = places.get(fileNumber)
    if (before !== undefined) {
      twice.set(fileNumber, [
        { field: 'fileNumber', key: 'sameNumber', values: { other: Math.floor(before / 4) } },
      ])
      continue
    }
    const adults = reading.what === 'household' ? reading.household.adults.length : 0
    places.set(fileNumber, number * 4 + adults)
    if (reading.what !== 'household') continue
    for (const { representative, ...mandate } of reading.household.mandates) {
      const by = { ...representative, fileNumber: comparedNumber(representative.fileNumber) }
      pending.push({ ...mandate, fileNumber, representative: by })
    }
  }

  if (last === 0) return { refused: [{ line: null, field: '', key: 'emptyFile' }] }
  if (carriageReturn) say(carriageReturn, 'carriageReturn')
  if (!totals) say(last, 'noTotals')
  for (const field of totals ? counted : []) {
    const [said, here] = [totals![field], found[field] ?? 0]
    if (said !== here) say(totalsLine, 'totalsDiffer', field, { said, found: here })
  }
  if (faults.length > 0) return { refused: faults }

  for (const number of twice.keys()) places.set(number, 0)
  const refusals = new Map<string, readonly Fault[]>(twice)
  const elsewhere = pending
    .map((one) => one.representative.fileNumber)
    .filter((number) => !places.has(number))
  const there = await adultsOf([...new Set(elsewhere)])
  refuseMandates(pending, places, there, refusals)
  return {
    header: header!,
    digest: digest.digest(),
    totals: totals!,
    refusals,
    mandates: pending.filter((one) => !refusals.has(one.fileNumber)),
  }
}

/** A line whose representative is nowhere is refused, and so is one that names it, until none is left to refuse. */
function refuseMandates(
  pending: readonly PendingMandate[],
  places: ReadonlyMap<string, number>,
  there: ReadonlyMap<string, number>,
  refusals: Map<string, readonly Fault[]>,
): void {
  for (let before = -1; before !== refusals.size;) {
    before = refusals.size
    for (const { fileNumber, representative } of pending) {
      if (refusals.has(fileNumber)) continue
      const { fileNumber: number, adult } = representative
      const adults = refusals.has(number) ? 0 : (((places.get(number) ?? 0) % 4 || there.get(number)) ?? 0)
      if (adult > adults) refusals.set(fileNumber, [{ field: 'mandates', key: 'noRepresentative' }])
    }
  }
}

function add(found: Record<string, number>, counts: Counts): void {
  for (const field of counted) found[field] = (found[field] ?? 0) + counts[field]
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])
/** Until the header has been read no line is judged by its day. */
const noDay = '1900-01-01' as Header['madeOn']
