import 'server-only'
import type { Instant, Month } from '@/domain/calendar'

/*
 * What is read of a household, as parts of one statement about a household `h` (and its office `o`): what a page shows
 * belongs together. Everyone who computes a payment reads its facts here, so that all see the same amount.
 */

/** An instant as the domain writes it. */
export const instantText = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

/** Rows as one list of JSON objects. */
export const list = (fields: string, from: string, order: string): string =>
  `(select coalesce(json_agg(json_build_object(${fields}) order by ${order}), '[]') from ${from})`

/** Who lives there now, `p` with their membership `m`; `more` names more fields of theirs. */
export const peopleNow = (more = ''): string =>
  list(
    `'id', p.id, 'birthDate', p.birth_date, 'role', m.role, ${more}'constraints', ${list(
      `'kind', c.kind, 'fromDay', c.from_day, 'untilDay', c.until_day`,
      'adult_constraint c where c.person_id = p.id',
      'c.from_day',
    )}`,
    'household_member m join person p on p.id = m.person_id where m.household_id = h.id and m.until_day is null',
    'm.role, p.birth_date, p.id',
  )

/** What the office decided of it, from the first month on. */
export const situations: string = list(
  `'fromMonth', s.from_month, 'programme', s.programme, 'livesWithParents', s.lives_with_parents,
   'spouseOfStudent', s.spouse_of_student, 'subsidisedDwelling', s.subsidised_dwelling,
   'fluctuatingIncome', s.fluctuating_income, 'onAssistanceSince', s.on_assistance_since,
   'recoveryCents', s.recovery_cents`,
  'household_situation s where s.household_id = h.id',
  's.from_month',
)

/** Its closing, of a file that a person closed: the decision, when it left, the first month without a benefit. */
export type Closing = { readonly decisionId: string; readonly fromMonth: Month; readonly leftAt: Instant }
export const closing = 'closing_of(h.id) as closing'

/** The statements it was asked for, or spared, by a person. */
export const obligations: string = list(
  `'month', d.month, 'files', d.files, 'reason', d.reason`,
  'filing_obligation d where d.household_id = h.id',
  'd.month',
)

/** The later limits that concern it; `since`, a condition on them, begins the list. */
export const extensions = (since = 'true'): string =>
  list(
    `'id', e.id, 'month', e.month, 'newInstant', ${instantText('e.new_instant')},
     'decidedAt', ${instantText('e.decided_at')}, 'reason', json_build_object('fr', e.reason_fr, 'en', e.reason_en),
     'scope', json_build_object('kind', e.scope, 'regionCode', e.region_code, 'officeId', e.office_id,
       'householdId', e.household_id)`,
    `filing_extension e where ${since} and (e.household_id is null or e.household_id = h.id)
       and (e.office_id is null or e.office_id = h.office_id)
       and (e.region_code is null or e.region_code = o.region_code)`,
    'e.decided_at',
  )
