import { withViewer } from '@/server/db'
import { scanWaiting } from '@/server/given-files'
import { storage } from '@/server/storage'

/** Asks the scanner again about what it has not seen, and forgets what was begun and never ended. */
export async function keepFiles(): Promise<void> {
  await scanWaiting({ role: 'worker' })
  await forgetOldUploads()
}

/** Forgets files that were begun and never ended, two days after their last piece. Gives how many. */
export async function forgetOldUploads(most = 200): Promise<number> {
  const old = await withViewer({ role: 'worker' }, ({ sql }) =>
    sql<{ storage_key: string }>(
      `delete from upload where id in (select id from upload where updated_at < app_now() - interval '2 days' limit $1)
       returning storage_key`,
      [most],
    ),
  )
  for (const { storage_key: key } of old) await storage().remove(key)
  return old.length
}
