import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Owner } from '../../prisma/builders'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import { keyOf } from '@/server/keys'
import { localDisk } from '@/server/storage'
import type { Adult } from '@/domain/application/adult'
import { routeReasons } from '@/domain/application/routing'
import type { Part } from '@/domain/application/question'
import type { Markers, Secret } from './probe-markers'

/** A visit to an application: what a viewer asks with, and what they may write. */
export type ProbeVisit = {
  readonly token: string
  readonly applicationId: string
  readonly adult: Adult
  readonly writes: readonly Part[]
}
/** A thing of an application that an address names. */
type Thing = { readonly id: string; readonly secret: Secret }
export type ProbeApplications = {
  readonly visits: Readonly<Record<'own' | 'spouse' | 'other' | 'expired', ProbeVisit>>
  /** Every application, each with whose its identifier is; `receipt` of one that was sent. */
  readonly applications: readonly (Thing & { readonly receipt: string | null })[]
  /** Files that were given; `proof` is in what is kept of them. */
  readonly documents: readonly (Thing & { readonly proof: string })[]
  /** Files on their way. */
  readonly uploads: readonly Thing[]
  readonly requirements: readonly string[]
}

/**
 * A couple's application, sent to the office of the agent and being corrected, whose spouse has come: each part, what
 * was sent of it, files, messages and events carry markers. Another one, not sent. A third, sent to the far office and
 * attached to a citizen's account.
 */
