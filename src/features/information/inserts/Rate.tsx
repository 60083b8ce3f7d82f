import { dayOf, monthOf } from '@/domain/calendar'
import type { Drawn } from '../Prose'
import { rateText } from './rate-text'

/** `:rate{of=supplementBasisPoints}`: the value in force this month, in Québec. */
export function Rate({ of, locale, now }: Drawn & { readonly of: string }) {
  return <>{rateText(of, monthOf(dayOf(now)), locale)}</>
}
