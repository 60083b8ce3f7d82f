import 'server-only'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import type { Staff } from '@/server/viewer'
import { exportOf, findExportedRun } from './export'
import type { ExportForm, PaymentNote, ReleaseForm, RunProblem } from './schema'

const answer = (locale: Locale, id: string, note: PaymentNote, status: number): Answer => ({
  to: `${isId(id) ? paths.paymentRun(locale, id) : paths.payments(locale)}?note=${note}`,
  status,
  data: { code: note },
})

/**
 * Asks that a run be released. Another supervisor decides, where all that takes two is decided (`features/proposals`); the
 * database counts again at both words, and refuses what does not agree.
 */
export async function askForRelease({
  viewer,
  input,
  params,
  locale,
}: Call<Staff, ReleaseForm>): Promise<Answer> {
  const id = params['id'] ?? ''
  if (!isId(id)) return answer(locale, id, 'gone', 404)
  const reason = (input.reason ?? '').replace(/\0|\p{Surrogate}/gu, '').trim()
  const key = input.key ?? ''
  if (reason.length < 5 || !isId(key)) return answer(locale, id, 'reason', 422)
  return withViewer(viewer, async (door) => {
    const [row] = await door.sql<{ problem: RunProblem | null }>(
      'select payment_run_problem($1) as problem',
      [id],
    )
    if (row!.problem) return answer(locale, id, row!.problem, row!.problem === 'gone' ? 404 : 409)
    const [made] = await door.sql<{ id: string }>(
      `insert into proposal (kind, run_id, reason_fr, asked_by, key) values ('payments', $1, $2, $3, $4)
       on conflict do nothing returning id`,
      [id, reason, viewer.staffId, key],
    )
    if (!made) return answer(locale, id, 'waiting', 409)
    await record(door, viewer, {
      act: 'asked',
      subjectKind: 'proposal',
      subjectId: made.id,
      details: { kind: 'payments' },
    })
    return { to: `${paths.paymentRun(locale, id)}?note=asked`, data: { code: 'asked', id: made.id } }
  })
}

/** The export of a run that was released, as a file. Each time it is taken is in the trail. */
export async function takeExport({
  viewer,
  input,
  params,
  locale,
}: Call<Staff, ExportForm>): Promise<Answer> {
  const id = params['id'] ?? ''
  const { format } = input
  const run = await findExportedRun(viewer, id)
  if (!run) return answer(locale, id, 'gone', 404)
  await withViewer(viewer, (door) =>
    record(door, viewer, {
      act: 'downloaded',
      subjectKind: 'export',
      subjectId: id,
      details: { kind: 'payments', format },
    }),
  )
  return {
    to: paths.paymentRun(locale, id),
    file: {
      name: `quinze-payments-${run.month}-${run.number}.${format}`,
      type: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson; charset=utf-8',
      body: exportOf(viewer, run, format),
    },
  }
}