export async function addApplications(
  owner: Owner,
  markers: Markers,
  of: {
    readonly office: string
    readonly farOffice: string
    readonly attachedTo: string
    readonly staff: string
  },
): Promise<ProbeApplications> {
  const sql = (text: string, ...values: unknown[]) => owner.$queryRawUnsafe<{ id: string }[]>(text, ...values)
  const learned = async (secret: Secret, text: string, ...values: unknown[]) =>
    markers.learn((await sql(text, ...values))[0]!.id, secret)

  const begin = (secret: Secret) =>
    learned(secret, 'insert into application (start_key) values (uuidv7()) returning id::text as id')
  const enter = (application: string, adult: Adult, personId: string | null = null) =>
    sql(
      `insert into application_adult (application_id, adult, person_id, came_at)
       values ($1::uuid, $2, $3::uuid, app_now()) returning application_id::text as id`,
      application,
      adult,
      personId,
    )
  const keep = async (application: string, parts: Partial<Record<Part, Record<string, string>>>) => {
    for (const part of ['household', 'applicant', 'spouse'] as const) {
      await sql(
        `insert into application_draft (application_id, part, fields) values ($1::uuid, $2, $3::jsonb)
         returning application_id::text as id`,
        application,
        part,
        JSON.stringify(parts[part] ?? {}),
      )
    }
  }
  const visit = (applicationId: string, adult: Adult, writes: readonly Part[], isOver = false) =>
    spareVisit(owner, markers, { applicationId, adult, writes }, isOver)
  const sendTo = async (
    application: string,
    office: string,
    secret: Secret,
    parts: Partial<Record<Part, Record<string, string>>>,
  ) => {
    const receipt = markers.learn(
      `Q-2611-${randomBytes(5).toString('hex').toUpperCase().slice(0, 5)}-00000-0`,
      secret,
    )
    const version = await learned(
      secret,
      `insert into application_version (application_id, version, receipt_number, answers_digest, schema_version,
         wording_version, language, signed_name, received_at, key)
       values ($1::uuid, 1, $2, 'x', 1, '2026-11', 'fr', $3, app_now(), uuidv7()) returning id::text as id`,
      application,
      receipt,
      markers.word(secret),
    )
    for (const [part, answers] of Object.entries(parts)) {
      await sql(
        `insert into application_version_part (version_id, part, answers) values ($1::uuid, $2, $3::jsonb)
         returning version_id::text as id`,
        version,
        part,
        JSON.stringify(answers),
      )
    }
    const details = { postalArea: null, place: null, delegatedTo: null, others: [], notes: [] }
    const route = { officeCode: '901', reason: routeReasons[0], certain: true, details }
    await owner.$executeRawUnsafe(
      'update application set office_id = $2::uuid, routing = $3::jsonb, sent_at = app_now() where id = $1::uuid',
      application,
      office,
      JSON.stringify(route),
    )
    await tell(application, 'sent', null)
    return receipt
  }
  const tell = (application: string, kind: string, adult: Adult | null, note = '') =>
    sql(
      `insert into application_event (application_id, kind, adult, "by", details)
       values ($1::uuid, $2, $3, 'applicant', $4::jsonb) returning id::text as id`,
      application,
      kind,
      adult,
      JSON.stringify({ subject: 'identityPhoto.applicant', note }),
    )
  const write = (application: string, adult: Adult, secret: Secret, fromStaff: string | null) =>
    learned(
      secret,
      `insert into message (application_id, adult, text, key, from_staff)
       values ($1::uuid, $2, $3, uuidv7(), $4::uuid) returning id::text as id`,
      application,
      adult,
      markers.word(secret),
      fromStaff,
    )

  const disk = localDisk(
    join(dataFolder('test'), 'files'),
    keyOf(readSecrets(dataFolder('test'))['session']!, 'file'),
  )
  const documents: { id: string; secret: Secret; proof: string }[] = []
  const give = async (application: string, adult: Adult, secret: Secret, shared = false) => {
    const proof = markers.word(secret)
    const key = `documents/${randomUUID()}`
    const bytes = await disk.put(key, inOnePiece(`A picture of ${proof}`))
    const id = await learned(
      secret,
      `insert into document (application_id, requirement, adult, shared, name, type, bytes, storage_key, digest, scan)
       values ($1::uuid, $2, $3, $4, $5, 'image/jpeg', $6, $7, '\\x00', 'clean') returning id::text as id`,
      application,
      shared ? 'realEstateProof.household' : `identityPhoto.${adult}`,
      adult,
      shared,
      `${markers.word(secret)}.jpg`,
      bytes,
      key,
    )
    await sql(
      `insert into document_answer (application_id, requirement, adult, answer, note)
       values ($1::uuid, $2, $3, 'later', $4) on conflict do nothing returning application_id::text as id`,
      application,
      `identityPhoto.${adult}`,
      adult,
      markers.word(secret),
    )
    documents.push({ id, secret, proof })
  }
  const uploads: Thing[] = []
  const begun = async (application: string, adult: Adult, secret: Secret) => {
    const id = await learned(
      secret,
      `insert into upload (application_id, requirement, adult, name, total_bytes, storage_key)
       values ($1::uuid, $2, $3, $4, $5, 'uploads/' || uuidv7()) returning id::text as id`,
      application,
      `identityPhoto.${adult}`,
      adult,
      markers.word(secret),
      700_000,
    )
    uploads.push({ id, secret })
  }

  const couple = await begin('applySent')
  await enter(couple, 'applicant')
  await enter(couple, 'spouse')
  await keep(couple, {
    household: {
      ...homeOf(markers, 'applyHousehold'),
      livesWith: 'partner',
      couple: 'married',
      spouseGivenName: markers.word('applyHousehold'),
      spouseFamilyName: markers.word('applyHousehold'),
      spouseAnswers: 'self',
      lettersTo: 'both',
    },
    applicant: { ...adultOf(markers, 'applyOwn'), corrects: '1' },
    spouse: ofSpouse(adultOf(markers, 'applySpouse')),
  })
  const receipt = await sendTo(couple, of.office, 'applySent', {
    household: {
      ...homeOf(markers, 'applySent'),
      livesWith: 'partner',
      couple: 'married',
      spouseAnswers: 'self',
    },
    applicant: adultOf(markers, 'applySentOwn'),
    spouse: ofSpouse(adultOf(markers, 'applySentSpouse')),
  })
  await sql(
    `insert into application_confirmation (application_id, answer, note, answers, signed_name, key)
     values ($1::uuid, 'agrees', $2, $3::jsonb, $2, uuidv7()) returning id::text as id`,
    couple,
    markers.word('applySentSpouse'),
    JSON.stringify(ofSpouse(adultOf(markers, 'applySentSpouse'))),
  )
  for (const adult of ['applicant', 'spouse'] as const) {
    const [drafted, sent] =
      adult === 'applicant'
        ? (['applyOwn', 'applySentOwn'] as const)
        : (['applySpouse', 'applySentSpouse'] as const)
    await give(couple, adult, sent)
    await begun(couple, adult, drafted)
    await write(couple, adult, sent, null)
    await write(couple, adult, sent, of.staff)
    await tell(couple, 'documentAsked', adult, markers.word(sent))
    await tell(couple, 'attached', adult, markers.word(sent))
  }
  await give(couple, 'applicant', 'applySent', true)

  const other = await begin('applyOther')
  await enter(other, 'applicant')
  await keep(other, { household: homeOf(markers, 'applyOther'), applicant: adultOf(markers, 'applyOther') })
  await give(other, 'applicant', 'applyOther')
  await begun(other, 'applicant', 'applyOther')
  await tell(other, 'attached', 'applicant', markers.word('applyOther'))

  const far = await begin('applyAttached')
  await enter(far, 'applicant', of.attachedTo)
  await keep(far, {
    household: homeOf(markers, 'applyFarDraft'),
    applicant: adultOf(markers, 'applyFarDraft'),
  })
  const farReceipt = await sendTo(far, of.farOffice, 'applyFar', {
    household: homeOf(markers, 'applyFar'),
    applicant: adultOf(markers, 'applyFar'),
  })
  await give(far, 'applicant', 'applyFar')
  await write(far, 'applicant', 'applyFar', null)

  return {
    visits: {
      own: await visit(couple, 'applicant', ['household', 'applicant']),
      spouse: await visit(couple, 'spouse', ['spouse']),
      other: await visit(other, 'applicant', ['household', 'applicant', 'spouse']),
      expired: await visit(couple, 'applicant', [], true),
    },
    applications: [
      { id: couple, secret: 'applySent', receipt },
      { id: other, secret: 'applyOther', receipt: null },
      { id: far, secret: 'applyFar', receipt: farReceipt },
    ],
    documents,
    uploads,
    requirements: ['identityPhoto.applicant', 'identityPhoto.spouse', 'wageProof.applicant.0'],
  }
}

