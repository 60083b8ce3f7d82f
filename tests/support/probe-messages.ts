import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Owner } from '../../prisma/builders'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { locales } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { keyOf } from '@/server/keys'
import { localDisk } from '@/server/storage'
import type { Markers, Secret, ViewerName } from './probe-markers'
import type { RouteEntry, Sending } from './probe-routes'
import type { Change } from './probe-rows'
import type { Asker, ProbeWorld } from './probe-world'

/*
 * How messages between people and their office are probed: a mailbox per adult, which the other adult never opens.
 */

/** A message in a mailbox, a word of it, and a file that came with it. */
export type ProbeMessage = {
  readonly id: string
  readonly householdId: string
  readonly personId: string
  readonly secret: Secret
  readonly word: string
  readonly file: string
  readonly proof: string
}

type Living = {
  readonly secret: Secret
  readonly personId: string
  readonly home: string
  readonly staff: string
}

/** In each mailbox, a message to the office with a file, and one of the office. */
export async function addMessages(
  owner: Owner,
  markers: Markers,
  people: readonly Living[],
): Promise<ProbeMessage[]> {
  const disk = localDisk(
    join(dataFolder('test'), 'files'),
    keyOf(readSecrets(dataFolder('test'))['session']!, 'file'),
  )
  const found: ProbeMessage[] = []
  for (const { secret, personId, home: householdId, staff } of people) {
    const [word, proof] = [markers.word(secret), markers.word(secret)]
    const mailbox = { householdId, personId }
    const { id } = await owner.message.create({
      data: { ...mailbox, text: word, key: randomUUID(), replyBy: '2026-11-12' },
    })
    const answer = await owner.message.create({
      data: { ...mailbox, text: markers.word(secret), key: randomUUID(), fromStaff: staff },
    })
    const storageKey = `documents/${randomUUID()}`
    const bytes = await disk.put(storageKey, inOnePiece(`A picture of ${proof}`))
    const file = await owner.document.create({
      data: {
        ...{ ...mailbox, messageId: id, requirement: 'message', name: `${markers.word(secret)}.jpg`, bytes },
        ...{ type: 'image/jpeg', storageKey, digest: Buffer.from('x'), scan: 'clean' },
      },
    })
    for (const one of [id, answer.id, file.id]) markers.learn(one, secret)
    found.push({ id, householdId, personId, secret, word, file: file.id, proof })
  }
  return found
}

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

const nothing = '01990000-0000-7000-8000-000000000000'

/** Whose the words become that a person types. */
const become: Partial<Record<ViewerName, Secret>> = {
  recipient: 'mailRecipient',
  expired: 'mailRecipient',
  spouse: 'mailSpouse',
  former: 'mailFormer',
  formerAlone: 'ownFormerAlone',
  other: 'mailOther',
}

/** Other people's mailboxes in every field a careless reader could take for an answer. */
const smuggled = ({ messages }: ProbeWorld, asker: Asker): Record<string, string> => {
  const foreign = messages.find(({ personId }) => personId !== asker.personId)!
  return {
    ...{ householdId: foreign.householdId, personId: foreign.personId, person: foreign.personId },
    ...{ from_staff: nothing, seen: foreign.id, key: foreign.id, adult: 'spouse', viewer: 'worker' },
  }
}

/** Each mailbox as the office writes into it, and one that does not exist. */
const answers = ({ messages, markers }: ProbeWorld): Sending[] =>
  messages.flatMap(({ id, householdId, personId, secret }) =>
    [id, ''].map((seen) => ({
      path: `/api/households/${householdId}/messages`,
      secret,
      missing: `/api/households/${nothing}/messages`,
      fields: { text: markers.word(secret), person: personId, seen, back: '/fr/bureau' },
    })),
  )

export const messageRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/mon-dossier/messages': {
    audience: 'citizen',
    read: () => locales.map((locale) => ({ path: paths.messages(locale) })),
  },
  '/[locale]/bureau/messages/[id]': {
    audience: 'reviewer',
    read: ({ messages }) =>
      messages.flatMap(({ id, secret, word }) =>
        locales.map((locale) => ({
          ...{ path: paths.officeMessages(locale, id), secret, proof: word },
          missing: paths.officeMessages(locale, nothing),
        })),
      ),
  },
  '/api/messages': {
    filesToo: true,
    audience: 'citizen',
    send: (world, asker) =>
      [{}, smuggled(world, asker)].map((more) => ({
        path: '/api/messages',
        fields: { ...more, text: world.markers.word(become[asker.name] ?? 'nobody') },
      })),
  },
  '/api/messages/files/[id]': {
    audience: 'citizen',
    read: ({ messages }) =>
      messages.map(({ file, secret, proof }) => ({
        ...{ path: `/api/messages/files/${file}`, secret, proof },
        missing: `/api/messages/files/${nothing}`,
      })),
  },
  '/api/households/[id]/messages': { audience: 'reviewer', send: answers, filesToo: true },
  '/api/applications/[id]/messages': {
    filesToo: true,
    audience: 'reviewer',
    send: ({ applications, markers }) =>
      applications.applications.map(({ id, secret }) => ({
        ...{ path: `/api/applications/${id}/messages`, secret },
        missing: `/api/applications/${nothing}/messages`,
        fields: { text: markers.word(secret), adult: 'applicant', back: '/fr/bureau' },
      })),
  },
}

/**
 * Whether a viewer may have caused a change by writing or reading messages; null when the change is of something else.
 */
export function mayHaveExchanged(asker: Asker, route: string, change: Change): boolean | null {
  const { table, before, after } = change
  const rows = [before, after].filter((row) => row !== null)
  const all = (column: string, value: unknown) => value !== null && rows.every((row) => row[column] === value)
  const isAnswer = /^\/api\/(?:households|applications)\/\[id\]\/messages$/.test(route)
  const isOffice = asker.realm === 'staff' && asker.officeApplications !== undefined
  const ofOffice = rows.every(
    (row) =>
      asker.homes.includes(String(row['household_id'])) ||
      (asker.officeApplications ?? []).includes(String(row['application_id'])),
  )
  switch (table) {
    case 'message': {
      if (asker.visit) return null
      if (isOffice) {
        if (before === null) return isAnswer && ofOffice && all('from_staff', asker.staffId)
        return after !== null && isAnswer && ofOffice && differsOnlyIn('answered_at', before, after)
      }
      const own = asker.realm === 'citizen' && !asker.forPersonId && all('person_id', asker.personId)
      if (before === null) return own && ofOffice && after?.['from_staff'] === null
      return own && after !== null && before['from_staff'] !== null && differsOnlyIn('read_at', before, after)
    }
    // What a message opens, the database writes; and an answer ends.
    case 'task':
      if (route === '/api/application/messages') return all('application_id', asker.visit?.applicationId)
      return isAnswer || route === '/api/messages' ? ofOffice && all('kind', 'message') : null
    case 'task_event':
      return isAnswer || route.endsWith('/messages') ? before === null : null
    case 'application_event':
      return isAnswer ? isOffice && ofOffice && before === null && all('kind', 'messageReceived') : null
    case 'outbox':
      return isAnswer ? isOffice && before === null && all('kind', 'message') : null
    case 'audit':
      if (!isOffice || !['message', 'document'].includes(String(after?.['subject_kind']))) return null
      return before === null && all('actor_id', asker.staffId)
    default:
      return null
  }
}

function differsOnlyIn(column: string, before: Change['before'], after: Change['after']): boolean {
  const kept = (row: Change['before']) => JSON.stringify({ ...row, [column]: null })
  return kept(before) === kept(after)
}
