import { expect, test } from 'vitest'
import type { AgencyClock } from '@/domain/application/agency-clock'
import { byPromise, type Received } from '@/domain/application/received'
import { instant } from '@/domain/calendar'

const at = (day: number) => instant(`2026-11-${day}T15:00:00.000Z`)
const clock = (state: string, promisedDay?: string) =>
  ({ state, ...(promisedDay ? { promisedDay } : {}) }) as AgencyClock
const one = (name: string, of: AgencyClock, rest: Partial<Received> = {}) => ({
  ...{ name, clock: of, urgent: false, sentAt: at(16) },
  ...rest,
})

test('RA-01 urgent needs, then broken promises, then those that end soonest, then those that wait', () => {
  const list = [
    one('withdrawn', clock('withdrawn'), { urgent: true }),
    one('decided', clock('kept', '2026-11-17')),
    one('waits', clock('notStarted')),
    one('waits longer', clock('notStarted'), { sentAt: at(12) }),
    one('stopped', clock('stopped')),
    one('later', clock('running', '2026-11-26')),
    one('sooner', clock('running', '2026-11-24')),
    one('overdue', clock('overdue', '2026-11-20')),
    one('more overdue', clock('overdue', '2026-11-18')),
    one('urgent and waits', clock('notStarted'), { urgent: true }),
  ]
  const ordered = [
    ...['urgent and waits', 'more overdue', 'overdue', 'sooner', 'later', 'stopped'],
    ...['waits longer', 'waits', 'decided', 'withdrawn'],
  ]
  for (const start of [list, [...list].reverse()])
    expect([...start].sort(byPromise).map(({ name }) => name)).toEqual(ordered)
})
