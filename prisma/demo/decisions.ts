import { createHash, randomUUID } from 'node:crypto'
import { addDays, type Day, dayOfMonth, type Instant, instantOf, type Month } from '../../src/domain/calendar'
import { decisionNumberBytes, makeDecisionNumber } from '../../src/domain/decision/number'
import type { Outcome } from '../../src/domain/decision/outcomes'
import { type GivenReason, reasonProblems } from '../../src/domain/decision/reasons'
import { answerDue, reviewRight } from '../../src/domain/decision/review'
import { minutesBeforeLeaving } from '../../src/domain/decision/leaving'
import type { TaskKind } from '../../src/domain/decision/task'
import type { Verb } from '../../src/domain/decision/transitions'
import { makeReceiptNumber, receiptNumberBytes } from '../../src/domain/statement/receipt-number'
import type { Prisma } from '../../src/server/generated/client'
import { morningOf, type Owner } from '../builders'

/*
 * What the office of Drummondville decided of late, so that each page of its desk shows something: an acceptance, a
 * refusal of which a review was asked, and a hold that waits for a second person. The notices of what has left are
 * written by the server, as they are everywhere.
 */

type DemoDecision = {
  readonly outcome: Outcome
  readonly verb: Verb
  readonly reasons: readonly GivenReason[]
  readonly words?: string
  /** Why its person asked for a review. */
  readonly review?: string
}

/** Taken on statements that were received of late. */
const taken: readonly DemoDecision[] = [
  {
    ...{ outcome: 'refused', verb: 'refuse' },
    reasons: [{ code: 'notProved' }],
    review: 'J’ai répondu par la poste. Ma lettre est partie le lendemain. Pouvez-vous regarder encore?',
  },
  {
    ...{ outcome: 'accepted', verb: 'accept' },
    reasons: [{ code: 'agreesWithFile' }],
    words: 'Merci de nous avoir prévenus si vite.',
  },
]

/** Takes them, and holds the statement that is missing until a second person agrees. */
export async function writeDecisions(owner: Owner, month: Month): Promise<void> {
  const today = dayOfMonth(month, 10)
  const { id: agent } = await owner.staffMember.findFirstOrThrow({
    where: { role: 'agent', office: { code: '009' } },
  })
  // Of each file the latest that no task is about; those that changed something first.
  const filings = await owner.$queryRawUnsafe<Filed[]>(
    `select * from (
       select distinct on (h.file_number) f.id, f.household_id as "householdId", h.office_id as "officeId", f.month,
         f.received_at as "receivedAt", h.file_number, jsonb_array_length(f.answers -> 'changed') > 0 as changed
       from filing f join household h on h.id = f.household_id join office o on o.id = h.office_id
       where o.code = '009' and f.kind = 'statement' and f.received_at > $1::timestamptz
         and not exists (select from task t where t.subject_id = f.id)
       order by h.file_number, changed desc, f.received_at desc) f
     order by changed desc, file_number limit ${taken.length}`,
    new Date(morningOf(addDays(today, -85))),
  )
  if (filings.length < taken.length) throw new Error('The office of the demo has too little to decide')
  for (const [index, one] of taken.entries()) {
    const { id: subjectId, householdId, officeId, month: of, receivedAt } = filings[index]!
    const at = new Date(receivedAt.getTime() + 3 * 86_400_000)
    const held = new Date(at.getTime() - 600_000)
    const task = await owner.task.create({
      data: {
        ...{ kind: 'statement', officeId, householdId, subjectId, month: of, urgency: 5, state: 'decided' },
        ...{ version: 3, assignedTo: agent, openedAt: receivedAt, changedAt: at, endedAt: at },
        events: {
          create: [
            { verb: 'receive', toState: 'received', at: receivedAt },
            { verb: 'claim', fromState: 'received', toState: 'claimed', staffId: agent, at: held },
            { verb: one.verb, fromState: 'claimed', toState: 'decided', staffId: agent, at },
          ],
        },
      },
    })
    const decision = await write(owner, task, one, { by: agent, at, month })
    if (one.review) await ask(owner, decision.id, householdId, one.review, decision.leavesAt!, month)
  }
  await hold(owner, agent, today, month)
}

async function hold(owner: Owner, agent: string, today: Day, month: Month): Promise<void> {
  const task = await owner.task.findFirstOrThrow({
    where: { kind: 'missing', state: 'received', office: { code: '009' } },
    orderBy: { household: { fileNumber: 'asc' } },
  })
  const at = new Date(morningOf(addDays(today, -1)))
  const moves = [
    { verb: 'claim', fromState: 'received', toState: 'claimed', at: new Date(at.getTime() - 600_000) },
    { verb: 'hold', fromState: 'claimed', toState: 'proposed', at },
  ]
  for (const move of moves)
    await owner.taskEvent.create({ data: { ...move, taskId: task.id, staffId: agent } })
  const state = { state: 'proposed', version: task.version + 2, untilDay: addDays(today, 20) }
  await owner.task.update({ where: { id: task.id }, data: { ...state, assignedTo: agent, changedAt: at } })
  const held: DemoDecision = {
    ...{ outcome: 'held', verb: 'hold' },
    reasons: [{ code: 'noStatement', facts: { month: task.month! } }],
    words: 'Envoyez votre déclaration dès que possible. Votre dossier reprendra aussitôt.',
  }
  await write(owner, task, held, { by: agent, at, month, needsSecond: true })
}

type Filed = {
  readonly id: string
  readonly householdId: string
  readonly officeId: string
  readonly month: string
  readonly receivedAt: Date
}
type Task = { readonly id: string; readonly kind: string; readonly householdId: string | null }

