import type { Month } from '../calendar'
import type { SourceId } from '../rates/sources'
import { leastSure, perMonth } from '../rates/table'
import type { Confidence } from '../rates/table'

/*
 * The words of a month. The Act of 2024 (Bill 71) speaks of health where the texts before it speak of employment, and
 * makes one programme of Social Assistance and Social Solidarity. It comes into force by stages, on dates not found.
 * The values of the facts never change (`severe`, `socialSolidarity`): only what they are called does. Sentences:
 * `eligibility.label.constraint.<constraints>.<…>` and `eligibility.label.programme.<programmes>.<…>`.
 */

export const constraintWordings = ['employment', 'health'] as const
export type ConstraintWording = (typeof constraintWordings)[number]

/** Social Assistance and Social Solidarity as two programmes, or as one. */
export const programmeWordings = ['two', 'one'] as const
export type ProgrammeWording = (typeof programmeWordings)[number]

/** `from` is null for a wording that is adopted and has no date yet: it is in force in no month. */
type Dated<Wording> = {
  readonly from: Month | null
  readonly value: Wording
  readonly source: SourceId
  readonly confidence: Confidence
}

/** Newest first; an entry is added, never edited, but a date that was null may be filled. */
export const constraintLabels: readonly Dated<ConstraintWording>[] = [
  // The first month in which the ministry's scales were seen with the new words. They may have changed earlier.
  { from: '2026-08' as Month, value: 'health', source: 'argentQc2026', confidence: 'uncertain' },
  { from: '2016-01' as Month, value: 'employment', source: 'quebecCaAllowances', confidence: 'confirmed' },
]

export const programmeLabels: readonly Dated<ProgrammeWording>[] = [
  // In August 2026 the scales still listed two. The decree that joins them was not found.
  { from: null, value: 'one', source: 'act2024', confidence: 'uncertain' },
  { from: '2016-01' as Month, value: 'two', source: 'quebecCaProgrammes', confidence: 'confirmed' },
]

/** What things are called in a month, and how sure that is. */
export type Labels = {
  readonly constraints: ConstraintWording
  readonly programmes: ProgrammeWording
  readonly confidence: Confidence
}

/** The words of a month. Before the first entry, those of the first entry. */
export const labelsOf: (month: Month) => Labels = perMonth((month) => {
  const constraints = inForce(constraintLabels, month)
  const programmes = inForce(programmeLabels, month)
  return {
    constraints: constraints.value,
    programmes: programmes.value,
    confidence: leastSure([constraints.confidence, programmes.confidence]),
  }
})

function inForce<Wording>(table: readonly Dated<Wording>[], month: Month): Dated<Wording> {
  return table.find(({ from }) => from !== null && from <= month) ?? table.at(-1)!
}
