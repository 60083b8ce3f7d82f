import { beforeAll, describe, expect, test } from 'vitest'
import { demoHouseholds, representatives } from '../../../prisma/demo/households.mjs'
import { rowsOf } from '../../../prisma/demo/write'
import type { DemoHousehold } from '../../../prisma/demo/household'
import type { Benefit } from '../../../src/domain/benefit/line'
import { addMonths, dayOf, type Instant, instantOf, type Month, monthOf } from '../../../src/domain/calendar'
import { estimatesOf, isSameEstimate } from '../../../src/domain/statement/confirmation'
import { knownIncome } from '../../../src/domain/statement/known-income'
import { paymentOf, versionsOf } from '../../../src/features/statement/derive'
import type { Filing, Household } from '../../../src/features/statement/household'
import { stateOf } from '../../../src/features/statement/state-of'
import type { Citizen } from '../../../src/server/viewer'
import { withWorld } from '../../support/world'
import { citizenCalled } from './viewers'

const world = withWorld()

type Seen = { entry: DemoHousehold; viewer: Citizen; household: Household; now: Instant; month: Month }

/** Each household as one of its adults sees it now, behind the walls. */
const seen: Seen[] = []

beforeAll(async () => {
  const { withViewer } = await import('@/server/db')
  const { findHousehold } = await import('@/features/statement/household')
  for (const entry of demoHouseholds) {
    const adult = entry.adults.find(({ left, came }) => !left && !came) ?? entry.adults[0]!
    const viewer = (await citizenCalled(world.owner, adult.id))!
    const found = await withViewer(viewer, async (door) => ({
      now: door.now,
      household: await findHousehold(door, viewer, [monthOf(dayOf(door.now))]),
    }))
    const { now, household } = found
    seen.push({ entry, viewer, household: household!, now, month: monthOf(dayOf(now)) })
  }
})

const past = (entry: DemoHousehold) => Array.from({ length: Math.min(entry.since, 12) + 1 }, (_, ago) => ago)

/** Whether the entry says that the household files that month: what an agent decided, else its programme. */
function files(entry: DemoHousehold, ago: number): boolean {
  const decided = entry.decisions?.find(({ from, to }) => from >= ago && ago >= to)
  if (decided) return decided.files === 'always'
  const turns = (entry.then ?? []).filter((turn) => turn.ago >= ago && turn.programme)
  return (turns.at(-1)?.programme ?? entry.programme ?? 'socialAssistance') === 'socialAssistance'
}

/** The state the entry says a month is in. */
function told(entry: DemoHousehold, ago: number): string {
  if (!files(entry, ago)) return 'exempt'
  if (entry.missing?.includes(ago)) return 'late'
  if (ago === 0 && entry.now !== 'sent') {
    if (entry.begun) return 'draftedByOther'
    return entry.extensions?.some((one) => one.ago === 0) ? 'extended' : 'open'
  }
  return entry.corrections?.some((one) => one.ago === ago) ? 'corrected' : 'filed'
}

const statements = (household: Household) => household.filings.filter(({ kind }) => kind === 'statement')
const latest = (household: Household, filing: Filing) =>
  filing.kind === 'change' || versionsOf(household, filing.month).at(-1)?.id === filing.id

describe('twelve months of each household', () => {
  test('1. every open month is in the state its entry says, late or not', () => {
    const wrong = seen.flatMap(({ entry, household, viewer, now, month }) =>
      past(entry).flatMap((ago) => {
        const state = stateOf(household, addMonths(month, -ago), viewer, now)
        const late = entry.late?.some((one) => one.ago === ago) ?? false
        const fine = state.name === told(entry, ago) && (state.filed?.late ?? false) === late
        return fine ? [] : [`${entry.fileNumber} ${ago} months ago: ${state.name}, not ${told(entry, ago)}`]
      }),
    )
    expect(seen.length).toBe(demoHouseholds.length)
    expect(wrong).toEqual([])
  })

  test('2. a statement for every month of duty since they came, twelve at most', () => {
    for (const { entry, household, month } of seen) {
      const expected = past(entry)
        .filter(
          (ago) => files(entry, ago) && !entry.missing?.includes(ago) && (ago > 0 || entry.now === 'sent'),
        )
        .map((ago) => addMonths(month, -ago))
        .sort()
      const filed = [...new Set(statements(household).map((filing) => filing.month))].sort()
      expect({ file: entry.fileNumber, filed }).toEqual({ file: entry.fileNumber, filed: expected })
    }
    const whole = seen.filter(({ household, month }) =>
      statements(household).some((filing) => filing.month === addMonths(month, -12)),
    )
    expect(whole.length).toBeGreaterThanOrEqual(25)
  })

  test('3. each estimate is made final in the next statement', () => {
    let estimated = 0
    for (const { household, month } of seen) {
      for (const filing of statements(household).filter((one) => latest(household, one))) {
        const next = versionsOf(household, addMonths(filing.month, 1)).at(-1)
        for (const estimate of estimatesOf(filing.answers)) {
          estimated += 1
          if (!next) expect(filing.month).toBe(addMonths(month, -1))
          else expect(next.answers.confirmed.some((one) => isSameEstimate(one, estimate))).toBe(true)
        }
      }
      // And nothing is still a guess among what is known of the month before the last.
      const known = knownIncome(
        household.filings.filter((one) => latest(household, one)),
        addMonths(month, -2),
      )
      expect(estimatesOf(known)).toEqual([])
    }
    expect(estimated).toBeGreaterThan(40)
  })

  test('4. what was sent is late with a reason, corrected with a reason, confirmed by the other', async () => {
    const rows = await world.owner.filing.findMany({ include: { confirmations: true } })
    for (const { kind, version, receivedAt, dueAt, lateReason, correctionReason } of rows) {
      if (kind !== 'statement') continue
      expect(correctionReason !== null).toBe(version > 1)
      if (version === 1 && receivedAt > dueAt!) expect(lateReason).toBeTruthy()
    }
    const couples = seen.filter(({ entry }) => entry.adults.length === 2)
    for (const { entry, household, month } of couples) {
      for (const filing of statements(household)) {
        const ago = past(entry).find((one) => addMonths(month, -one) === filing.month)!
        const both = entry.adults.every(
          ({ left, came }) => (came?.ago ?? ago) >= ago && (left?.ago ?? 0) <= ago,
        )
        const asked = both && ago > 0 && !entry.unconfirmed?.includes(ago) && latest(household, filing)
        expect({ file: entry.fileNumber, ago, words: filing.confirmedBy.length }).toEqual({
          file: entry.fileNumber,
          ago,
          words: asked ? 1 : 0,
        })
      }
    }
  })
})

