import { instant, type Instant } from '@/domain/calendar'
import type { Answer, Call } from '@/server/endpoint'
import type { Staff } from '@/server/viewer'
import type { Asker } from '@/features/reviews/requests'
import type { ReviewForm } from '@/features/reviews/schema'
import type { Owner } from '../../../prisma/builders'
import { moveClock } from '../../../prisma/demo-clock'
import { moveClockBy, takeDecision } from '../decisions/deciding'

/** Presses a button of the page where a review is asked. */
export async function press(
  viewer: Asker,
  decisionId: string,
  form: Partial<ReviewForm> = {},
  arrival?: Instant,
): Promise<Answer> {
  const { askReview } = await import('@/features/reviews/commands')
  const { withViewer } = await import('@/server/db')
  const call: Call<Asker, ReviewForm> = {
    viewer,
    input: { intent: 'send', words: 'Ce salaire n’est pas le mien.', lateReason: '', lateWords: '', ...form },
    params: { id: decisionId },
    arrival: arrival ?? (await withViewer(viewer, async ({ now }) => now)),
    locale: 'fr',
    request: new Request('http://localhost:3015/api/decisions/x/review', { method: 'POST' }),
  }
  return askReview(call)
}

/** A decision on what someone of the demo filed last, gone to them. */
export async function decided(
  owner: Owner,
  by: Staff,
  givenName: string,
  { leaves = true }: { leaves?: boolean } = {},
): Promise<string> {
  const taskId = await openTask(owner, givenName)
  const { id } = await takeDecision(by, taskId, {
    outcome: 'partlyAccepted',
    reasons: [{ code: 'notProved', item: 'work' }],
    needsSecond: false,
  })
  if (leaves) await moveClockBy(owner, 31)
  return id
}

/** A task about someone's household: something is missing. */
export async function openTask(owner: Owner, givenName: string): Promise<string> {
  const { householdId, household } = await owner.householdMember.findFirstOrThrow({
    where: { person: { givenName }, untilDay: null },
    include: { household: true },
  })
  const [row] = await owner.$queryRawUnsafe<{ id: string }[]>(
    `select open_task('missing', uuidv7(), '${household.officeId}', '${householdId}', null, '2026-10', 8::smallint, null) as id`,
  )
  return row!.id
}

/** The present, by the database's clock. */
export async function nowOf(owner: Owner): Promise<Instant> {
  const [row] = await owner.$queryRawUnsafe<{ now: Date }[]>('select app_now() as now')
  return instant(row!.now.toISOString())
}

/** Moves the clock so many days on. */
export async function moveDays(owner: Owner, days: number): Promise<void> {
  const now = Date.parse(await nowOf(owner))
  await moveClock(owner, new Date(now + days * 86_400_000).toISOString())
}

/** The same member of staff, at the office of someone's household. */
export async function atOfficeOf(owner: Owner, by: Staff, givenName: string): Promise<Staff> {
  const { household } = await owner.householdMember.findFirstOrThrow({
    where: { person: { givenName }, untilDay: null },
    include: { household: true },
  })
  return { ...by, officeId: household.officeId }
}

/** Changes a decision that has left, which nothing in the product can. */
export async function unfrozen(owner: Owner, change: () => Promise<unknown>): Promise<void> {
  await owner.$executeRawUnsafe('alter table decision disable trigger decision_is_frozen')
  try {
    await change()
  } finally {
    await owner.$executeRawUnsafe('alter table decision enable trigger decision_is_frozen')
  }
}
