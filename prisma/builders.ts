import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Constraint, FileProgramme } from '../src/domain/benefit/situation'
import { startOfDay } from '../src/domain/calendar'
import type { Day, Instant, Month } from '../src/domain/calendar'
import { nothingChanged } from '../src/domain/statement/answers'
import type { FiledAnswers } from '../src/domain/statement/confirmation'
import { dueInstant } from '../src/domain/statement/deadline'
import { defaultPolicies, policyFor } from '../src/domain/statement/policy'
import { digestInput } from '../src/domain/statement/prune'
import { makeReceiptNumber, receiptNumberBytes } from '../src/domain/statement/receipt-number'
import { type Prisma, PrismaClient } from '../src/server/generated/client'
import { accessCodeDigest, parseFileNumber, sealAccessCode } from '../src/server/access-codes'
import type { MandateRight } from '../src/server/permissions'
import type { MandateKind } from '../src/server/viewer'

/** The owner's way in, for the seed and the tests: past every wall. The web never has it. */
export function ownerClient(connectionString: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 2 }) })
}

export type Owner = PrismaClient

type AdultInput = {
  givenName: string
  familyName: string
  birthDate: string
  language?: 'fr' | 'en'
  constraint?: Constraint
  fromDay?: string
  untilDay?: string
  /** The identity that signs this adult in, at the demo provider. */
  subject?: string
}

export type HouseholdInput = {
  fileNumber: string
  officeId: string
  programme?: FileProgramme
  adults: readonly AdultInput[]
  children?: readonly { givenName: string; birthDate: string }[]
  livesWithParents?: boolean
  subsidisedDwelling?: boolean
  fluctuatingIncome?: boolean
  recoveryCents?: number
  since?: string
}

/** Adds an office that is in no file, for tests. Its telephone number is kept as `+1` and ten digits. */
export async function addOffice(
  owner: Owner,
  office: Partial<Prisma.OfficeCreateInput> & { code: string },
): Promise<string> {
  const city = office.city ?? `Ville-${office.code}`
  const names = { nameFr: `Bureau de ${city}`, nameEn: `${city} Office` }
  return (await owner.office.create({ data: { ...names, regionCode: '17', ...office, city } })).id
}

/** Adds a person who works for the agency, and the identity that signs them in. */
export async function addStaff(
  owner: Owner,
  staff: {
    name: string
    role: 'agent' | 'contact' | 'supervisor' | 'auditor'
    officeId: string | null
    subject?: string
  },
): Promise<string> {
  const { subject, ...data } = staff
  const { id } = await owner.staffMember.create({ data })
  if (subject) await addIdentity(owner, 'staff', subject, id)
  return id
}

/** Adds a household with its people and situation. Returns the ids, adults in the order given. */
export async function addHousehold(
  owner: Owner,
  input: HouseholdInput,
): Promise<{ id: string; adults: string[] }> {
  const since = input.since ?? '2024-01'
  const { id } = await owner.household.create({
    data: { fileNumber: input.fileNumber, officeId: input.officeId },
  })
  await owner.householdSituation.create({
    data: {
      householdId: id,
      fromMonth: since,
      programme: input.programme ?? 'socialAssistance',
      livesWithParents: input.livesWithParents ?? false,
      subsidisedDwelling: input.subsidisedDwelling ?? false,
      fluctuatingIncome: input.fluctuatingIncome ?? false,
      recoveryCents: input.recoveryCents ?? 0,
      onAssistanceSince: since,
    },
  })
  const adults: string[] = []
  for (const adult of input.adults) adults.push(await addAdult(owner, id, adult, `${since}-01`))
  const familyName = input.adults[0]?.familyName ?? ''
  for (const child of input.children ?? []) {
    const person = await owner.person.create({ data: { ...child, familyName } })
    await owner.householdMember.create({
      data: { householdId: id, personId: person.id, role: 'child', fromDay: `${since}-01` },
    })
  }
  return { id, adults }
}

/** Adds an adult to a household that exists; with `personId`, one who lived elsewhere before. */
export async function addAdult(
  owner: Owner,
  householdId: string,
  adult: AdultInput & { personId?: string },
  defaultFromDay: string,
): Promise<string> {
  const { givenName, familyName, birthDate, language = 'fr' } = adult
  const fromDay = adult.fromDay ?? defaultFromDay
  const personId =
    adult.personId ?? (await owner.person.create({ data: { givenName, familyName, birthDate, language } })).id
  await owner.householdMember.create({
    data: { householdId, personId, role: 'adult', fromDay, untilDay: adult.untilDay ?? null },
  })
  if (adult.constraint && adult.constraint !== 'none') {
    await owner.adultConstraint.create({ data: { personId, kind: adult.constraint, fromDay } })
  }
  if (adult.subject) await addIdentity(owner, 'citizen', adult.subject, personId)
  return personId
}

/** Adds how it is safe to reach an adult. E-mail at example.org, telephones 555-01xx: nobody answers there. */
export async function addContact(
  owner: Owner,
  personId: string,
  contact: { email?: string; mobile?: string; notifyBy?: 'email' | 'text' | 'none'; safeNote?: string },
): Promise<void> {
  await owner.contact.create({ data: { personId, ...contact } })
}

/**
 * Gives an adult the code of their letter, under the number of the file they live in now. `secret` is QUINZE_SECRET of
 * the server that will check it.
 */
