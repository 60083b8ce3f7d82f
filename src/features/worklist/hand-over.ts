import type { Instant } from '@/domain/calendar'
import type { Colleague, LineRow } from './line'
import { lineFields } from './statement'

export type HandOverRow = {
  readonly lines: (LineRow & { readonly lastAt: Instant | null; readonly lastWords: string | null })[]
  readonly colleagues: Colleague[]
}

/**
 * What one member of staff holds ($2) at an office ($1): what is theirs to do first, then what waits for others by the
 * day it waits until. No more than anyone holds.
 */
export const handOverStatement = `
with held as materialized (select t.id from task t
  where t.assigned_to = $2 and t.office_id = $1 and t.ended_at is null
  order by t.state in ('waiting', 'onHold', 'proposed'), t.until_day nulls last, t.urgency, t.opened_at, t.id limit 201),
shown as (select t.*, l.file_number, l.names, l.filing_kind, l.filing_version, l.changed, l.urgent, l.receipt_number,
    l.events, l.holder, l.last_verb, l.last_at, l.last_words
  from held join task t on t.id = held.id join task_lines(array(select held.id from held)) l on l.id = t.id)
select
  (select coalesce(json_agg(json_build_object(${lineFields},
    'lastAt', to_char(t.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'lastWords', t.last_words)
    order by t.state in ('waiting', 'onHold', 'proposed'), t.until_day nulls last, t.urgency, t.opened_at, t.id), '[]')
    from shown t) as lines,
  (select coalesce(json_agg(json_build_object('id', c.id, 'name', c.name) order by c.name, c.id), '[]')
    from office_colleagues() c) as colleagues`
