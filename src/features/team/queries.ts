import 'server-only'
import {
  addDays,
  addMonths,
  dayOf,
  instantOf,
  monthOf,
  startOfDay,
  type Instant,
  type Month,
} from '@/domain/calendar'
import { pages } from '@/domain/application/questions'
import { ageBounds, ages } from '@/domain/decision/ageing'
import type { TaskKind, TaskState } from '@/domain/decision/task'
import { transitionOf } from '@/domain/decision/transitions'
import { withViewer, type Door } from '@/server/db'
import { isId } from '@/server/ids'
import type { CountedForm } from '@/server/mistakes'
import type { Staff } from '@/server/viewer'
import { DAYS_COUNTED, MOST_AT_ONCE, NOBODY } from './schema'

/** How many questions the list of mistakes shows. */
const MOST_QUESTIONS = 12
/** How many notices that could not be written. */
const MOST_NOTICES = 20

export type Colleague = { readonly id: string; readonly name: string; readonly role: 'agent' | 'supervisor' }
/** What one person holds, or nobody. */
export type Load = {
  readonly colleague: Colleague | null
  readonly open: number
  readonly waiting: number
  readonly overdue: number
  readonly oldest: Instant | null
}
export type TeamPage = {
  readonly now: Instant
  readonly officeFr: string
  readonly officeEn: string
  readonly loads: readonly Load[]
  /** How many open tasks there are of each class of `ages`, and how many of them are nobody's. */
  readonly ages: readonly { readonly count: number; readonly unassigned: number }[]
  readonly kinds: readonly { readonly kind: TaskKind; readonly open: number }[]
  readonly promises: { readonly kept: number; readonly broken: number; readonly overdue: number }
  readonly mistakes: readonly {
    readonly form: CountedForm
    readonly question: string
    readonly times: number
  }[]
  readonly left: {
    readonly month: Month
    readonly sent: number
    readonly pages: readonly {
      readonly page: 'start' | 'questions' | 'verification'
      readonly count: number
    }[]
  }
  /** Of the applications begun of late, at whatever office: how many were sent, and at which page the others stop. */
  readonly applicationsLeft: {
    readonly sent: number
    readonly pages: readonly { readonly page: string; readonly count: number }[]
  }
  /** The notices that could not be written yet. They are tried again by themselves. */
  readonly failingNotices: readonly FailingNotice[]
}
export type FailingNotice = {
  readonly id: string
  readonly number: string
  readonly failures: number
  readonly againAt: Instant
}

/** How the viewer's office does: who holds what, since when, what was promised, and where people stumble. */
export async function getTeam(viewer: Staff): Promise<TeamPage> {
  return withViewer(viewer, async (door) => {
    const { sql, now } = door
    const today = dayOf(now)
    const since = startOfDay(addDays(today, -DAYS_COUNTED))
    const colleagues = await sql<Colleague>('select id, name, role from office_colleagues()')
    const [office] = await sql<{ fr: string; en: string }>(
      'select name_fr as fr, name_en as en from office where id = $1',
      [viewer.officeId],
    )
    const tasks = await sql<TaskCount>(
      `select assigned_to as who, kind, width_bucket(extract(epoch from app_now() - opened_at)::float8 / 86400, $2::float8[]) as age,
         count(*)::integer as open, (count(*) filter (where state in ('waiting', 'onHold')))::integer as waiting,
         (count(*) filter (where due_at < app_now()))::integer as overdue, min(opened_at) as oldest
       from task where office_id = $1 and ended_at is null group by 1, 2, 3`,
      [viewer.officeId, ageBounds],
    )
    const [kept] = await sql<{ kept: number; broken: number }>(
      `select (count(*) filter (where ended_at <= due_at))::integer as kept,
         (count(*) filter (where ended_at > due_at))::integer as broken
       from task where office_id = $1 and due_at is not null and ended_at >= $2 and state <> 'withdrawn'`,
      [viewer.officeId, since],
    )
    const mistakes = await sql<TeamPage['mistakes'][number]>(
      `select form, question, sum(times)::integer as times from form_mistake where day >= $1
       group by form, question order by 3 desc, 1, 2 limit ${MOST_QUESTIONS}`,
      [addDays(today, -DAYS_COUNTED)],
    )
    return {
      ...{ now, officeFr: office?.fr ?? '', officeEn: office?.en ?? '', mistakes },
      loads: loadsOf(colleagues, tasks),
      ages: ages.map((_, place) => {
        const aged = tasks.filter(({ age }) => age === place)
        return {
          count: sum(aged, 'open'),
          unassigned: sum(
            aged.filter(({ who }) => who === null),
            'open',
          ),
        }
      }),
      kinds: kindsOf(tasks),
      promises: { kept: kept?.kept ?? 0, broken: kept?.broken ?? 0, overdue: sum(tasks, 'overdue') },
      left: await leftOf(door, addMonths(monthOf(today), -1)),
      applicationsLeft: await applicationsLeftOf(door, since),
      failingNotices: await failingNoticesOf(door, viewer),
    }
  })
}

type TaskCount = {
  readonly who: string | null
  readonly kind: TaskKind
  readonly age: number
  readonly open: number
  readonly waiting: number
  readonly overdue: number
  readonly oldest: Date
}

