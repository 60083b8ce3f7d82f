import 'server-only'
import type { Instant } from '@/domain/calendar'
import { withViewer } from '@/server/db'
import { env } from '@/server/env'

/** What time it is in the demo; null outside of it. */
export async function findDemoTime(): Promise<Instant | null> {
  return env().demo ? withViewer({ role: 'anonymous' }, async ({ now }) => now) : null
}
