import { addDays, addMonths, type Day, type Instant, type Month } from '../../src/domain/calendar'
import { type Ask, openMissingStatements } from '../../src/jobs/missing-statements'
import { morningOf, type Owner } from '../builders'

/*
 * A desk in the middle of its month. The history of the demo was written at once: its tasks are set back to when each
 * thing arrived, those of the months before were looked at in their time, and some of this month's are under way.
 */

/** Settles the tasks the demo's history opened, and opens those of the statements that are missing. */
export async function settleDesk(owner: Owner, month: Month, now: Instant): Promise<void> {
  const ask: Ask = (text, values) => owner.$queryRawUnsafe(text, ...values)
  await setBack(ask, addMonths(month, -1))
  await openMissingStatements(ask, now)
  await beginWork(owner, month)
}

/** The tasks take the moment of what opened them; those of the months before `since` are closed by their office. */
export async function setBack(ask: Ask, since: Month): Promise<void> {
  await ask(
    `with back as (
       update task t set opened_at = f.received_at, changed_at = f.received_at
       from filing f where f.id = t.subject_id and t.kind in ('statement', 'change') and t.opened_at > f.received_at
       returning t.id, t.opened_at)
     update task_event e set at = back.opened_at from back where back.id = e.task_id and e.verb = 'receive'`,
    [],
  )
  await ask(
    `with past as (
       select t.id, t.opened_at + interval '3 days' as at, m.id as staff
       from task t left join lateral (select m.id from staff_member m where m.office_id = t.office_id
         and m.role in ('agent', 'supervisor') order by md5(t.id || m.id::text) limit 1) m on true
       where t.kind in ('statement', 'change') and t.ended_at is null and t.month < $1),
     told as (
       insert into task_event (task_id, at, verb, from_state, to_state, staff_id)
       select id, at - interval '1 hour', 'claim', 'received', 'claimed', staff from past where staff is not null
       union all
       select id, at, 'close', case when staff is null then 'received' else 'claimed' end, 'closed', staff from past)
     update task t set state = 'closed', version = t.version + 2, assigned_to = past.staff, changed_at = past.at,
       ended_at = past.at from past where past.id = t.id`,
    [since],
  )
}

/** One of each agent's is in hand, and one waits for the person. */
async function beginWork(owner: Owner, month: Month): Promise<void> {
  const agents = await owner.staffMember.findMany({ where: { role: 'agent', officeId: { not: null } } })
  const today = `${month}-10` as Day
  for (const { id: staffId, officeId } of agents) {
    const mine = await owner.task.findMany({
      where: { officeId: officeId!, endedAt: null, kind: { in: ['statement', 'change'] } },
      orderBy: [{ urgency: 'desc' }, { openedAt: 'asc' }, { id: 'asc' }],
      take: 2,
    })
    for (const [index, { id }] of mine.entries()) {
      const waits = index === 1
      const at = new Date(Date.parse(morningOf(addDays(today, -1))) + index * 600_000)
      await owner.task.update({
        where: { id },
        data: {
          state: waits ? 'waiting' : 'claimed',
          version: waits ? 3 : 2,
          assignedTo: staffId,
          changedAt: at,
          untilDay: waits ? addDays(today, 14) : null,
        },
      })
      const claim = { taskId: id, at, verb: 'claim', fromState: 'received', toState: 'claimed', staffId }
      await owner.taskEvent.create({ data: claim })
      if (!waits) continue
      await owner.taskEvent.create({
        data: {
          ...{ taskId: id, at: new Date(at.getTime() + 300_000), verb: 'askInformation' },
          ...{
            fromState: 'claimed',
            toState: 'waiting',
            staffId,
            words: 'Quand ce travail a-t-il commencé ?',
          },
        },
      })
    }
  }
}
