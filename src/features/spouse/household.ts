import 'server-only'
import { createHash } from 'node:crypto'
import { fieldsOf, isSecret, partOf, prune, type Section, sectionsOf } from '@/domain/application/journey'
import { pages } from '@/domain/application/questions'
import type { Day } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'

/** What is said of both adults, as the spouse reads it. */
export type Household = {
  readonly sections: readonly Section[]
  readonly draft: Draft
  readonly today: Day
}

const common = new Set<string>(pages.filter(({ scope }) => scope === 'household').map(({ name }) => name))

/**
 * The common part alone, without the numbers that are sealed: those of a bank account are of whoever gave them. Nothing
 * here comes from a part that is the other adult's own.
 */
export function householdIn(draft: Draft, today: Day): Household {
  const own = householdAnswers(draft, today)
  const open = Object.fromEntries(Object.entries(own).filter(([name]) => !isSecret(name)))
  const sections = sectionsOf(own, 'applicant', today).flatMap((section) => {
    const left = section.pages.filter(
      (ref) => common.has(ref.page) && !fieldsOf(ref, own, today).every(({ secret }) => secret),
    )
    return left.length > 0 ? [{ ...section, pages: left }] : []
  })
  return { sections, draft: open, today }
}

/** A mark of what the common part says, to know whether it has changed since. */
export function markOfHousehold(draft: Draft, today: Day): string {
  const answers = Object.entries(householdAnswers(draft, today)).sort(([one], [other]) =>
    one < other ? -1 : 1,
  )
  return createHash('sha256').update(JSON.stringify(answers)).digest('base64url').slice(0, 22)
}

function householdAnswers(draft: Draft, today: Day): Draft {
  const only = (of: Draft) =>
    Object.fromEntries(Object.entries(of).filter(([name]) => partOf(name) === 'household'))
  return only(prune(only(draft), today))
}
