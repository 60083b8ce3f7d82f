import { describe, expect, test } from 'vitest'
import { instant, month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { nothingChanged, type WorkIncome } from '@/domain/statement/answers'
import { changesAgainst } from '@/domain/statement/changes'
import type { FiledAnswers } from '@/domain/statement/confirmation'

const job = (netCents: number, ended: WorkIncome['ended'] = null): WorkIncome => ({
  adultId: 'a',
  employer: 'Café',
  grossCents: cents(netCents),
  netCents: cents(netCents),
  certainty: 'final',
  ended,
})
const filed = (answers: Partial<FiledAnswers>): FiledAnswers => ({
  ...nothingChanged,
  confirmed: [],
  ...answers,
})
const report = (of: string, answers: Partial<FiledAnswers>) => ({
  month: month(of),
  receivedAt: instant(`${of}-10T15:00:00.000Z`),
  answers: filed(answers),
})
const november = month('2026-11')
const workOf = (netCents: number) => ({ changed: ['work'], work: [job(netCents)] }) as const

describe('what a statement changes against what was known', () => {
  test('CH-01 nothing changed after a month with a job: the job goes on, nothing is removed', () => {
    expect(changesAgainst([report('2026-10', workOf(38_000))], november, filed({}))).toEqual([])
  })

  test('CH-02 a job told two months ago and unchanged since is what the new amount is compared with', () => {
    const earlier = [report('2026-09', workOf(38_000)), report('2026-10', {})]
    const [change, ...others] = changesAgainst(earlier, november, filed(workOf(42_000)))
    expect(others).toEqual([])
    expect(change).toMatchObject({ topic: 'work', what: 'changed', fields: ['grossCents', 'netCents'] })
    expect(change!.before).toMatchObject({ netCents: 38_000 })
  })

  test('CH-03 a job that ended last month is new when it is told again', () => {
    const ended = { changed: ['work'], work: [job(38_000, '2026-10-20' as never)] } as const
    const changes = changesAgainst([report('2026-10', ended)], november, filed(workOf(38_000)))
    expect(changes).toMatchObject([{ topic: 'work', what: 'added' }])
  })

  test('CH-04 a ticked topic told with nothing in it removes what was known', () => {
    const changes = changesAgainst(
      [report('2026-10', workOf(38_000))],
      november,
      filed({ changed: ['work'] }),
    )
    expect(changes).toMatchObject([{ topic: 'work', what: 'removed' }])
  })
})
