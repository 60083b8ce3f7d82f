import type { Staff } from './viewer'

/**
 * Whose an application is to read, as a condition of our own before the wall's: the office's; and for a supervisor those
 * that wait, at the contact centre, for a person to choose their office. `$1` and `$2` are of `officeValues`.
 */
export const ofOffice = `(a.office_id = $1
  or ($2 and a.office_id in (select o.id from office o where o.kind = 'contactCentre')))`
export const officeValues = ({ officeId, role }: Staff) => [officeId, role === 'supervisor'] as const