const sum = (counts: readonly TaskCount[], what: 'open' | 'waiting' | 'overdue'): number =>
  counts.reduce((total, one) => total + one[what], 0)

/** What each holds, the heaviest first; then what is nobody's. */
function loadsOf(colleagues: readonly Colleague[], tasks: readonly TaskCount[]): Load[] {
  const of = (colleague: Colleague | null): Load => {
    const own = tasks.filter(({ who }) => who === (colleague?.id ?? null))
    const first = own.map(({ oldest }) => oldest.getTime()).sort((one, other) => one - other)[0]
    return {
      colleague,
      open: sum(own, 'open'),
      waiting: sum(own, 'waiting'),
      overdue: sum(own, 'overdue'),
      oldest: first === undefined ? null : instantOf(new Date(first)),
    }
  }
  return [...colleagues.map(of).sort((one, other) => other.open - one.open), of(null)]
}

function kindsOf(tasks: readonly TaskCount[]): TeamPage['kinds'] {
  const kinds = [...new Set(tasks.map(({ kind }) => kind))]
  return kinds
    .map((kind) => ({
      kind,
      open: sum(
        tasks.filter((one) => one.kind === kind),
        'open',
      ),
    }))
    .sort((one, other) => other.open - one.open || (one.kind < other.kind ? -1 : 1))
}

async function leftOf({ sql }: Door, month: Month): Promise<TeamPage['left']> {
  const rows = await sql<{ page: string; count: string }>('select page, count from statements_left($1)', [
    month,
  ])
  const count = (page: string) => Number(rows.find((row) => row.page === page)?.count ?? 0)
  const pages = (['start', 'questions', 'verification'] as const).map((page) => ({
    page,
    count: count(page),
  }))
  return { month, sent: count('sent'), pages }
}

async function applicationsLeftOf({ sql }: Door, since: Instant): Promise<TeamPage['applicationsLeft']> {
  const rows = await sql<{ page: string; count: string }>('select page, count from applications_left($1)', [
    since,
  ])
  const order = ['start', ...pages.map(({ name }) => name), 'declaration']
  const place = (page: string) => (order.includes(page) ? order.indexOf(page) : order.length)
  const counted = rows.map(({ page, count }) => ({ page, count: Number(count) }))
  return {
    sent: counted.find(({ page }) => page === 'sent')?.count ?? 0,
    pages: counted
      .filter(({ page }) => page !== 'sent')
      .sort((one, other) => place(one.page) - place(other.page)),
  }
}

async function failingNoticesOf({ sql }: Door, viewer: Staff): Promise<FailingNotice[]> {
  const rows = await sql<Omit<FailingNotice, 'againAt'> & { againAt: Date }>(
    `select d.id, d.number, d.notice_failures as failures, d.notice_again_at as "againAt"
     from decision d join task t on t.id = d.task_id
     where t.office_id = $1 and d.notice_failures > 0 and d.left_at is null and d.undone_at is null
     order by d.leaves_at limit ${MOST_NOTICES}`,
    [viewer.officeId],
  )
  return rows.map((row) => ({ ...row, againAt: instantOf(row.againAt) }))
}

/** What one member of the office holds, or nobody does yet, to be given to others. */
export type HandOver = {
  readonly from: string
  readonly name: string | null
  readonly others: readonly Colleague[]
  readonly tasks: readonly HeldTask[]
  readonly more: boolean
}
export type HeldTask = {
  readonly id: string
  readonly version: number
  readonly kind: TaskKind
  readonly state: TaskState
  /** It can be given now: what waits for a second signature first comes back. */
  readonly movable: boolean
  readonly fileNumber: string | null
  readonly openedAt: Instant
  readonly dueAt: Instant | null
}

/** The open tasks of a member of the viewer's office, in the order of the worklist. Null when they are not of it. */
export async function findHandOver(viewer: Staff, from: string): Promise<HandOver | null> {
  if (from !== NOBODY && !isId(from)) return null
  return withViewer(viewer, async ({ sql }) => {
    const colleagues = await sql<Colleague>('select id, name, role from office_colleagues()')
    const one = colleagues.find(({ id }) => id === from)
    if (from !== NOBODY && !one) return null
    type Row = Omit<HeldTask, 'openedAt' | 'dueAt' | 'movable'> & { openedAt: Date; dueAt: Date | null }
    const rows = await sql<Row>(
      `select t.id, t.version, t.kind, t.state, h.file_number as "fileNumber", t.opened_at as "openedAt", t.due_at as "dueAt"
       from task t left join household h on h.id = t.household_id
       where t.office_id = $1 and t.ended_at is null and t.assigned_to is not distinct from $2::uuid
       order by t.urgency, t.opened_at, t.id limit ${MOST_AT_ONCE + 1}`,
      [viewer.officeId, one?.id ?? null],
    )
    return {
      from,
      name: one?.name ?? null,
      others: colleagues.filter(({ id }) => id !== from),
      tasks: rows.slice(0, MOST_AT_ONCE).map((row) => ({
        ...row,
        movable: transitionOf(row.kind, row.state, 'assign') !== null,
        openedAt: instantOf(row.openedAt),
        dueAt: row.dueAt && instantOf(row.dueAt),
      })),
      more: rows.length > MOST_AT_ONCE,
    }
  })
}
