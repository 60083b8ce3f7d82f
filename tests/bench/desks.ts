import type pg from 'pg'
import type { Cursor } from '../../src/features/worklist/asked'
import { withDatabase } from '../../src/setup/database.mjs'
import type { TestDatabase } from '../support/database'

/** Provinces of tasks, for the bench of the worklist. */
export type Desks = {
  readonly officeId: string
  readonly staffId: string
  /** How many tasks are under way at the office that is asked. */
  readonly living: number
  /** The database's time. */
  readonly now: string
  /** A place far into its list. */
  readonly deep: Cursor
}

/**
 * Fills a database with `size` statements that each opened a task, of a tenth as many households. One in twenty is of the
 * office that is asked, the rest of the others in turn; one in five is under way, of every kind and state and with every
 * agent. Signed in as the superuser, which may leave foreign keys and triggers aside: the rows agree as they are made.
 */
export async function fillDesks(database: TestDatabase, size: number): Promise<Desks> {
  return withDatabase(database.adminUrl, async (admin: pg.Client) => {
    await admin.query(
      `set session_replication_role = replica; set maintenance_work_mem = '512MB'; set synchronous_commit = off`,
    )
    await admin.query(
      `create temporary table place as select id, row_number() over (order by code) - 1 as n from office where kind = 'office'`,
    )
    await admin.query(
      `insert into staff_member (id, name, role, office_id)
       select uuidv7(), 'Agent ' || a, 'agent', p.id from place p, generate_series(1, 20) a`,
    )
    await admin.query(
      `create temporary table home as select i as n, uuidv7() as id, uuidv7() as person,
         case when i % 20 = 0 then 0 else i % (select count(*) from place) end as place
       from generate_series(1, greatest($1 / 10, 1)) i`,
      [size],
    )
    await admin.query(`create index on home (n); analyze home`)
    await admin.query(
      `insert into household (id, file_number, office_id)
       select h.id, 'BENCH-' || h.n, p.id from home h join place p on p.n = h.place`,
    )
    await admin.query(
      `insert into person (id, given_name, family_name, birth_date)
       select person, 'Prénom' || n, 'Nom' || n, '1980-01-01' from home`,
    )
    await admin.query(
      `insert into household_member (household_id, person_id, role, from_day)
       select id, person, 'adult', '2020-01-01' from home`,
    )
    const rebuild = await dropIndexes(admin, ['filing', 'task', 'task_event'])
    await admin.query(
      `create temporary table made as
       select i, uuidv7() as task, uuidv7() as filing, h.id as household, h.person, p.id as office, i % 5 = 0 as living,
         app_now() - make_interval(secs => (i::bigint * 7919) % 2592000) as at
       from generate_series(1, $1) i join home h on h.n = 1 + i / 7 % greatest($1 / 10, 1) join place p on p.n = h.place`,
      [size],
    )
    await admin.query(
      `insert into filing (id, household_id, kind, month, version, receipt_number, answers, answers_digest, schema_version,
         wording_version, language, channel, filed_by_person, filed_by_name, filed_for, received_at, due_at, key)
       select filing, household, 'statement', to_char(date '2020-01-01' + (i / 10) % 80 * interval '1 month', 'YYYY-MM'),
         1 + i, 'B-' || i, '{"changed": ["work"]}', '', 1, '2026-11', 'fr', 'web', person, 'Prénom', 'Prénom Nom', at, at,
         filing from made`,
    )
    await admin.query(
      `insert into task (id, kind, office_id, household_id, subject_id, month, state, urgency, due_at, opened_at, changed_at,
         assigned_to, programme, ended_at)
       select task, (array['statement', 'change', 'missing', 'statement', 'document', 'message', 'review'])[1 + i / 5 % 7], office,
         household, filing, '2026-10',
         case when living then (array['received', 'claimed', 'claimed', 'waiting', 'onHold', 'received'])[1 + i / 5 % 6] else 'closed' end,
         (array[3, 5, 7, 8, 6, 4, 1])[1 + i / 5 % 7],
         case when i / 5 % 4 = 0 then at + interval '20 days' end, at, at,
         case when i / 5 % 6 in (1, 2, 3, 4) then (select id from staff_member m where m.office_id = office offset i / 5 % 20 limit 1) end,
         (array['socialAssistance', 'socialAssistance', 'socialSolidarity', 'basicIncome'])[1 + i / 35 % 4],
         case when not living then at end
       from made`,
    )
    await admin.query(
      `insert into task_event (id, task_id, at, verb, to_state) select uuidv7(), task, at, 'receive', 'received' from made`,
    )
    for (const definition of rebuild) await admin.query(definition)
    await admin.query('vacuum analyze')
    const { rows } = await admin.query<Desks>(
      `with living as (select t.* from task t join place p on p.id = t.office_id where p.n = 0 and t.ended_at is null)
       select p.id as "officeId", (select id from staff_member where office_id = p.id order by name limit 1) as "staffId",
         (select count(*)::int from living) as living,
         to_char(app_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
         (select json_build_object('urgency', urgency, 'due', coalesce(to_char(due_at at time zone 'UTC',
             'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'infinity'),
           'opened', to_char(opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'id', id)
          from (select * from living order by urgency, coalesce(due_at, 'infinity'), opened_at, id
            offset (select count(*) / 2 from living) limit 1) middle) as deep
       from place p where p.n = 0`,
    )
    return rows[0]!
  })
}

/** Drops what only slows the filling down, and returns the statements that put it back. */
async function dropIndexes(admin: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await admin.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid = any ($1::regclass[])
       and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  )
  for (const { name } of rows) await admin.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
