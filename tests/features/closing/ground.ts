import { expect } from 'vitest'
import type { OfficeClosingForm } from '@/features/closing/schema'
import type { Answer, Call } from '@/server/endpoint'
import type { Citizen, Staff } from '@/server/viewer'
import type { Owner } from '../../../prisma/builders'
import { callOf, codeIn, press, type Desk } from '../deciding/desk'
import { moveClockBy } from '../decisions/deciding'

/* Closing files: who asks, who decides, and a decision that leaves. */

/** Someone who has just proved themself again. */
export const proved = (viewer: Citizen): Citizen => ({ ...viewer, assurance: 'step-up' })

const requestOf = (viewer: Citizen, input: unknown) =>
  ({ viewer, input, params: {}, locale: 'fr' }) as unknown as Call<Citizen, never>

/** Presses the button of one's own page. */
export async function ask(viewer: Citizen, form: { month?: string; words?: string } = {}): Promise<Answer> {
  const { askToClose } = await import('@/features/closing/commands')
  return askToClose(requestOf(viewer, { month: '2026-12', words: '', ...form }))
}
export async function withdraw(viewer: Citizen): Promise<Answer> {
  const { withdrawClosing } = await import('@/features/closing/commands')
  return withdrawClosing(requestOf(viewer, {}))
}
export const pageOf = async (viewer: Citizen) =>
  (await import('@/features/closing/queries')).findClosing(viewer)

const nothingTyped = { 'day.day': '', 'day.month': '', 'day.year': '', month: '', words: '' }
/** Sends the office's form. */
export async function openAtOffice(
  viewer: Staff,
  householdId: string,
  form: Partial<OfficeClosingForm>,
): Promise<Answer> {
  const { openClosing } = await import('@/features/closing/office-commands')
  const input = { cause: '', toldBy: '', ...nothingTyped, ...form }
  return openClosing(callOf(viewer, input, { id: householdId }))
}
export const on = (day: string): Partial<OfficeClosingForm> => {
  const [year = '', month = '', of = ''] = day.split('-')
  return { 'day.day': of, 'day.month': month, 'day.year': year }
}

/** The task of the latest closing of a household. */
export const taskOf = (owner: Owner, householdId: string) =>
  owner.task.findFirstOrThrow({ where: { kind: 'closing', householdId }, orderBy: { openedAt: 'desc' } })

/** Decides a closing, by two when the draw asks for two; it has not left. */
export async function decide(
  owner: Owner,
  desk: Desk,
  householdId: string,
  [verb, reason]: readonly ['accept' | 'refuse', string],
): Promise<string> {
  const { id, state } = await taskOf(owner, householdId)
  if (state === 'received') expect(codeIn(await press(owner, desk.jules, id, 'claim'))).toBe('moved')
  expect(codeIn(await press(owner, desk.jules, id, verb, { reasons: reason }))).toBe('moved')
  const { state: now } = await taskOf(owner, householdId)
  if (now === 'proposed') expect(codeIn(await press(owner, desk.lina, id, 'second'))).toBe('moved')
  const decision = await owner.decision.findFirstOrThrow({
    where: { taskId: id, undoneAt: null },
    orderBy: { decidedAt: 'desc' },
  })
  return decision.id
}

/** Lets what was decided leave. */
export async function leave(owner: Owner): Promise<void> {
  const { sendDueNotices } = await import('@/features/decisions/leaving-commands')
  await moveClockBy(owner, 31)
  await sendDueNotices()
}

/** A file closed at its person's own request, of which the decision has left. */
export async function close(owner: Owner, desk: Desk, viewer: Citizen, month = '2026-12'): Promise<string> {
  expect(codeIn(await ask(proved(viewer), { month }))).toBe('asked')
  const decision = await decide(owner, desk, viewer.memberships[0]!.householdId, ['accept', 'ownRequest'])
  await leave(owner)
  return decision
}