/** Writes a decision as its command does. One that waits for a second person has not left. */
async function write(
  owner: Owner,
  task: Task,
  { outcome, reasons, words }: DemoDecision,
  of: { readonly by: string; readonly at: Date; readonly month: Month; readonly needsSecond?: true },
): Promise<{ readonly id: string; readonly leavesAt: Instant | null }> {
  const [problem] = reasonProblems(task.kind as TaskKind, outcome, reasons)
  if (problem) throw new RangeError(`Not a lawful decision: ${JSON.stringify(problem)}`)
  const leavesAt = of.needsSecond ? null : new Date(of.at.getTime() + minutesBeforeLeaving * 60_000)
  const { id } = await owner.decision.create({
    data: {
      ...{ taskId: task.id, householdId: task.householdId, outcome, decidedBy: of.by, decidedAt: of.at },
      number: makeDecisionNumber(of.month, drawn(`decision ${outcome}`, decisionNumberBytes)),
      ...{ reasons: reasons as unknown as Prisma.InputJsonValue, words: words ?? null },
      ...{ language: 'fr', wordingVersion: '2026-11-27', needsSecond: of.needsSecond ?? false, leavesAt },
    },
  })
  return { id, leavesAt: leavesAt && instantOf(leavesAt) }
}

/** The first adult asks that it be looked at again. */
async function ask(
  owner: Owner,
  decisionId: string,
  householdId: string,
  words: string,
  leftAt: Instant,
  month: Month,
): Promise<void> {
  const { personId } = await owner.householdMember.findFirstOrThrow({
    where: { householdId, role: 'adult', untilDay: null },
    orderBy: [{ fromDay: 'asc' }, { person: { birthDate: 'asc' } }],
  })
  const askedAt = morningOf(addDays(dayOfMonth(month, 10), -3))
  const request = await owner.reviewRequest.create({
    data: {
      ...{
        decisionId,
        householdId,
        personId,
        words,
        language: 'fr',
        late: false,
        begunAt: new Date(askedAt),
      },
      ...{ askedAt: new Date(askedAt), dueAt: new Date(answerDue(askedAt)) },
      untilDay: reviewRight(leftAt, askedAt).until,
      receiptNumber: makeReceiptNumber(month, drawn('review', receiptNumberBytes)),
    },
  })
  const opened = { openedAt: new Date(askedAt), changedAt: new Date(askedAt) }
  await owner.task.updateMany({ where: { subjectId: request.id }, data: opened })
}

/**
 * The rest of a month at the desk: someone of the contact centre helped a person on the telephone, and an agent of Amos
 * opened a file of Drummondville, with a reason.
 */
export async function writeHelp(owner: Owner, month: Month): Promise<void> {
  const today = dayOfMonth(month, 10)
  const at = new Date(morningOf(addDays(today, -1)))
  const half = new Date(at.getTime() + 30 * 60_000)
  const contact = await owner.staffMember.findFirstOrThrow({ where: { role: 'contact' } })
  const karine = await owner.staffMember.findFirstOrThrow({
    where: { role: 'agent', office: { code: '002' } },
  })
  const home = await owner.household.findFirstOrThrow({
    where: { office: { code: '009' } },
    orderBy: { fileNumber: 'asc' },
    include: { members: { where: { role: 'adult', untilDay: null }, orderBy: { fromDay: 'asc' }, take: 1 } },
  })
  const session = await owner.assistedSession.create({
    data: {
      ...{ staffId: contact.id, householdId: home.id, personId: home.members[0]!.personId },
      ...{ channel: 'telephone', identifiedBy: 'questions', language: 'fr', consentWording: '1' },
      ...{ consentedAt: at, endsAt: half, endedAt: half },
    },
  })
  const opening = await owner.fileOpening.create({
    data: {
      ...{ staffId: karine.id, householdId: home.id, kind: 'glass', reason: 'presentHere' },
      ...{ words: 'La personne était de passage à Amos et demandait son reçu.', openedAt: at, until: half },
    },
  })
  const line = { actorKind: 'staff', householdId: home.id, subjectKind: 'household', subjectId: home.id, at }
  await owner.audit.createMany({
    data: [
      { ...line, actorId: karine.id, act: 'opened', details: { reason: 'presentHere' } },
      { ...line, actorId: karine.id, act: 'looked', details: { opening: 'presentHere' } },
      {
        ...{ ...line, actorId: contact.id, act: 'assisted', subjectKind: 'assisted', subjectId: session.id },
        details: { channel: 'telephone', way: 'questions' },
      },
    ],
  })
  await owner.task.create({
    data: {
      ...{ kind: 'flag', officeId: home.officeId, householdId: home.id, subjectId: opening.id, urgency: 9 },
      ...{ openedAt: at, changedAt: at },
      events: { create: { verb: 'receive', toState: 'received', at } },
    },
  })
  await owner.proposal.create({
    data: {
      ...{ kind: 'extension', scope: 'office', officeId: home.officeId, month, key: randomUUID() },
      ...{ newInstant: new Date(morningOf(addDays(today, 10))), askedAt: at },
      ...{ reasonFr: 'Panne de courant au bureau', reasonEn: 'Power failure at the office' },
      askedBy: (
        await owner.staffMember.findFirstOrThrow({ where: { role: 'supervisor', office: { code: '009' } } })
      ).id,
    },
  })
}

/** The same bytes each time the demo is made, for a number that is drawn elsewhere. */
const drawn = (from: string, bytes: number): Buffer =>
  createHash('sha256').update(`demo ${from}`).digest().subarray(0, bytes)
