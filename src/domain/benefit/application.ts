import { daysIn } from '../calendar'
import { write } from './sheet'
import type { Sheet } from './sheet'

const rule = { source: 'adel44523', confidence: 'confirmed' } as const

/**
 * In the month of application the needs are those of the days left, the day of application included (ADEL 44523). Not
 * for who comes from a specific programme (RAPF 169). Rounded half up to the cent, on all the needs together.
 */
export function writeApplicationDays(sheet: Sheet): void {
  const { applicationDay, fromOtherProgramme } = sheet.situation
  if (applicationDay === undefined || fromOtherProgramme === true) return
  const all = daysIn(sheet.situation.month)
  const left = all - Number(applicationDay.slice(8)) + 1
  if (left === all) return
  const paid = Math.floor((sheet.total * left * 2 + all) / (all * 2))
  const detail = { days: left, daysOfMonth: all }
  // How the days are counted was read in the parallel regime; that they are, in the manual.
  write(sheet, 'applicationDays', paid - sheet.total, 'ADEL 44523', rule, detail, 'secondary')
}
