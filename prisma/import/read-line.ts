import type { z } from 'zod'
import { checkHousehold, type Known } from './check-household'
import {
  fileNumberShape,
  headerSchema,
  householdSchema,
  totalsSchema,
  type Header,
  type HouseholdLine,
  type Totals,
} from './schema'
import { faultWords, type FaultKey } from './words'

/** What is wrong with a line: where in it, and which sentence says so. Never a value of the line. */
export type Fault = {
  /** `adults[0].birthDate`; empty for the line itself. */
  readonly field: string
  readonly key: FaultKey
  readonly values?: Readonly<Record<string, string | number>>
}

/** What a line counts for in the control totals, whether or not it is accepted. */
export type Counts = Readonly<Totals>

/** A line as it was understood. */
export type Reading =
  | { readonly what: 'header'; readonly header: Header }
  | { readonly what: 'totals'; readonly totals: Totals }
  | { readonly what: 'household'; readonly household: HouseholdLine; readonly counts: Counts }
  | {
      readonly what: 'faulty'
      readonly type: 'header' | 'totals' | 'household'
      readonly fileNumber: string | null
      readonly faults: readonly Fault[]
      readonly counts: Counts
    }

/** One fault of a whole line. */
export const lineFault = (key: FaultKey): readonly Fault[] => [{ field: '', key }]

const unreadable = (key: FaultKey): Reading => ({
  what: 'faulty',
  type: 'household',
  fileNumber: null,
  faults: lineFault(key),
  counts: { ...nothing, households: key === 'blankLine' ? 0 : 1 },
})

const nothing: Counts = { households: 0, adults: 0, children: 0, mandates: 0, recoveryCents: 0 }
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads one line, without its end. Whatever the bytes, it answers; it never throws. `null`: the line was too long. */
export function readLine(bytes: Uint8Array | null, known: Known): Reading {
  if (bytes === null) return unreadable('lineTooLong')
  if (bytes.includes(0)) return unreadable('nul')
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    return unreadable('notUtf8')
  }
  if (text.trim() === '') return unreadable('blankLine')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return unreadable('notJson')
  }
  if (!isRecord(value)) return unreadable('notObject')
  if (value['type'] === 'header') return readHeader(value)
  if (value['type'] === 'totals') return readTotals(value)
  return readHousehold(value, known)
}

function readHeader(value: object): Reading {
  const read = headerSchema.safeParse(value, { error: plainly })
  if (read.success) return { what: 'header', header: read.data }
  return { what: 'faulty', type: 'header', fileNumber: null, faults: faultsOf(read.error), counts: nothing }
}

function readTotals(value: object): Reading {
  const read = totalsSchema.safeParse(value, { error: plainly })
  if (!read.success) {
    return { what: 'faulty', type: 'totals', fileNumber: null, faults: faultsOf(read.error), counts: nothing }
  }
  const { type: _, ...totals } = read.data
  return { what: 'totals', totals }
}

function readHousehold(value: Record<string, unknown>, known: Known): Reading {
  const counts = countsOf(value)
  const read = householdSchema.safeParse(value, { error: plainly })
  const faults = read.success ? checkHousehold(read.data, known) : faultsOf(read.error)
  if (read.success && faults.length === 0) return { what: 'household', household: read.data, counts }
  const given = value['fileNumber']
  const fileNumber =
    typeof given === 'string' && given.length <= 32 && fileNumberShape.test(given) ? given : null
  return { what: 'faulty', type: 'household', fileNumber, faults, counts }
}

/** Counts leniently: a line that will be refused was counted by whoever made the file. */
function countsOf(value: Record<string, unknown>): Counts {
  const listOf = (field: string): unknown[] =>
    Array.isArray(value[field]) ? (value[field] as unknown[]) : []
  const amounts = listOf('situations').map((one) => (isRecord(one) ? one['recoveryCents'] : 0))
  return {
    households: 1,
    adults: listOf('adults').length,
    children: listOf('children').length,
    mandates: listOf('mandates').length,
    recoveryCents: amounts.reduce<number>(
      (sum, amount) => sum + (typeof amount === 'number' && Number.isFinite(amount) ? amount : 0),
      0,
    ),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is said where the schema has no sentence of its own. */
function plainly(issue: { code: string; input?: unknown; expected?: unknown }): FaultKey {
  if (issue.code === 'unrecognized_keys') return 'unknownField'
  if (issue.expected === 'object') return issue.input === undefined ? 'missing' : 'notObject'
  return 'wrong'
}

function faultsOf(error: z.ZodError): Fault[] {
  const faults = error.issues.flatMap((issue): Fault[] => {
    const key = issue.message in faultWords ? (issue.message as FaultKey) : 'wrong'
    if (issue.code !== 'unrecognized_keys') return [{ field: fieldOf(issue.path), key }]
    return issue.keys.map((name) => ({ field: fieldOf([...issue.path, nameOf(name)]), key }))
  })
  // Of each field the first: an empty name need not be told that it has no letter.
  const first = faults.filter(
    ({ field }, index) => faults.findIndex((other) => other.field === field) === index,
  )
  return first.slice(0, 50)
}

/** A name nobody foresaw may say anything of anyone: it is repeated only when it looks like a field. */
const nameOf = (name: string): string => (/^[a-z][A-Za-z]{0,29}$/.test(name) ? name : '…')

const fieldOf = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index > 0 ? '.' : ''}${String(part)}`))
    .join('')