/** A visit to an application, living or over. */
export async function spareVisit(
  owner: Owner,
  markers: Markers,
  { applicationId, adult, writes }: Omit<ProbeVisit, 'token'>,
  isOver: boolean,
): Promise<ProbeVisit> {
  const token = markers.learn(randomBytes(32).toString('base64url'), 'nobody')
  const [row] = await owner.$queryRawUnsafe<{ id: string }[]>(
    `insert into auth."application_session" (token_hash, application_id, adult, ends_at)
     values ($1, $2::uuid, $3, app_now() + make_interval(mins => $4)) returning id::text as id`,
    createHash('sha256').update(token).digest(),
    applicationId,
    adult,
    isOver ? -1 : 720,
  )
  markers.learn(row!.id, 'nobody')
  return { token, applicationId, adult, writes }
}

/** Every field of words of the household's part that a page shows. */
const homeOf = (markers: Markers, secret: Secret): Record<string, string> => ({
  reason: 'other',
  reasonWords: markers.word(secret),
  dwelling: 'tenant',
  street: markers.word(secret),
  city: markers.word(secret),
  postalCode: 'J2B 1A1',
  rent: (markers.cents(secret) / 100).toFixed(2),
})

/** And of an adult's own part. */
const adultOf = (markers: Markers, secret: Secret): Record<string, string> => ({
  urgentNeeds: 'none',
  givenName: markers.word(secret),
  familyName: markers.word(secret),
  status: 'bornInQuebec',
  safeReach: 'onlyAsISay',
  reachWords: markers.word(secret),
  helper: 'someoneHelps',
  helperName: markers.word(secret),
  work: 'now',
  'jobs.0.employer': markers.word(secret),
  'jobs.0.jobKind': 'employee',
  'jobs.0.goesOn': 'yes',
  more: markers.word(secret),
})

const ofSpouse = (fields: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`spouse.${name}`, value]))

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
