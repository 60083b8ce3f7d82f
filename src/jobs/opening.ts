import { dayOf, monthOf, type Instant } from '@/domain/calendar'
import { dueInstant } from '@/domain/statement/deadline'
import { defaultPolicies, policyFor, type FilingPolicy } from '@/domain/statement/policy'
import { withViewer } from '@/server/db'
import { extendForEveryone } from './extending'
import { openingPolicy } from './missing-statements'

const reason = {
  fr: 'Les règles ont changé pendant le mois. La date annoncée au début du mois reste.',
  en: 'The rules changed during the month. The date announced at its beginning stays.',
}

/**
 * Opens the month that is now: keeps the rules it opened with. When rules changed since make its limit earlier, everyone has
 * until the one announced. As often as one likes: an opening is never rewritten.
 * @param policies the rules in force, for tests of a change
 */
export async function openMonth(policies: readonly FilingPolicy[] = defaultPolicies): Promise<void> {
  await withViewer({ role: 'worker' }, async ({ sql, now }) => {
    const month = monthOf(dayOf(now))
    const policy = policyFor(month, policies)
    await sql('insert into month_opening (month, policy) values ($1, $2) on conflict do nothing', [
      month,
      JSON.stringify(policy),
    ])
    const announced: Instant = dueInstant(month, (await openingPolicy(sql, month)) ?? policy)
    if (dueInstant(month, policy) < announced) await extendForEveryone(sql, month, announced, reason)
  })
}