export async function addAccessCode(
  owner: Owner,
  {
    personId,
    code,
    secret = process.env['QUINZE_SECRET'],
  }: { personId: string; code: string; secret?: string },
): Promise<void> {
  if (!secret) throw new Error('An access code needs the secret of the server that will check it')
  const person = await owner.person.findUniqueOrThrow({ where: { id: personId } })
  const home = await owner.householdMember.findFirstOrThrow({
    where: { personId, role: 'adult' },
    orderBy: { untilDay: { sort: 'desc', nulls: 'first' } },
    include: { household: true },
  })
  const fileNumber = parseFileNumber(home.household.fileNumber)!
  await owner.$executeRawUnsafe(
    `insert into auth."access_code" (person_id, file_number, digest, sealed, reason)
     values ($1::uuid, $2, $3, $4, 'first')
     on conflict (person_id) do update set file_number = excluded.file_number, digest = excluded.digest,
       sealed = excluded.sealed, issued_at = app_now(), reason = 'renewal', printed_at = null`,
    personId,
    fileNumber,
    accessCodeDigest(secret, { fileNumber, birthDate: person.birthDate, code }),
    sealAccessCode(secret, code),
  )
}

/** Lets a person act for another. */
export async function addMandate(
  owner: Owner,
  mandate: {
    personId: string
    representativeId: string
    kind: MandateKind
    rights: readonly MandateRight[]
    fromDay: string
    untilDay?: string
    organisation?: string
    revokedAt?: Instant
  },
): Promise<string> {
  const { revokedAt, rights, ...data } = mandate
  const created = await owner.mandate.create({
    data: { ...data, rights: [...rights], revokedAt: revokedAt ? new Date(revokedAt) : null },
  })
  return created.id
}

/** Adds where a household lives. */
export async function addAddress(
  owner: Owner,
  householdId: string,
  address: {
    street: string
    unit?: string
    city: string
    postalCode: string
    fromDay: string
    protected?: boolean
  },
): Promise<void> {
  await owner.householdAddress.create({ data: { householdId, ...address } })
}

/** Links an identity of a provider to a person or a staff member. The sign-in tables are not Prisma's. */
async function addIdentity(
  owner: Owner,
  realm: 'citizen' | 'staff',
  subject: string,
  id: string,
): Promise<void> {
  const userId = randomUUID()
  const column = realm === 'citizen' ? 'person_id' : 'staff_id'
  await owner.$executeRawUnsafe(
    `insert into auth."user" (id, ${column}) values ($1::uuid, $2::uuid)`,
    userId,
    id,
  )
  await owner.$executeRawUnsafe(
    'insert into auth."account" (provider, subject, user_id) values ($1, $2, $3::uuid)',
    realm,
    subject,
    userId,
  )
}

/** Opens a session without a provider, for tests; under a mandate if one is given. Returns its cookie's token. */
export async function addSession(
  owner: Owner,
  realm: 'citizen' | 'staff',
  id: string,
  mandateId: string | null = null,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const column = realm === 'citizen' ? 'person_id' : 'staff_id'
  await owner.$executeRawUnsafe(
    `insert into auth."user" (${column}) values ($1::uuid) on conflict do nothing`,
    id,
  )
  await owner.$executeRawUnsafe(
    `insert into auth."session" (token_hash, user_id, realm, assurance, ends_at, mandate_id)
     select $1, id, $2, 'oidc', app_now() + interval '12 hours', $4::uuid from auth."user" where ${column} = $3::uuid`,
    createHash('sha256').update(token).digest(),
    realm,
    id,
    mandateId,
  )
  return token
}

export type FilingInput = {
  householdId: string
  month: Month
  by: string
  byName: string
  /** Everyone it speaks for, when that is more than the person who files. */
  adults?: readonly { id: string; name: string }[]
  receivedAt: Instant
  /** The limit it was judged against; the regular one when left out. */
  dueAt?: Instant | null
  answers?: Partial<FiledAnswers>
  kind?: 'statement' | 'change' | 'privateChange'
  version?: number
  language?: 'fr' | 'en'
  lateReason?: string | null
  correctionReason?: string | null
  /** The mandate it was filed under, and for whom. */
  under?: { mandateId: string; mandateKind: MandateKind; forPerson: string } | null
}

/** The row of a filing as it would have been received. */
export function filingRow(input: FilingInput) {
  const answers: FiledAnswers = { ...nothingChanged, confirmed: [], ...input.answers }
  const kind = input.kind ?? 'statement'
  const adults = input.adults ?? [{ id: input.by, name: input.byName }]
  const dueAt = input.dueAt ?? dueInstant(input.month, policyFor(input.month, defaultPolicies))
  return {
    householdId: input.householdId,
    kind,
    month: input.month,
    version: input.version ?? 1,
    receiptNumber: makeReceiptNumber(input.month, randomBytes(receiptNumberBytes)),
    answers: { ...answers, adults },
    answersDigest: createHash('sha256').update(digestInput(answers)).digest('hex'),
    schemaVersion: 1,
    wordingVersion: '2026-11',
    language: input.language ?? 'fr',
    channel: 'web',
    filedByPerson: input.by,
    filedByName: input.byName,
    filedFor: adults.map(({ name }) => name).join(', '),
    receivedAt: new Date(input.receivedAt),
    dueAt: kind === 'statement' ? new Date(dueAt) : null,
    lateReason: input.lateReason ?? null,
    correctionReason: input.correctionReason ?? null,
    key: randomUUID(),
    ...input.under,
  }
}

/** Adds a filing as it would have been received. */
export async function addFiling(
  owner: Owner,
  input: FilingInput,
): Promise<{ id: string; receiptNumber: string }> {
  const row = filingRow(input)
  const { id } = await owner.filing.create({ data: row })
  return { id, receiptNumber: row.receiptNumber }
}

/** Mid-morning in Québec on a day: an instant that no daylight-saving change moves to another day. */
export function morningOf(day: Day): Instant {
  return new Date(Date.parse(startOfDay(day)) + 10 * 3_600_000).toISOString() as Instant
}
