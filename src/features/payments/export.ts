import 'server-only'
import { instantOf } from '@/domain/calendar'
import { totalsAgree, type ControlTotals } from '@/domain/payment/item'
import { withViewer } from '@/server/db'
import { isId } from '@/server/ids'
import {
  counting,
  keptBenefits,
  nextItems,
  writerOf,
  type ExportedRun,
  type ExportKind,
} from '@/server/payment-export'
import type { Staff } from '@/server/viewer'

/** Lines written at a time: each piece is a short transaction of its own, made when the reader is ready for it. */
const PIECE_LENGTH = 2_000

/** A run whose export is final, with the countings it must come to. */
export type ReleasedRun = ExportedRun & { readonly id: string; readonly totals: ControlTotals }

/** A run that two supervisors released; null when there is none by that name, or it is not released. */
export async function findExportedRun(viewer: Staff, id: string): Promise<ReleasedRun | null> {
  if (!isId(id)) return null
  type Row = Pick<ReleasedRun, 'id' | 'month' | 'number'> & { cut_off: Date } & {
    households: number
    cents: string
    digest: string
  }
  const [row] = await withViewer(viewer, ({ sql }) =>
    sql<Row>(
      `select id, month, number, cut_off, households, pay_cents as cents, digest from payment_run
       where id = $1 and state in ('released', 'done')`,
      [id],
    ),
  )
  if (!row) return null
  const { cut_off: cutOff, households, cents, digest, ...run } = row
  return {
    ...run,
    cutOff: instantOf(cutOff),
    totals: { households, payCents: Number(cents), digest },
  }
}

/**
 * The file of a run, as its reader takes it. What is written is counted; when it is not what was released, the file breaks
 * off before its control record, and no system takes it for a whole one.
 */
export function exportOf(viewer: Staff, run: ReleasedRun, kind: ExportKind): ReadableStream<Uint8Array> {
  const writer = writerOf(kind, run)
  const counted = counting()
  const benefits = keptBenefits()
  const text = new TextEncoder()
  let after: string | null = null
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const items = await withViewer(viewer, (door) =>
          nextItems(door, run.id, after, PIECE_LENGTH, benefits),
        )
        const start = after === null ? writer.start : ''
        const lines = items.map((item) => writer.line(item, counted.add(item))).join('')
        after = items.at(-1)?.householdId ?? after
        controller.enqueue(text.encode(start + lines))
        if (items.length === PIECE_LENGTH) return
        const totals = counted.totals()
        if (!totalsAgree(totals, run.totals)) {
          controller.error(new Error(`The export of ${run.month}-${run.number} is not what was released`))
          return
        }
        controller.enqueue(text.encode(writer.end(totals)))
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
