import { released, withAHouse, withNothing, withoutAddress } from './alone'
import type { Applicant } from './applicant'
import { apart, together } from './couples'
import { fleeing, selfEmployed, singleMother } from './families'
import { claimant, pregnant, student } from './young'

/** Twelve applicants of the kinds that offices meet. None exists. */
export const applicants: readonly Applicant[] = [
  withNothing,
  singleMother,
  apart,
  together,
  claimant,
  withAHouse,
  student,
  fleeing,
  selfEmployed,
  withoutAddress,
  released,
  pregnant,
]
