import { addDays, atTime, dayOf, type Day, type Instant } from '../calendar'
import { businessDayOnOrAfter, isBusinessDay } from '../statement/holidays'

/**
 * When a person answers the telephone, in minutes of the day in Québec. Source: Québec.ca, Statement of change: the
 * contact centre, Monday to Friday, 8:30 to 16:30. Confirmed.
 */
export const answeringHours = { from: 8 * 60 + 30, until: 16 * 60 + 30 } as const

const opening = (on: Day): Instant => atTime(on, answeringHours.from)
const closing = (on: Day): Instant => atTime(on, answeringHours.until)

/** Whether a person answers now: a business day, within the hours. */
export function isAnswered(now: Instant): boolean {
  const today = dayOf(now)
  return isBusinessDay(today) && now >= opening(today) && now < closing(today)
}

/** The next moment someone begins to answer, after now. */
export function answersFrom(now: Instant): Instant {
  const today = dayOf(now)
  if (isBusinessDay(today) && now < opening(today)) return opening(today)
  return opening(businessDayOnOrAfter(addDays(today, 1)))
}
