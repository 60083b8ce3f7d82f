import 'server-only'
import { hasSpouse } from '@/domain/application/facts'
import { type Route, routeOf } from '@/domain/application/routing'
import { type Draft, valueOf } from '@/domain/draft'
import type { Office } from '@/domain/offices/office'
import { officeDirectory } from '@/server/offices'

/** The office that receives these answers, and why. */
export function routeFor(answers: Draft): Route {
  const said = (name: string): string | null => valueOf(answers, name).trim() || null
  const ofEither = (name: string, value: string): boolean =>
    valueOf(answers, name) === value || (hasSpouse(answers) && valueOf(answers, `spouse.${name}`) === value)
  return routeOf(
    {
      postalCode: said('postalCode'),
      municipality: said('city'),
      noFixedAddress: valueOf(answers, 'dwelling') === 'noHome',
      addressProtected: ofEither('protectAddress', 'yes'),
      refugeeClaimant: ofEither('status', 'refugeeClaimant'),
      inCommunity: valueOf(answers, 'onReserve') === 'yes',
    },
    officeDirectory(),
  )
}

/** What is shown of an office. */
export const officeNamed = (code: string): Office | null =>
  officeDirectory().offices.find((office) => office.code === code) ?? null
