import 'server-only'
import { isApplicationItem, possibleCodes } from '@/domain/decision/items'
import { isOver } from '@/domain/decision/task'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { storableText } from '@/domain/typed'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer, type Door } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import { findTask, type FoundTask } from '@/server/tasks'
import type { Staff } from '@/server/viewer'
import { LONGEST_WORD, type Ticked, type VerifyTold } from './schema'

/**
 * Ticks items of a task. Only what differs from what the page showed is written, so that a page left open does not undo
 * what a colleague ticked since: their word is kept, and the page says so.
 */
export async function verifyItems({ viewer, input, params, locale }: Call<Staff, Ticked[]>): Promise<Answer> {
  const id = params['id'] ?? ''
  return withViewer(viewer, async (door) => {
    const task = isId(id) ? await findTask(door, id) : null
    if (!task) {
      return { to: paths.problem(locale, 'not-allowed'), status: 404, data: { code: 'not-allowed' } }
    }
    const told = (code: VerifyTold, status: number, written = 0): Answer => ({
      to: `${pageOf(locale, task)}?note=${code}#verification`,
      status,
      data: { code, written },
    })
    if (isOver(task.state)) return told('task-over', 409)
    const { written, elsewhere } = await write(door, viewer, task, input)
    if (written > 0) {
      const { householdId } = task
      await record(door, viewer, {
        act: 'verified',
        subjectKind: 'task',
        subjectId: task.id,
        ...(householdId ? { householdId } : {}),
        details: { items: written },
      })
    }
    return elsewhere ? told('verified-elsewhere', 409, written) : told('verified', 201, written)
  })
}

type Last = { readonly item: string; readonly outcome: string; readonly note: string | null }

async function write(door: Door, viewer: Staff, task: FoundTask, input: readonly Ticked[]) {
  const mayBe = await itemsOf(door, task)
  const last = await door.sql<Last>(
    `select distinct on (item) item, outcome, note from verification where task_id = $1
     order by item, at desc, id desc`,
    [task.id],
  )
  let [written, elsewhere] = [0, false]
  for (const { item, outcome, was, note } of input.filter((one) => mayBe(one.item))) {
    const known = last.find((one) => one.item === item)
    const word = storableText(note).trim().slice(0, LONGEST_WORD) || null
    const now = known?.outcome ?? 'cleared'
    if (now === outcome && (known?.note ?? null) === word) continue
    // Someone said otherwise since the page was drawn.
    if (now !== was) {
      elsewhere = true
      continue
    }
    await door.sql(
      'insert into verification (task_id, item, outcome, note, staff_id) values ($1, $2, $3, $4, $5)',
      [task.id, item, outcome, word, viewer.staffId],
    )
    written += 1
  }
  return { written, elsewhere }
}

/** Which items there can be: what is none of them is left out. */
async function itemsOf({ sql }: Door, task: FoundTask): Promise<(item: string) => boolean> {
  if (task.applicationId !== null && task.kind !== 'statement' && task.kind !== 'change')
    return isApplicationItem
  const [filing] = await sql<{ answers: FiledAnswers; late_reason: string | null }>(
    'select f.answers, f.late_reason from filing f where f.id = $1 and f.household_id = $2',
    [task.subjectId, task.householdId],
  )
  const codes = filing ? possibleCodes(filing.answers, filing.late_reason) : []
  return (item) => codes.includes(item)
}

/** The page where the items of a task are. */
function pageOf(locale: Locale, task: FoundTask): string {
  if (task.kind === 'statement' || task.kind === 'change')
    return paths.officeStatement(locale, task.subjectId)
  if (task.applicationId !== null) return paths.officeApplication(locale, task.applicationId)
  return paths.officeFile(locale, task.householdId ?? '')
}
