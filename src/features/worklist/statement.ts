import { placeOf, taskKinds } from '@/domain/decision/task'
import type { Asked, Sort, Whose } from './asked'

/*
 * The one statement of a page of the worklist: its lines in their order, and the counts beside them. The order is the
 * one of an index, and a page begins after the last line of the one before (keyset), so that neither the number of
 * tasks nor the number of pages slows it down (decisions/the-worklist-in-one-statement.md). Only what changes the way to the lines changes the
 * text: the filters are values, so that there are few statements to prepare. Nothing here asks the server: the bench
 * measures the same text.
 */

/** Lines on a page. */
export const PAGE_LENGTH = 50
/** Counting stops here: more is said to be more. */
export const COUNT_LIMIT = 1_000

type Of = { readonly staffId: string; readonly officeId: string; readonly supervises: boolean }

const dueOrder = `coalesce(t.due_at, 'infinity'::timestamptz)`

const orders: Readonly<Record<Sort, { readonly by: string; readonly after: string }>> = {
  order: {
    by: `t.urgency, ${dueOrder}, t.opened_at, t.id`,
    after: `(t.urgency, ${dueOrder}, t.opened_at, t.id) > ($7::smallint, $8::timestamptz, $9::timestamptz, $10::uuid)`,
  },
  age: {
    by: 't.opened_at, t.id',
    after: '(t.opened_at, t.id) > ($9::timestamptz, $10::uuid)',
  },
  term: {
    by: `${dueOrder}, t.opened_at, t.id`,
    after: `(${dueOrder}, t.opened_at, t.id) > ($8::timestamptz, $9::timestamptz, $10::uuid)`,
  },
}

const holders: Readonly<Record<Whose, string>> = {
  all: 'true',
  mine: 't.assigned_to = $2',
  nobody: 't.assigned_to is null',
}

/**
 * Whose tasks one may work on, as conditions of our own before the wall's: those of the office; and for a supervisor,
 * those that wait at the contact centre. Each is read by itself: one condition with "or" would read no index.
 */
const places = (supervises: boolean): readonly string[] =>
  supervises
    ? [
        't.office_id = $1',
        `t.office_id in (select o.id from office o where o.kind = 'contactCentre' and o.id <> $1)`,
      ]
    : ['t.office_id = $1']

const living = 't.ended_at is null'

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** A line as JSON, from a row `t` of a task and of `task_lines`. */
export const lineFields = `'id', t.id, 'kind', t.kind, 'state', t.state, 'version', t.version,
    'month', t.month, 'urgency', t.urgency, 'programme', t.programme, 'until', t.until_day,
    'assignedTo', t.assigned_to, 'subjectId', t.subject_id, 'householdId', t.household_id,
    'applicationId', t.application_id, 'due', ${instant('t.due_at')}, 'opened', ${instant('t.opened_at')},
    'fileNumber', t.file_number, 'names', t.names, 'filingKind', t.filing_kind, 'filingVersion', t.filing_version,
    'changed', t.changed, 'urgent', t.urgent, 'receiptNumber', t.receipt_number, 'events', t.events,
    'holder', t.holder, 'lastVerb', t.last_verb`

/** A count of what a condition keeps, which stops at the limit. An order in it says which index leads there. */
const countOf = (supervises: boolean, condition: string) =>
  `(select count(*)::int from (${places(supervises)
    .map(
      (place) =>
        `(select 1 from task t where ${place} and ${living} and ${condition} limit ${COUNT_LIMIT + 1})`,
    )
    .join(' union all ')}) counted)`

/** The statement of a page, and its values. `soon`: what is due by then is due soon; `now`: what was due is late. */
export function pageStatement(
  asked: Asked,
  of: Of,
  { now, soon }: { readonly now: string; readonly soon: string },
): { readonly text: string; readonly values: readonly unknown[] } {
  const { by, after } = orders[asked.sort]
  const holder = holders[asked.whose]
  const kind = asked.kind === null ? 'true' : 't.kind = $11'
  const filters = `($3::text is null or t.state = $3) and ($4::smallint is null or t.urgency = $4)
    and ($5::timestamptz is null or t.due_at <= $5) and ($6::text is null or t.programme = $6)`
  const found = places(of.supervises).map(
    (place) => `(select t.id, t.urgency, t.due_at, t.opened_at from task t
      where ${place} and ${living} and ${holder} and ${kind} and ${filters} and ${after}
      order by ${by} limit ${PAGE_LENGTH + 1})`,
  )
  const count = (condition: string) => countOf(of.supervises, condition)
  const kinds = taskKinds.map((one) => `'${one}', ${count(`t.kind = '${one}' and ${holder}`)}`)
  // Named but not run: it says the types of the values that a variant of the text does not use.
  const text = `
with given as (select $2::uuid, $7::smallint, $8::timestamptz, $9::timestamptz, $10::uuid, $11::text),
found as materialized (${found.join(' union all ')}),
page as materialized (select t.* from found t order by ${by} limit ${PAGE_LENGTH + 1}),
shown as (select t.id, t.kind, t.state, t.version, t.month, t.urgency, t.programme, t.until_day, t.assigned_to,
    t.subject_id, t.household_id, t.application_id, t.due_at, t.opened_at, l.file_number, l.names, l.filing_kind,
    l.filing_version, l.changed, l.urgent, l.receipt_number, l.events, l.holder, l.last_verb
  from page join task t on t.id = page.id
    join task_lines(array(select page.id from page)) l on l.id = t.id)
select
  (select coalesce(json_agg(json_build_object(${lineFields}) order by ${by}), '[]') from shown t) as lines,
  json_build_object(${kinds.join(', ')}) as kinds,
  ${count('t.assigned_to = $2')} as mine,
  ${count('t.assigned_to is null')} as nobody,
  ${count(`${dueOrder} <= $12::timestamptz order by ${dueOrder}`)} as late,
  ${count('t.urgency = 0')} as danger,
  (select json_build_object('fr', o.name_fr, 'en', o.name_en) from office o where o.id = $1) as office,
  (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name, c.id), '[]')
    from office_colleagues() c) as colleagues`
  const from = asked.after ?? {
    urgency: -1,
    due: '-infinity',
    opened: '-infinity',
    id: '00000000-0000-0000-0000-000000000000',
  }
  return {
    text,
    values: [
      ...[of.officeId, of.staffId, asked.state, asked.why === null ? null : placeOf(asked.why)],
      asked.due === null ? null : asked.due === 'late' ? now : soon,
      ...[asked.programme, from.urgency, from.due, from.opened, from.id, asked.kind, now],
    ],
  }
}
