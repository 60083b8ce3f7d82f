import { randomUUID } from 'node:crypto'
import {
  addHousehold,
  addOffice,
  addSession,
  type HouseholdInput,
  type Owner,
} from '../../../prisma/builders'
import { installMovableClock, moveClock } from '../../../prisma/demo-clock'
import { instant, type Instant } from '@/domain/calendar'
import type { Draft } from '@/features/statement/draft'
import type { Answer, Call } from '@/server/endpoint'
import { type Citizen, viewerOf } from '@/server/viewer'

/** The morning of 10 November 2026 in Québec, when these tests take place unless they say otherwise. */
export const tenth = instant('2026-11-10T15:00:00.000Z')

/** An office, and the clock stopped being the wall's: it starts at `tenth`. */
export async function openOffice(owner: Owner): Promise<string> {
  await installMovableClock(owner)
  await moveClock(owner, tenth)
  return addOffice(owner, {
    code: '900',
    nameFr: 'Bureau de Sainte-Épreuve',
    nameEn: 'Sainte-Épreuve Office',
    regionCode: '17',
    city: 'Sainte-Épreuve',
    phone: '+18195550100',
  })
}

export { moveClock }

let number = 0

/** A household, and the viewers its adults are when they sign in. */
export async function household(
  owner: Owner,
  officeId: string,
  adults: readonly string[] = ['Ana'],
  more: Partial<HouseholdInput> = {},
): Promise<{ id: string; viewers: Citizen[] }> {
  number += 1
  const { id, adults: people } = await addHousehold(owner, {
    fileNumber: `TEST-${number}`,
    officeId,
    since: '2026-06',
    adults: adults.map((givenName) => ({ givenName, familyName: 'Essai', birthDate: '1985-04-12' })),
    ...more,
  })
  const viewers: Citizen[] = []
  for (const person of people) {
    const { viewer } = await viewerOf(await addSession(owner, 'citizen', person))
    if (viewer.role !== 'citizen') throw new Error('A citizen signs in as a citizen')
    viewers.push(viewer)
  }
  return { id, viewers }
}

/** A form as it reaches a command. */
export function call(
  viewer: Citizen,
  input: Draft,
  { month, arrival = tenth, id }: { month?: string; arrival?: Instant; id?: string } = { month: '2026-11' },
): Call<Citizen, Draft> {
  return {
    viewer,
    input,
    params: (month ? { month } : id ? { id } : {}) as Record<string, string>,
    arrival,
    locale: 'fr',
    request: new Request('http://localhost:3015/api'),
  }
}

/** "Nothing changed", attested, as its page sends it. */
export const unchanged = (key = randomUUID()): Draft => ({
  page: 'start',
  intent: 'send',
  attest: 'yes',
  key,
})

/** One job, as a program sends it. */
export const working = (net: number, key = randomUUID()): Draft => ({
  changed: ['work'],
  'work.0.employer': 'Café du coin',
  'work.0.gross': String(net + 50),
  'work.0.net': String(net),
  'work.0.certainty': 'final',
  attest: 'yes',
  key,
})

/** The code an answer carries for programs. */
export const codeOf = (answer: Answer): unknown => answer.data?.code
