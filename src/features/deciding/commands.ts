import 'server-only'
import { decidedItems } from '@/domain/decision/items'
import type { GivenMove } from '@/domain/decision/move-form'
import type { GivenReason } from '@/domain/decision/reasons'
import { isInFavour } from '@/domain/decision/review'
import { firstMonth, waitsForSecond } from '@/domain/decision/taking'
import { move as moveOf, verbs, type Need, type Refusal, type Verb } from '@/domain/decision/transitions'
import type { BenefitResult } from '@/domain/benefit/line'
import { withAmount } from '@/domain/benefit/set-amount'
import type { Month } from '@/domain/calendar'
import type { Outcome } from '@/domain/decision/outcomes'
import { paths } from '@/i18n/paths'
import { admit } from '@/server/admission'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import { writeDecision } from '@/server/decisions'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { findTask, moversOf, moveTask, type FoundTask, type Moved, type MoveDetails } from '@/server/tasks'
import type { Staff } from '@/server/viewer'
import { aroundOf, type Around } from './around'
import { ask, tellApplication } from './asking'
import { forgetTyped, keepTyped } from './drafts'
import { afterMove, formOf, notFound, refusedTo } from './places'
import type { MoveForm } from './schema'
import { isNoticeShort, secondDecision, takeBackDecision } from './standing'
import { readForm } from './reading'
import { tried, triedInVain } from './trying'
import { fieldsOf, type TypedFields } from './typed'

const everything: readonly Need[] = ['reasons', 'until', 'words', 'document', 'assignee']

/**
 * Moves a task by one of the verbs of the table (`domain/decision/transitions.ts`). The row is locked: of two who press
 * at once, the second is told what the first did. Pressed twice, it is one move. What was typed is kept until it is good.
 */
export async function makeMove(call: Call<Staff, MoveForm>): Promise<Answer> {
  const { viewer, input, params } = call
  const id = params['id'] ?? ''
  if (!isId(id)) return notFound(call)
  return withViewer(viewer, async (door) => {
    const task = await findTask(door, id)
    if (!task) return notFound(call)
    if (await wasMoved(door, viewer, task, input.key)) return afterMove(call, task, input.verb)
    const verb = verbs.find((one) => one === input.verb)
    if (!verb) return refusedTo(call, task, 'notPossible')
    const fields = fieldsOf(input)
    const refusal = refusalOf(viewer, task, verb, input.version)
    if (refusal && input.try !== '') return triedInVain(call, task, verb, refusal)
    if (refusal) {
      // What was typed for a move that is not possible any more is not lost: it waits for its author on the panel.
      if (hasAny(fields)) await keepTyped(door, viewer, task, verb, fields)
      return refusedTo(call, task, refusal)
    }
    const around = await aroundOf(door, task, verb)
    if (input.try !== '') return tried(call, task, verb, fields, around)
    const read = readForm(verb, fields, around)
    if ('problems' in read) {
      await keepTyped(door, viewer, task, verb, fields)
      return {
        to: formOf(call.locale, task, verb),
        status: 422,
        data: { code: 'refused', problems: read.problems },
      }
    }
    const unready = read.outcome && (await admitted(door, viewer, task, read.outcome, read.move))
    if (unready) {
      await keepTyped(door, viewer, task, verb, fields)
      return {
        to: paths.officeAdmission(call.locale, task.applicationId!),
        status: 422,
        data: { code: unready },
      }
    }
    const moved = await carryOut(door, viewer, task, verb, { ...read, around, key: input.key })
    if ('refusal' in moved) {
      if (hasAny(fields)) await keepTyped(door, viewer, task, verb, fields)
      return refusedTo(call, task, moved.refusal)
    }
    await forgetTyped(door, viewer, task)
    await record(door, viewer, {
      ...{ act: 'moved', subjectKind: 'task', subjectId: task.id, details: { verb, kind: task.kind } },
      ...(task.householdId !== null && { householdId: task.householdId }),
    })
    return afterMove(call, task, verb, { state: moved.to, version: moved.version })
  })
}

/** The same form was here before: its move is made, and is not made twice. */
async function wasMoved({ sql }: Door, { staffId }: Staff, task: FoundTask, key: string): Promise<boolean> {
  if (!isId(key)) return false
  const rows = await sql('select 1 from task_event where task_id = $1 and key = $2 and staff_id = $3', [
    task.id,
    key,
    staffId,
  ])
  return rows.length > 0
}

/** Why this move cannot be made at all, whatever comes with it. */
function refusalOf(viewer: Staff, task: FoundTask, verb: Verb, version: string): Refusal | null {
  if (version !== String(task.version)) return 'alreadyMoved'
  const possible = moveOf(task, { verb, movers: moversOf(viewer, task), given: everything })
  if ('refusal' in possible) return possible.refusal
  return verb === 'undo' && task.hasLeft ? 'alreadyLeft' : null
}

type Read = {
  readonly move: GivenMove
  readonly reasons: readonly GivenReason[]
  /** Null for a move that decides nothing. */
  readonly outcome: Outcome | null
}

type Given = Read & { readonly around: Around; readonly key: string }

