import { randomUUID } from 'node:crypto'
import type { Owner } from '../../../prisma/builders'
import { addOffice, addSession, addStaff } from '../../../prisma/builders'
import { sendMessage } from '@/features/messages/commands'
import { writeToPerson } from '@/features/messages/office-commands'
import type { Answer, Call } from '@/server/endpoint'
import type { GivenFile } from '@/server/incoming'
import { viewerOf, type Citizen, type Staff, type Viewer } from '@/server/viewer'
import { inPieces } from '../../support/files'
import { tenth } from '../statement/office'

/** Files as they come with a form. */
export async function* given(...files: readonly (readonly [name: string, bytes: Uint8Array])[]) {
  for (const [name, bytes] of files)
    yield { field: 'files', name, bytes: inPieces(bytes) } satisfies GivenFile
}

/** A call as an endpoint makes it. */
export function callOf<V extends Viewer, Input>(
  viewer: V,
  input: Input,
  more: Partial<Call<V, Input>> = {},
): Call<V, Input> {
  return {
    ...{ viewer, input, params: {}, arrival: tenth, locale: 'fr' as const },
    ...{ request: new Request('http://localhost'), ...more },
  }
}

type Form = { readonly key?: string; readonly files?: AsyncIterable<GivenFile> }

/** A person writes to the office. */
export function write(
  viewer: Citizen,
  text: string,
  { key = randomUUID(), files }: Form = {},
): Promise<Answer> {
  return sendMessage(callOf(viewer, { key, text }, files && { files }))
}

/** The office writes to a person, having seen a message. */
export function answer(
  viewer: Staff,
  to: { readonly householdId: string; readonly personId: string },
  text: string,
  { key = randomUUID(), files, seen = '', back = '' }: Form & { seen?: string; back?: string } = {},
): Promise<Answer> {
  const input = { key, text, person: to.personId, adult: '', seen, back }
  return writeToPerson(callOf(viewer, input, { params: { id: to.householdId }, ...(files && { files }) }))
}

/** A member of staff who is signed in. */
export async function staffOf(
  owner: Owner,
  officeId: string,
  role: Staff['role'] = 'agent',
  name = 'Alix Agente',
): Promise<Staff> {
  const id = await addStaff(owner, { name, role, officeId })
  return (await viewerOf(await addSession(owner, 'staff', id))).viewer as Staff
}

/** Another office, with an agent. */
export async function elsewhere(owner: Owner): Promise<Staff> {
  const officeId = await addOffice(owner, {
    ...{ code: '901', nameFr: 'Ailleurs', nameEn: 'Elsewhere', regionCode: '17', city: 'Ailleurs' },
  })
  return staffOf(owner, officeId, 'agent', 'Elie Ailleurs')
}
