import type { Locale } from '@/i18n/locale'
import type { Answer, Call } from '@/server/endpoint'
import type { Citizen, Staff } from '@/server/viewer'
import { tenth } from '../statement/office'

/** A form of the account as it reaches a command, with the cookie of its session. */
export function send<V extends Citizen | Staff, Input>(
  viewer: V,
  input: Input,
  {
    token,
    params = {},
    locale = 'fr',
  }: { token?: string; params?: Record<string, string>; locale?: Locale } = {},
): Call<V, Input> {
  const headers: Record<string, string> = token ? { cookie: `quinze=${token}` } : {}
  const request = new Request('http://localhost:3015/api', { headers })
  return { viewer, input, params, arrival: tenth, locale, request }
}

export const code = (answer: Answer): unknown => answer.data?.['code']
