import type { TypedMove } from '@/domain/decision/move-form'
import { storable } from '@/server/account-forms'
import type { MoveForm } from './schema'

/** What was typed in the form of a move, as it is kept and read again. Several reasons are parted by a space. */
export type TypedFields = Readonly<Record<string, string>>

const known = [
  'words',
  'note',
  'until.day',
  'until.month',
  'until.year',
  'document',
  'whose',
  'assignee',
  'amount',
]
/** A form of ours has far fewer; what came besides is not kept. */
const MOST_FIELDS = 200

/** The fields of a form, without what only carries it. */
export function fieldsOf(input: MoveForm): TypedFields {
  const facts = Object.keys(input)
    .filter((name) => /^fact\.\w{1,40}\.\w{1,20}$/.test(name))
    .slice(0, MOST_FIELDS)
  const text = (name: string) => {
    const value = (input as Record<string, unknown>)[name]
    return typeof value === 'string' ? value : ''
  }
  const fields = Object.fromEntries([...known, ...facts].map((name) => [name, text(name)]))
  return storable({ ...fields, reasons: input.reasons.slice(0, MOST_FIELDS).join(' ') })
}

/** The same as the domain reads them. */
export function typedMove(fields: TypedFields): TypedMove {
  const text = (name: string) => (Object.hasOwn(fields, name) ? fields[name]! : '')
  return {
    reasons: text('reasons').split(' ').filter(Boolean),
    words: text('words'),
    note: text('note'),
    until: { day: text('until.day'), month: text('until.month'), year: text('until.year') },
    document: text('document'),
    whose: text('whose'),
    assignee: text('assignee'),
    amount: text('amount'),
  }
}
