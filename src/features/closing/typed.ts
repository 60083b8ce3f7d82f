import type { TypedClosing } from '@/domain/decision/closing'
import type { OfficeClosingForm, OwnClosingForm } from './schema'

const noDay = { day: '', month: '', year: '' }

/** One's own request, as the rule reads it. */
export const ownTyped = ({ month, words }: OwnClosingForm): TypedClosing => ({
  ...{ cause: 'ownRequest', toldBy: 'person', day: noDay, month, words },
})

/** A closing of the office, as the rule reads it. */
export function officeTyped(form: OfficeClosingForm): TypedClosing {
  const { cause, toldBy, month, words } = form
  const day = { day: form['day.day'], month: form['day.month'], year: form['day.year'] }
  return { cause, toldBy, day, month, words }
}
