import type { Change } from './probe-rows'
import type { Asker } from './probe-world'

/*
 * Whether a viewer may have caused a change in an application for aid: their own part of it, in their own name. Who
 * begins one, or attaches it, writes rows of a new one.
 */

const tables = [
  'application',
  'application_adult',
  'application_draft',
  'application_version',
  'application_version_part',
  'application_confirmation',
  'application_event',
  'document_answer',
  'document',
  'upload',
  'message',
  'application_parked',
  'auth.application_session',
  'auth.application_key',
]
/** Where an application begins: anew, or from the answers given to the estimator. */
const beginnings: readonly string[] = ['/api/applications', '/api/estimator/application']
export const isOfApplications = (table: string): boolean => tables.includes(table)

export function mayHaveWritten(
  asker: Asker,
  route: string,
  { table, before, after }: Change,
  known: ReadonlySet<string>,
): boolean {
  const rows = [before, after].filter((row) => row !== null)
  const about = (row: Change['before']) => String(row?.[table === 'application' ? 'id' : 'application_id'])
  const added = before === null
  // Every visit travels with the demo's clock; nothing else of it changes.
  if (route === '/api/demo/clock') return table === 'auth.application_session' && haveTravelled(before, after)
  // An application that did not exist when the world was made: begun just now, by whoever asked to.
  const isNew = rows.every((row) => !known.has(about(row)))
  if (isNew && table !== 'application_version_part') return beginnings.includes(route) && added
  if (route === '/api/application/opening' && table === 'auth.application_session') {
    return added && asker.realm === 'citizen' && asker.attached === about(after)
  }
  const { visit } = asker
  if (asker.name === 'applicantExpired') {
    return (
      table === 'application_parked' && added && isOwn(asker, about, rows) && all(rows, 'adult', visit?.adult)
    )
  }
  if (!visit || !isOwn(asker, about, rows)) return false
  const own = all(rows, 'adult', visit.adult)
  switch (table) {
    case 'application':
      return (
        visit.adult === 'applicant' && !added && after !== null && all(rows, 'start_key', before['start_key'])
      )
    case 'application_draft':
      return (
        rows.every((row) => (visit.writes as readonly unknown[]).includes(row['part'])) &&
        !added &&
        after !== null
      )
    case 'application_event':
      return added && all(rows, 'by', visit.adult) && (own || after?.['adult'] === null)
    case 'application_confirmation':
      return added && visit.adult === 'spouse'
    case 'document_answer':
      return own && after !== null
    case 'document':
      return own && after !== null
    case 'upload':
      return own
    case 'message':
      return (
        own && (added ? after?.['from_staff'] === null : before?.['from_staff'] !== null && after !== null)
      )
    case 'auth.application_session':
    case 'auth.application_key':
      return own
    default:
      return false
  }
}

function haveTravelled(before: Change['before'], after: Change['after']): boolean {
  const still = (row: Change['before']) => JSON.stringify({ ...row, seen_at: null, ends_at: null })
  return before !== null && after !== null && still(before) === still(after)
}

const all = (rows: readonly Readonly<Record<string, unknown>>[], column: string, value: unknown): boolean =>
  value !== undefined && rows.every((row) => row[column] === value)

const isOwn = (
  { visit }: Asker,
  about: (row: Change['before']) => string,
  rows: readonly Readonly<Record<string, unknown>>[],
): boolean => rows.every((row) => about(row) === visit?.applicationId)
