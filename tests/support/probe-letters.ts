import type { Owner } from '../../prisma/builders'
import { addAccessCode, addAddress } from '../../prisma/builders'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { locales } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { Markers, Secret } from './probe-markers'
import type { RouteEntry } from './probe-routes'

/** A letter that waits: for whom, in which household, and who may read its code. */
export type ProbeLetter = {
  readonly personId: string
  readonly home: string
  readonly fileNumber: string
  readonly secret: Secret
  /** When its code was given. */
  readonly issuedAt: string
  /** Its code may be erased and given anew on the way: nothing of it is looked for afterwards. */
  readonly spent: boolean
}

type Living = { readonly personId: string; readonly home: string }

/**
 * Codes that wait for their letter, each a marker, and where two of the households live. Those of the recipient, of the
 * other household and of the far one stay as they are to the end: a person who asked for a code already gets no other.
 */
export async function addLetters(
  owner: Owner,
  markers: Markers,
  people: Record<'recipient' | 'spouse' | 'former' | 'other' | 'far', Living>,
): Promise<ProbeLetter[]> {
  const secretOf = {
    recipient: 'letterRecipient',
    spouse: 'letterSpouse',
    former: 'letterFormer',
    other: 'letterOther',
    far: 'letterFar',
  } as const
  const serverSecret = readSecrets(dataFolder('test'))['session']!
  const letters: ProbeLetter[] = []
  for (const name of Object.keys(secretOf) as (keyof typeof secretOf)[]) {
    const { personId, home } = people[name]
    const spent = name === 'spouse' || name === 'former'
    const secret = secretOf[name]
    await addAccessCode(owner, {
      personId,
      code: spent ? '12345' : markers.word(secret),
      secret: serverSecret,
    })
    const [row] = await owner.$queryRawUnsafe<{ issued_at: Date }[]>(
      'update auth."access_code" set reason = $2 where person_id = $1::uuid returning issued_at',
      personId,
      spent ? 'first' : 'renewal',
    )
    const { fileNumber } = await owner.household.findUniqueOrThrow({ where: { id: home } })
    letters.push({ personId, home, fileNumber, secret, spent, issuedAt: row!.issued_at.toISOString() })
  }
  const lives = { city: 'Ville 901', postalCode: 'J2B 1A1', fromDay: '2026-01-01' }
  const at = (secret: Secret, more: { protected?: boolean; fromDay?: string } = {}) => ({
    ...lives,
    street: markers.word(secret),
    ...more,
  })
  // Before, the address was not protected. It is not where to write now, and agents are not told of it.
  await addAddress(owner, people.recipient.home, at('addressProtected', { fromDay: '2025-01-01' }))
  await addAddress(owner, people.recipient.home, at('addressProtected', { protected: true }))
  await addAddress(owner, people.other.home, at('addressOther'))
  return letters
}

const nothing = '01990000-0000-7000-8000-000000000000'

/** How the pages and the forms of letters and codes are probed. */
export const letterRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/mon-dossier/code-acces': {
    audience: 'citizen',
    read: () => locales.map((locale) => ({ path: paths.ownCode(locale) })),
  },
  '/[locale]/bureau/lettres': {
    audience: 'reviewer',
    read: () => locales.map((locale) => ({ path: paths.officeLetters(locale) })),
  },
  '/[locale]/bureau/lettres/rappels': {
    audience: 'reviewer',
    read: () => locales.map((locale) => ({ path: paths.officeReminderLetters(locale) })),
  },
  '/[locale]/bureau/lettres/[id]': {
    audience: 'reviewer',
    read: ({ letters }) =>
      letters
        .filter(({ spent }) => !spent)
        .flatMap(({ personId, secret, fileNumber }) =>
          locales.map((locale) => ({
            path: paths.officeLetter(locale, personId),
            secret,
            proof: fileNumber,
            missing: paths.officeLetter(locale, nothing),
          })),
        ),
  },
  '/[locale]/bureau/codes-acces/[id]': {
    audience: 'reviewer',
    read: ({ letters }) =>
      letters.flatMap(({ home, secret, fileNumber }) =>
        locales.map((locale) => ({
          path: paths.officeAccessCodes(locale, home),
          secret,
          proof: fileNumber,
          missing: paths.officeAccessCodes(locale, nothing),
        })),
      ),
  },
  '/api/letters/[id]/printing': {
    audience: 'staff',
    send: ({ letters }) =>
      letters.map(({ personId, secret, issuedAt, spent }) => ({
        path: `/api/letters/${personId}/printing`,
        secret,
        missing: `/api/letters/${nothing}/printing`,
        // Those who may print it would erase what is looked for later: they name another moment.
        fields: { issuedAt: spent ? issuedAt : '2020-01-01T00:00:00.000Z' },
      })),
  },
  '/api/letters/reminders': {
    audience: 'staff',
    send: () => [{ path: '/api/letters/reminders', fields: { letters: nothing } }],
  },
  '/api/letters/search': {
    audience: 'staff',
    send: ({ letters }) =>
      letters.map(({ fileNumber }) => ({ path: '/api/letters/search', fields: { fileNumber } })),
  },
  '/api/people/[id]/access-code': {
    audience: 'staff',
    send: ({ letters }) =>
      letters.map(({ personId, secret, spent }) => ({
        path: `/api/people/${personId}/access-code`,
        secret,
        missing: `/api/people/${nothing}/access-code`,
        fields: { identity: spent ? 'checked' : 'no' },
      })),
  },
  '/api/access-code/renewal': {
    audience: 'citizen',
    send: () => [{ path: '/api/access-code/renewal', fields: {} }],
  },
}