/** What a move does besides moving: a decision, a message, an agreement, a taking back. */
async function carryOut(
  door: Door,
  viewer: Staff,
  task: FoundTask,
  verb: Verb,
  given: Given,
): Promise<Moved> {
  const { move, key } = given
  const details: MoveDetails = {
    version: task.version,
    given: move.given,
    ...(isId(key) && { key }),
    ...(move.note !== null && { privateNote: move.note }),
  }
  if (given.outcome !== null) return decide(door, viewer, task, verb, given, details)
  switch (verb) {
    case 'askCorrection':
    case 'requestDocument':
    case 'askInformation': {
      const asked = await ask(door, viewer, task, verb, move)
      return made(moveTask(door, viewer, task, verb, { ...details, ...worded(move), details: asked }))
    }
    case 'second':
      if (await isNoticeShort(door, task)) return { refusal: 'noticeShort' }
      if (!(await secondDecision(door, viewer, task))) return { refusal: 'alreadyMoved' }
      return made(
        moveTask(door, viewer, task, verb, { ...details, ...(task.until !== null && { until: task.until }) }),
      )
    case 'undo':
    case 'sendBack':
      if (!(await takeBackDecision(door, viewer, task))) return { refusal: 'alreadyLeft' }
      return made(moveTask(door, viewer, task, verb, { ...details, ...amongStaff(move) }))
    case 'reopen':
      return moveTask(door, viewer, task, verb, { ...details, ...amongStaff(move), assignTo: viewer.staffId })
    case 'assign':
      return moveTask(door, viewer, task, verb, { ...details, assignTo: move.assignee })
    case 'refuse':
      await refuseDocument(door, viewer, task)
      return made(moveTask(door, viewer, task, verb, { ...details, ...worded(move) }))
    default:
      return moveTask(door, viewer, task, verb, details)
  }
}

/** A move that was found possible on a locked row: were it refused after all, nothing of it may stay. */
async function made(moving: Promise<Moved>): Promise<Moved> {
  const moved = await moving
  if ('refusal' in moved) throw new Error(`A move found possible was refused: ${moved.refusal}`)
  return moved
}

const worded = ({ words, until }: GivenMove): Partial<MoveDetails> => ({
  ...(words !== null && { words }),
  ...(until !== null && { until }),
})
/** Words of one colleague to another are never the person's to read. */
const amongStaff = ({ words }: GivenMove): Partial<MoveDetails> =>
  words === null ? {} : { privateNote: words }

async function decide(
  door: Door,
  viewer: Staff,
  task: FoundTask,
  verb: Verb,
  { move, reasons, around, ...given }: Given,
  details: MoveDetails,
): Promise<Moved> {
  const outcome = given.outcome!
  const replacesAmount = move.amountCents !== null
  const needsSecond = waitsForSecond(task.id, outcome, {
    ...{ now: door.now, replacesAmount, fourEyes: around.fourEyes },
  })
  const codes = reasons.map(({ code }) => code)
  const moved = await moveTask(door, viewer, task, verb, {
    ...details,
    ...worded(move),
    ...{ needsSecond, reasons: codes, details: { outcome } },
  })
  if ('refusal' in moved) return moved
  const benefit = amountOf(around.calculation.benefit, move)
  await writeDecision(door, viewer, task, {
    ...{ outcome, reasons, needsSecond, words: move.words, benefit },
    items: decidedItems(outcome, around.verified),
    fromMonth:
      benefit?.month ??
      firstMonth(task.kind, outcome, {
        ...{ month: task.month as Month | null, now: door.now, closing: around.closing },
      }),
  })
  return moved
}

/**
 * The household that accepting an application makes, once the decision has left: what is left to settle first, or why it
 * cannot be made, is on the page of the admission. Null when nothing stands in the way.
 */
async function admitted(
  door: Door,
  viewer: Staff,
  task: FoundTask,
  outcome: Outcome,
  { amountCents }: GivenMove,
): Promise<'admission-asks' | 'admission-impossible' | null> {
  if (task.applicationId === null || task.householdId !== null || !isInFavour(outcome)) return null
  const admission = await admit(door, viewer, task.applicationId, amountCents)
  if (admission.outcome === 'ask') return 'admission-asks'
  return admission.outcome === 'impossible' ? 'admission-impossible' : null
}

/** The benefit as calculated; or with the amount that a person set. */
function amountOf(benefit: BenefitResult | null, { amountCents }: GivenMove): BenefitResult | null {
  return benefit?.computed && amountCents !== null ? withAmount(benefit, amountCents) : benefit
}

/** A file that cannot be used: what it was given for is awaited again. */
async function refuseDocument(door: Door, viewer: Staff, task: FoundTask): Promise<void> {
  const [file] = await door.sql<{ requirement: string; adult: string }>(
    'select requirement, adult from document where id = $1 and application_id = $2',
    [task.subjectId, task.applicationId],
  )
  if (!file) return
  await tellApplication(door, viewer, task, 'documentRefused', {
    adult: file.adult,
    subject: file.requirement,
  })
}

const hasAny = (fields: TypedFields): boolean => Object.values(fields).some((one) => one.trim() !== '')
