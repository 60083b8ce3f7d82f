import type { Instant, Month } from '@/domain/calendar'
import type { Ask } from './missing-statements'

/** Gives everyone a later limit, decided by the machine: it may never give an earlier one. The same one is given once. */
export async function extendForEveryone(
  ask: Ask,
  month: Month,
  until: Instant,
  reason: { readonly fr: string; readonly en: string },
): Promise<void> {
  await ask(
    `insert into filing_extension (scope, month, new_instant, reason_fr, reason_en)
     values ('everyone', $1, $2, $3, $4) on conflict do nothing`,
    [month, until, reason.fr, reason.en],
  )
}