describe('the payments of each household', () => {
  test('5. lines add up, and each payment is what the portal computed that day', async () => {
    let counted = 0
    for (const { household } of seen) {
      const rows = await world.owner.expectedPayment.findMany({
        where: { householdId: household.id },
        include: { filing: true },
      })
      const members = await world.owner.householdMember.findMany({ where: { householdId: household.id } })
      for (const { month, totalCents, benefit, filing } of rows) {
        const lines = (benefit as unknown as Benefit).lines
        expect(lines.reduce((total, line) => total + line.cents, 0)).toBe(totalCents)
        const receivedAt = instantOf(filing!.receivedAt)
        const day = dayOf(receivedAt)
        const wasThere = (id: string) =>
          members.some(
            (one) => one.personId === id && one.fromDay <= day && (!one.untilDay || day < one.untilDay),
          )
        const gone = members.some(({ untilDay }) => untilDay !== null)
        if (gone) continue // Someone who left is not in what those who stayed may read.
        const then: Household = {
          ...household,
          people: household.people.filter(({ id }) => wasThere(id)),
          filings: household.filings.filter((one) => one.receivedAt <= receivedAt),
        }
        const again = paymentOf(then, month as Month)
        expect(month).toBe(addMonths(filing!.month as Month, 1))
        expect({ file: household.fileNumber, month, again }).toEqual({
          file: household.fileNumber,
          month,
          again: benefit,
        })
        counted += 1
      }
    }
    expect(counted).toBeGreaterThan(350)
  })

  test('6. where nothing was a guess, the portal gives the same amount today', async () => {
    let counted = 0
    for (const { entry, household } of seen) {
      const moved = [...entry.adults, ...(entry.children ?? [])].some(({ left, came }) => left ?? came)
      if (moved) continue
      for (const filing of household.filings.filter((one) => latest(household, one))) {
        const later = household.filings.some((one) => one.month === filing.month && one.kind === 'change')
        if (later || estimatesOf(filing.answers).length > 0) continue
        const payment = await world.owner.expectedPayment.findFirst({ where: { filingId: filing.id } })
        const today = paymentOf(household, addMonths(filing.month, 1))
        expect(today.computed ? today.totalCents : null).toBe(payment?.totalCents ?? null)
        counted += 1
      }
    }
    expect(counted).toBeGreaterThan(250)
  })

  test('7. an administrator’s filings are under their name and mandate, for the person', async () => {
    const mandate = await world.owner.mandate.findFirstOrThrow({ where: { kind: 'administrator' } })
    const rows = await world.owner.filing.findMany({ where: { mandateId: mandate.id } })
    expect(rows.length).toBeGreaterThanOrEqual(8)
    for (const row of rows) {
      expect(row).toMatchObject({
        filedByPerson: mandate.representativeId,
        filedByName: 'Norbert Mandataire',
        forPerson: mandate.personId,
        filedFor: 'Kathleen Scénario',
        mandateKind: 'administrator',
      })
      expect((row.month as string) >= mandate.fromDay.slice(0, 7)).toBe(true)
    }
  })

  test('8. amounts move with life: nobody’s job, benefit and end look the same', () => {
    const moves = seen.filter(({ household, month }) => {
      const paid = [2, 4, 6, 8, 10].map((ago) => paymentOf(household, addMonths(month, -ago)))
      return new Set(paid.map((one) => (one.computed ? one.totalCents : 0))).size > 1
    })
    expect(moves.length).toBeGreaterThanOrEqual(20)
  })

  test('9. whoever joined later is asked for nothing that came before', async () => {
    const { getFileHome } = await import('@/features/statement/queries')
    const xavier = (await citizenCalled(world.owner, 'xavier'))!
    const home = await getFileHome(xavier)
    expect(home.catchUp).toEqual([])
    expect(home.statements.map(({ name }) => name)).toEqual(['open', 'notYetOpen'])
    expect(home.recent.length).toBe(3)
  })

  test('10. the demo can begin in any month of any year, with the same states', () => {
    const offices = [...new Set(demoHouseholds.map(({ office }) => office))].map((code) => ({
      id: code,
      code,
      regionCode: '17',
      nameFr: code,
      nameEn: code,
      phone: null,
      tollFree: null,
    }))
    const sizes = Array.from({ length: 13 }, (_, ahead) => {
      const rows = rowsOf(demoHouseholds, representatives, offices, addMonths('2026-01' as Month, ahead))
      return [rows.filing.length, rows.confirmation.length, rows.member.length]
    })
    expect(new Set(sizes.map(String)).size).toBe(1)
  })
})
