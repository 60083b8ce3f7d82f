import { cents, type Cents } from '../money'
import type { Benefit } from './line'

/**
 * Another amount in place of the one calculated, set by a person for a whole month. In the month of application its days
 * left are paid, as of the needs (ADEL 44523), rounded half up to the cent. Lines that do not add up explain nothing:
 * it has none.
 */
export function withAmount(benefit: Benefit, setMonthlyCents: Cents): Benefit {
  const { days, daysOfMonth } = benefit.lines.find(({ code }) => code === 'applicationDays')?.detail ?? {}
  const paid =
    days === undefined || daysOfMonth === undefined
      ? setMonthlyCents
      : Math.floor((setMonthlyCents * days * 2 + daysOfMonth) / (daysOfMonth * 2))
  return { ...benefit, lines: [], totalCents: cents(paid), setMonthlyCents }
}
