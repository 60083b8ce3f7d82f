import { erasableUntil, keptFor, type ErasableKind, type Lapse } from '@/domain/retention/schedule'
import { withViewer } from '@/server/db'
import { storage } from '@/server/storage'

/** Rows erased at a time: nobody waits for the machine. */
const MOST = 500

/**
 * Erases what is past its time, kind by kind, and leaves the note of it. A file goes once its row is gone: cut short
 * between the two, a file without a row is left, never a row without its file.
 * @returns how many of each kind went
 */
export async function erasePast(): Promise<Readonly<Record<ErasableKind, number>>> {
  const counts: [ErasableKind, number][] = []
  for (const { kind, keep } of keptFor) counts.push([kind, await eraseKind(kind, keep)])
  return Object.fromEntries(counts) as Record<ErasableKind, number>
}

async function eraseKind(kind: ErasableKind, keep: Lapse): Promise<number> {
  let total = 0
  for (;;) {
    const [row] = await withViewer({ role: 'worker' }, ({ sql, now }) =>
      sql<{ erased: number; keys: string[] }>(
        'select erased, storage_keys as keys from erase_past($1, $2, $3)',
        [kind, erasableUntil(keep, now), MOST],
      ),
    )
    for (const key of row!.keys) await storage().remove(key)
    total += row!.erased
    if (row!.erased < MOST) return total
  }
}
