import { cents } from '../money'
import type { Cents } from '../money'
import { kindOf, lineCodes } from './codes'
import type { CauseCode, LineCode } from './codes'
import type { Benefit, Line, LineDetail } from './line'

/** How much one line differs between two months, and why. `cents` is after less before. */
export type LineDifference = {
  readonly code: LineCode
  readonly cause: CauseCode
  readonly cents: Cents
  readonly beforeCents: Cents
  readonly afterCents: Cents
}

/**
 * Why a payment differs from another, line by line, in the order the lines are shown. Lines that give the
 * same amount are left out. The differences add up to the difference of the totals, to the cent.
 */
export function explainDifference(before: Benefit, after: Benefit): readonly LineDifference[] {
  return lineCodes.flatMap((code) => {
    const old = before.lines.find((one) => one.code === code)
    const now = after.lines.find((one) => one.code === code)
    const beforeCents = old?.cents ?? cents(0)
    const afterCents = now?.cents ?? cents(0)
    const difference = cents(afterCents - beforeCents)
    if (difference === 0) return []
    return [{ code, cause: causeOf(code, old, now), cents: difference, beforeCents, afterCents }]
  })
}

function causeOf(code: LineCode, old: Line | undefined, now: Line | undefined): CauseCode {
  if (code === 'applicationDays') return applicationCause(now)
  if (code === 'parentalContribution') return 'contributionChanged'
  if (code === 'property') return propertyCause(old, now)
  switch (kindOf(code)) {
    case 'need':
      return old && now && sameNeed(old.detail, now.detail) ? 'rateChanged' : 'situationChanged'
    case 'income':
      return incomeCause(old, now)
    case 'assets':
      return assetsCause(old, now)
    case 'floor':
      return 'stopsAtZero'
    case 'supplement':
      return supplementCause(old, now)
    case 'recovery':
      return !old ? 'recoveryStarted' : now ? 'recoveryChanged' : 'recoveryEnded'
  }
}

/** The facts about the household an amount depends on, as each line wrote them down. */
function sameFacts(old: LineDetail, now: LineDetail): boolean {
  return (
    old.programme === now.programme &&
    old.adults === now.adults &&
    old.children === now.children &&
    old.rooms === now.rooms &&
    old.shares === now.shares
  )
}

/** Of a need, also what it fills the gap of, or is lessened by. */
function sameNeed(old: LineDetail, now: LineDetail): boolean {
  const sameMoney = old.receivedCents === now.receivedCents && old.excludedCents === now.excludedCents
  return sameMoney && sameFacts(old, now)
}

/** What the person did comes first: a raise in the month the exclusion changed too is told as a raise. */
function incomeCause(old: Line | undefined, now: Line | undefined): CauseCode {
  if (!old) return 'incomeStarted'
  if (!now) return 'incomeEnded'
  const change = (now.detail.receivedCents ?? 0) - (old.detail.receivedCents ?? 0)
  if (change !== 0) return change > 0 ? 'incomeRose' : 'incomeFell'
  if (!sameFacts(old.detail, now.detail)) return 'situationChanged'
  const shared = now.detail.limitCents === old.detail.limitCents && now.detail.limitCents !== undefined
  return shared ? 'exclusionUsedElsewhere' : 'rateChanged'
}

function assetsCause(old: Line | undefined, now: Line | undefined): CauseCode {
  const change = (now?.detail.heldCents ?? 0) - (old?.detail.heldCents ?? 0)
  if (change !== 0) return change > 0 ? 'assetsRose' : 'assetsFell'
  return old && now && sameFacts(old.detail, now.detail) ? 'rateChanged' : 'situationChanged'
}

/** Fewer days are paid in the month of application; then the whole month again. */
function applicationCause(now: Line | undefined): CauseCode {
  return now ? 'applicationBegan' : 'applicationOver'
}

function propertyCause(old: Line | undefined, now: Line | undefined): CauseCode {
  const change = (now?.detail.heldCents ?? 0) - (old?.detail.heldCents ?? 0)
  if (change !== 0) return change > 0 ? 'propertyRose' : 'propertyFell'
  return old && now && sameFacts(old.detail, now.detail) ? 'rateChanged' : 'situationChanged'
}

function supplementCause(old: Line | undefined, now: Line | undefined): CauseCode {
  if (!old) return 'supplementStarted'
  if (!now) return 'supplementEnded'
  return old.detail.percent === now.detail.percent ? 'supplementFollowsWork' : 'rateChanged'
}
