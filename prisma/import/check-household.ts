import type { Day } from '../../src/domain/calendar'
import type { Fault } from './read-line'
import { comparedNumber, type HouseholdLine } from './schema'
import type { FaultKey } from './words'

/** What is known when a line is read: the day of the file, and the offices. */
export type Known = {
  readonly madeOn: Day
  readonly offices: ReadonlyMap<string, { readonly id: string; readonly serves: boolean }>
}

/** What the fields of a household say beside each other: whole periods, ages, an office that keeps files. */
export function checkHousehold(household: HouseholdLine, { madeOn, offices }: Known): Fault[] {
  const faults: Fault[] = []
  const say = (field: string, key: FaultKey) => faults.push({ field, key })
  const orderly = (at: string, { from, until }: { from: Day; until: Day | null }) => {
    if (until !== null && until <= from) say(`${at}.until`, 'periodEnds')
  }
  const once = (list: string, field: string, months: readonly string[]) => {
    months.forEach((month, index) => {
      if (months.indexOf(month) < index) say(`${list}[${index}].${field}`, 'twice')
    })
  }

  const office = offices.get(household.office)
  if (!office) say('office', 'unknownOffice')
  else if (!office.serves) say('office', 'formerOffice')

  household.adults.forEach((adult, index) => {
    const at = `adults[${index}]`
    checkPerson(at, adult, madeOn, say)
    if (adult.birthDate <= madeOn && !isAdult(adult.birthDate, madeOn) && adult.minorBecause === null) {
      say(`${at}.birthDate`, 'tooYoung')
    }
    adult.constraints.forEach((one, place) => orderly(`${at}.constraints[${place}]`, one))
    const { contact } = adult
    const cannot =
      (contact?.notifyBy === 'email' && contact.email === null) ||
      (contact?.notifyBy === 'text' && contact.mobile === null)
    if (cannot) say(`${at}.contact.notifyBy`, 'cannotNotify')
  })
  household.children.forEach((child, index) => checkPerson(`children[${index}]`, child, madeOn, say))

  once(
    'situations',
    'from',
    household.situations.map((one) => one.from),
  )
  household.situations.forEach((one, index) => {
    if (one.onAssistanceSince > one.from) say(`situations[${index}].onAssistanceSince`, 'sinceLater')
  })
  once(
    'obligations',
    'month',
    household.obligations.map((one) => one.month),
  )
  if (household.address && household.address.from > madeOn) say('address.from', 'notYet')

  household.mandates.forEach((mandate, index) => {
    const at = `mandates[${index}]`
    orderly(at, mandate)
    if (mandate.adult > household.adults.length) say(`${at}.adult`, 'noSuchAdult')
    const { representative } = mandate
    if (comparedNumber(representative.fileNumber) !== comparedNumber(household.fileNumber)) return
    if (representative.adult > household.adults.length) say(`${at}.representative.adult`, 'noSuchAdult')
    if (representative.adult === mandate.adult) say(`${at}.representative`, 'ownMandate')
  })
  return faults
}

function checkPerson(
  at: string,
  person: { birthDate: Day; from: Day },
  madeOn: Day,
  say: (field: string, key: FaultKey) => void,
): void {
  if (person.birthDate > madeOn) say(`${at}.birthDate`, 'notYet')
  if (person.from > madeOn) say(`${at}.from`, 'notYet')
  if (person.from < person.birthDate) say(`${at}.from`, 'beforeBirth')
}

/** Whether someone has turned 18 on a day. Days compare as text; a birthday of February 29 comes on March 1. */
function isAdult(birthDate: Day, on: Day): boolean {
  return `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}` <= on
}
