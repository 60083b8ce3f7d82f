import type { HouseholdInput, Owner } from '../../prisma/builders'
import {
  addAccessCode,
  addAdult,
  addContact,
  addFiling,
  addHousehold,
  addMandate,
  addOffice,
  addSession,
  addStaff,
} from '../../prisma/builders'
import { installMovableClock, moveClock } from '../../prisma/demo-clock'
import { dataFolder } from '../../src/setup/places.mjs'
import { readSecrets } from '../../src/setup/secrets.mjs'
import type { Instant, Month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { addDecisions, type ProbeDecisions } from './probe-decisions'
import { findTasks, type ProbeTask } from './probe-desk-routes'
import { addApplications, type ProbeApplications, type ProbeVisit } from './probe-applications'
import { addLetters, type ProbeLetter } from './probe-letters'
import { addMessages, type ProbeMessage } from './probe-messages'
import { addAssisted } from './probe-assisted'
import { addNotices } from './probe-notices'
import { addPrivacy, type ProbeIncident, type ProbePrivacy } from './probe-privacy'
import { addReviews, type ProbeReview } from './probe-reviews'
import { Markers, type Secret, type ViewerName } from './probe-markers'

/**
 * The morning of 10 November 2026 in Québec: the statement of November is open until Monday the 16th. A little before the
 * moment to which viewers move the clock: what they write comes after what was there, however fast they are.
 */
export const worldTime = '2026-11-10T14:58:00.000Z'

/** Who a viewer is, for judging what they wrote. */
export type Asker = {
  readonly name: ViewerName
  /** Their session's token, or one that opens nothing. Null: no cookie at all. */
  readonly token: string | null
  readonly realm: 'citizen' | 'staff' | null
  readonly personId: string | null
  /** Every adult of their household, themselves included. */
  readonly homeAdults?: readonly string[]
  /** Whose sessions they may end: their own. */
  readonly userId?: string
  /** The person they act for, who is told of what they do. */
  readonly forPersonId?: string
  readonly mandateId?: string
  readonly staffId: string | null
  /** The office of a member of staff. */
  readonly officeId?: string
  /** The households whose rows they may add to: a citizen's own, an office's. */
  readonly homes: readonly string[]
  /** The people they may give a code to: an office's, or themselves. */
  readonly codesOf?: readonly string[]
  /** Their visit to an application, which they ask with. */
  readonly visit?: ProbeVisit
  /** The application attached to their account. */
  readonly attached?: string
  /** The applications sent to their office. */
  readonly officeApplications?: readonly string[]
}

export type ProbeWorld = {
  readonly owner: Owner
  readonly markers: Markers
  readonly askers: readonly Asker[]
  readonly filings: { id: string; receiptNumber: string; secret: Secret; key: string }[]
  /** Every person, household and office id: what a curious hand writes into fields and addresses. */
  /** Every mandate, each with whose it is. */
  readonly mandates: readonly { readonly id: string; readonly secret: Secret }[]
  /** A living session of some, beside the one they ask with. */
  readonly sessions: readonly { readonly id: string; readonly secret: Secret }[]
  readonly ids: { readonly people: readonly string[]; readonly homes: readonly string[] }
  readonly home: string
  /** The number of every file there is. */
  readonly fileNumbers: readonly string[]
  readonly letters: readonly ProbeLetter[]
  readonly applications: ProbeApplications
  readonly messages: readonly ProbeMessage[]
  /** Every task there is when the world is made, and every member of the staff. */
  readonly taskIds: readonly string[]
  readonly staffIds: readonly string[]
  readonly decisions: ProbeDecisions
  readonly tasks: readonly ProbeTask[]
  /** Decisions that left, and the requests for review of some. */
  readonly reviews: readonly ProbeReview[]
  /** What people asked about their own information, and an incident of the register. */
  readonly privacy: { readonly requests: readonly ProbePrivacy[]; readonly incident: ProbeIncident }
  /** The id of a service notice that does not show yet. */
  readonly noticeAhead: string
  /** The session in which the agent helps the person of the other household of their office. */
  readonly assisted: string
}

/**
 * A household whose recipient lived with one person, then another, then alone, then with a spouse; a household of
 * the same office; and two of another office, one of them the former spouse's new home. Everything written in it
 * is a marker.
 */
export async function buildProbeWorld(owner: Owner): Promise<ProbeWorld> {
  await installMovableClock(owner)
  await moveClock(owner, worldTime)
  const markers = new Markers()
  const office = await addOffice(owner, officeNamed('901'))
  const farOffice = await addOffice(owner, officeNamed('902'))
  const adult = (secret: Secret) => ({
    givenName: markers.word(secret),
    familyName: markers.word(secret),
    birthDate: '1985-03-04',
  })
  const named = (who: { givenName: string; familyName: string }) => `${who.givenName} ${who.familyName}`
  const fileNumbers: string[] = []
  const household = (secret: Secret, rest: Omit<HouseholdInput, 'fileNumber'>) => {
    const fileNumber = markers.word(secret)
    fileNumbers.push(fileNumber)
    return addHousehold(owner, { fileNumber, ...rest })
  }

  const recipient = adult('personRecipient')
  const formerAlone = { ...adult('personFormerAlone'), untilDay: '2023-07-01' }
  const former = { ...adult('personFormer'), fromDay: '2024-01-01', untilDay: '2026-04-01' }
  const spouse = { ...adult('personSpouse'), fromDay: '2026-07-01' }
  const other = adult('otherHome')
  const far = adult('farHome')
  const home = await household('homeNow', {
    officeId: office,
    since: '2022-01',
    adults: [recipient, formerAlone, former, spouse],
    children: [{ givenName: markers.word('homeNow'), birthDate: '2018-05-06' }],
    recoveryCents: 5_000,
  })
  const [recipientId, formerAloneId, formerId, spouseId] = home.adults as [string, string, string, string]
  const otherHome = await household('otherHome', { officeId: office, adults: [other] })
  const farHome = await household('farHome', { officeId: farOffice, adults: [far] })
  const formerHome = await household('formerHome', { officeId: farOffice, since: '2026-04', adults: [] })
  await addAdult(
    owner,
    formerHome.id,
    { ...former, fromDay: '2026-04-01', untilDay: undefined, personId: formerId },
    '2026-04-01',
  )
  const [otherId] = otherHome.adults as [string]
  const [farId] = farHome.adults as [string]
  const who = {
    recipient: { id: recipientId, name: named(recipient) },
    formerAlone: { id: formerAloneId, name: named(formerAlone) },
    former: { id: formerId, name: named(former) },
    spouse: { id: spouseId, name: named(spouse) },
    other: { id: otherId, name: named(other) },
    far: { id: farId, name: named(far) },
  }
  type Person = (typeof who)[keyof typeof who]

  const filings: { id: string; receiptNumber: string; secret: Secret; key: string }[] = []
  const acting = async (
    secret: Secret,
    kind: 'administrator' | 'publicCurator' | 'communityHelper',
    rights: readonly ('read' | 'file' | 'report')[],
    revokedAt?: string,
  ) => {
    const person = adult(secret)
    const { id: personId } = await owner.person.create({ data: person })
    const mandateId = await addMandate(owner, {
      personId: recipientId,
      representativeId: personId,
      kind,
      rights,
      fromDay: '2026-01-01',
      ...(revokedAt ? { revokedAt: revokedAt as Instant } : {}),
    })
    markers.learn(personId, secret)
    markers.learn(mandateId, secret)
    return { id: personId, name: named(person), mandateId, kind, secret }
  }
  const representative = await acting('personRepresentative', 'administrator', ['read', 'file', 'report'])
  const reader = await acting('personReader', 'publicCurator', ['read'])
  const revoked = await acting(
    'personRevoked',
    'communityHelper',
    ['read', 'file'],
    '2026-06-01T12:00:00.000Z',
  )
  const mandates = [representative, reader, revoked].map(({ mandateId, secret }) => ({
    id: mandateId,
    secret,
  }))
  type More = {
    kind?: 'change' | 'privateChange'
    version?: number
    on?: string
    adults?: Person[]
    under?: typeof representative
  }
  const filed = async (secret: Secret, householdId: string, month: string, by: Person, more: More = {}) => {
    const work = {
      adultId: more.under ? recipientId : by.id,
      employer: markers.word(secret),
      grossCents: cents(markers.cents(secret)),
      netCents: cents(markers.cents(secret)),
      certainty: 'final' as const,
      ended: null,
    }
    const filing = await addFiling(owner, {
      householdId,
      month: month as Month,
      by: by.id,
      byName: by.name,
      adults: more.adults ?? [by],
      receivedAt: `${more.on ?? `${month}-10`}T16:00:00.000Z` as Instant,
      answers: { changed: ['work', 'other'], work: [work], other: markers.word(secret) },
      ...(more.kind ? { kind: more.kind } : {}),
      ...(more.under
        ? { under: { mandateId: more.under.mandateId, mandateKind: more.under.kind, forPerson: recipientId } }
        : {}),
      ...(more.version ? { version: more.version, correctionReason: markers.word(secret) } : {}),
    })
    const { key } = await owner.filing.update({
      where: { id: filing.id },
      data: { lateReason: markers.word(secret) },
    })
    markers.learn(filing.id, secret)
    markers.learn(filing.receiptNumber, secret)
    markers.learn(key, secret)
    filings.push({ ...filing, secret, key })
    if (more.kind !== 'privateChange') {
      const totalCents = markers.cents(secret)
      const paid = await owner.expectedPayment.create({
        data: {
          householdId,
          month,
          filingId: filing.id,
          totalCents,
          benefit: {
            computed: true,
            month,
            programme: 'socialAssistance',
            lines: [],
            totalCents,
            provisional: false,
            confidence: 'confirmed',
          },
        },
      })
      markers.learn(paid.id, secret)
    }
    return filing.id
  }
  const first = [who.recipient, who.formerAlone]
  const second = [who.recipient, who.former]
  const now = [who.recipient, who.spouse]
  await filed('firstCouple', home.id, '2023-05', who.recipient, { adults: first })
  await filed('firstCouple', home.id, '2023-06', who.formerAlone, { adults: first })
  await filed('secondCouple', home.id, '2026-02', who.former, { adults: second })
  await filed('secondCouple', home.id, '2026-03', who.recipient, { adults: second })
  await filed('privateFormer', home.id, '2026-02', who.former, { kind: 'privateChange' })
  await filed('privateRecipient', home.id, '2026-03', who.recipient, { kind: 'privateChange' })
  // A month they lived together, corrected after one had left: the other never sees the correction.
  await filed('alone', home.id, '2026-03', who.recipient, { version: 2, on: '2026-05-12' })
  await filed('alone', home.id, '2026-05', who.recipient)
  const confirmed = await filed('homeNow', home.id, '2026-09', who.recipient, { adults: now })
  await filed('homeNow', home.id, '2026-10', who.spouse, { adults: now })
  await filed('homeNow', home.id, '2026-10', who.spouse, { adults: now, version: 2, on: '2026-10-13' })
  await filed('homeNow', home.id, '2026-10', who.recipient, { kind: 'change', on: '2026-10-20' })
  await filed('privateRecipient', home.id, '2026-10', who.recipient, { kind: 'privateChange' })
  await filed('homeNow', home.id, '2026-11', representative, { kind: 'change', under: representative })
  await filed('privateByRepresentative', home.id, '2026-11', representative, {
    kind: 'privateChange',
    version: 2,
    on: '2026-11-05',
    under: representative,
  })
  await filed('privateSpouse', home.id, '2026-11', who.spouse, { kind: 'privateChange', on: '2026-11-03' })
  await filed('otherHome', otherHome.id, '2026-09', who.other)
  await filed('otherHome', otherHome.id, '2026-10', who.other)
  await filed('privateOther', otherHome.id, '2026-10', who.other, { kind: 'privateChange' })
  await filed('formerHome', formerHome.id, '2026-10', who.former)
  await filed('farHome', farHome.id, '2026-10', who.far)
  await owner.filingConfirmation.create({
    data: {
      filingId: confirmed,
      personId: spouseId,
      answer: 'disagrees',
      note: markers.word('privateSpouse'),
    },
  })
  const decided = async (secret: Secret, householdId: string) => {
    const data = { householdId, month: '2026-11' }
    await owner.filingObligation.create({ data: { ...data, files: 'always', reason: markers.word(secret) } })
    await owner.filingExtension.create({
      data: {
        ...data,
        scope: 'household',
        newInstant: new Date('2026-11-21T04:59:59.999Z'),
        reasonFr: markers.word(secret),
        reasonEn: markers.word(secret),
      },
    })
  }
  await decided('homeNow', home.id)
  await decided('otherHome', otherHome.id)
  await decided('formerHome', formerHome.id)
  await decided('farHome', farHome.id)
  const drafted = async (secret: Secret, householdId: string, personId: string, kind: string) => {
    const fields = {
      changed: ['other'],
      'other.words': markers.word(secret),
      setAside: [{ changed: ['other'], 'other.words': markers.word(secret) }],
    }
    const draft = { householdId, personId, kind, month: '2026-11', fields }
    markers.learn((await owner.statementDraft.create({ data: draft })).id, secret)
  }
  for (const kind of ['statement', 'change']) {
    await drafted('draftRecipient', home.id, recipientId, kind)
    await drafted('draftSpouse', home.id, spouseId, kind)
    await drafted('draftRepresentative', home.id, representative.id, kind)
    await drafted('draftFormer', formerHome.id, formerId, kind)
    await drafted('draftOther', otherHome.id, otherId, kind)
  }
  await owner.outbox.create({ data: { kind: 'receipt', payload: { words: markers.word('nobody') } } })

  const staffNamed = (
    secret: Secret,
    role: 'agent' | 'contact' | 'supervisor' | 'auditor',
    officeId: string,
  ) => addStaff(owner, { name: markers.word(secret), role, officeId })
  const staffIds = {
    agent: await staffNamed('staffAgent', 'agent', office),
    otherAgent: await staffNamed('staffOtherAgent', 'agent', farOffice),
    contact: await staffNamed('staffContact', 'contact', office),
    supervisor: await staffNamed('staffSupervisor', 'supervisor', office),
    auditor: await staffNamed('staffAuditor', 'auditor', office),
  }
  const noticeAhead = await addNotices(owner, markers, staffIds.supervisor)
  const assisted = await addAssisted(owner, markers, {
    staffId: staffIds.agent,
    householdId: otherHome.id,
    personId: otherId,
  })
  // Looks from before: whoever's file was opened reads by whom.
  const looked = async (actorId: string, secret: Secret, householdId: string) => {
    const subjectId = filings.find((filing) => filing.secret === secret)!.id
    const look = { act: 'looked', actorKind: 'staff', actorId, subjectKind: 'filing', subjectId, householdId }
    await owner.audit.create({ data: look })
  }
  for (const actor of [staffIds.agent, staffIds.supervisor]) {
    await looked(actor, 'homeNow', home.id)
    await looked(actor, 'otherHome', otherHome.id)
  }
  await looked(staffIds.otherAgent, 'formerHome', formerHome.id)
  const idsOf: [string, Secret][] = [
    [home.id, 'homeNow'],
    [otherHome.id, 'otherHome'],
    [formerHome.id, 'formerHome'],
    [farHome.id, 'farHome'],
    [recipientId, 'personRecipient'],
    [spouseId, 'personSpouse'],
    [formerId, 'personFormer'],
    [formerAloneId, 'personFormerAlone'],
    [otherId, 'otherHome'],
    [farId, 'farHome'],
  ]
  for (const [id, secret] of idsOf) markers.learn(id, secret)

  const { session } = readSecrets(dataFolder('test'))
  for (const [index, personId] of [...home.adults, otherId, farId].entries()) {
    await addAccessCode(owner, { personId, code: `1234${index}`, secret: session })
  }
  const letters = await addLetters(owner, markers, {
    recipient: { personId: recipientId, home: home.id },
    spouse: { personId: spouseId, home: home.id },
    former: { personId: formerId, home: formerHome.id },
    other: { personId: otherId, home: otherHome.id },
    far: { personId: farId, home: farHome.id },
  })
  const codesOf = (homes: readonly string[]) =>
    letters.filter(({ home: at }) => homes.includes(at)).map(({ personId }) => personId)

  const nobody = { token: null, realm: null, personId: null, staffId: null, homes: [] } as const
  const asCitizen = async (name: ViewerName, personId: string, homes: string[]): Promise<Asker> => {
    const token = markers.learn(await addSession(owner, 'citizen', personId), 'nobody')
    const [user] = await owner.$queryRawUnsafe<{ id: string }[]>(
      'select id from auth."user" where person_id = $1::uuid',
      personId,
    )
    const couple = [recipientId, spouseId]
    const homeAdults = couple.includes(personId) ? couple : [personId]
    return {
      name,
      token,
      realm: 'citizen',
      personId,
      codesOf: [personId],
      homeAdults,
      userId: user!.id,
      staffId: null,
      homes,
    }
  }
  const asStaff = async (name: keyof typeof staffIds, homes: string[]): Promise<Asker> => {
    const token = markers.learn(await addSession(owner, 'staff', staffIds[name]), 'nobody')
    const officeId = name === 'otherAgent' ? farOffice : office
    return { name, token, realm: 'staff', personId: null, staffId: staffIds[name], officeId, homes }
  }
  const asRepresentative = async (
    name: ViewerName,
    { id, mandateId }: typeof representative,
    homes: string[],
  ): Promise<Asker> => {
    const token = markers.learn(await addSession(owner, 'citizen', id, mandateId), 'nobody')
    return {
      name,
      token,
      realm: 'citizen',
      personId: id,
      forPersonId: recipientId,
      mandateId,
      staffId: null,
      homes,
    }
  }
  const applications = await addApplications(owner, markers, {
    office,
    farOffice,
    attachedTo: otherId,
    staff: staffIds.agent,
  })
  const decisions = await addDecisions(owner, markers, {
    ...{ filings, applications, near: staffIds.agent, far: staffIds.otherAgent },
    isFar: (secret) => secret === 'formerHome' || secret === 'farHome',
  })
  const { visits } = applications
  const mail = (secret: Secret, personId: string, homeId: string, staff: string) => ({
    secret,
    personId,
    home: homeId,
    staff,
  })
  const messages = await addMessages(owner, markers, [
    mail('mailRecipient', recipientId, home.id, staffIds.agent),
    mail('mailSpouse', spouseId, home.id, staffIds.agent),
    mail('mailFormer', formerId, formerHome.id, staffIds.otherAgent),
    mail('mailOther', otherId, otherHome.id, staffIds.supervisor),
    mail('mailFar', farId, farHome.id, staffIds.otherAgent),
  ])
  const sentTo = async (officeId: string) =>
    (await owner.application.findMany({ where: { officeId } })).map(({ id }) => id)
  const [sentNear, sentFar] = [await sentTo(office), await sentTo(farOffice)]
  const nearHome = { officeId: office, decidedBy: staffIds.agent }
  const reviews = await addReviews(owner, markers, {
    home: { ...nearHome, householdId: home.id, recipient: recipientId, spouse: spouseId },
    other: { ...nearHome, householdId: otherHome.id },
    far: {
      householdId: farHome.id,
      officeId: farOffice,
      decidedBy: staffIds.otherAgent,
      person: farId,
    },
    application: { ...nearHome, id: applications.applications[0]!.id },
  })
  const privacy = await addPrivacy(owner, markers, {
    people: [
      { secret: 'privacyRecipient', personId: recipientId, householdId: home.id },
      { secret: 'privacySpouse', personId: spouseId, householdId: home.id },
      { secret: 'privacyFar', personId: farId, householdId: farHome.id },
    ],
    supervisor: staffIds.supervisor,
  })
  const near = [home.id, otherHome.id]
  const distant = [formerHome.id, farHome.id]
  const expired = await asCitizen('expired', recipientId, [])
  await changeSession(owner, expired, `ends_at = app_now() - interval '1 minute'`)
  const signedOut = await asCitizen('signedOut', recipientId, [])
  await changeSession(owner, signedOut, `ended_at = app_now() - interval '1 minute'`)
  const askers: Asker[] = [
    { ...nobody, name: 'anonymous' },
    { ...expired, realm: null },
    await asCitizen('recipient', recipientId, [home.id]),
    await asCitizen('spouse', spouseId, [home.id]),
    await asCitizen('former', formerId, [formerHome.id]),
    await asCitizen('formerAlone', formerAloneId, []),
    {
      ...(await asCitizen('other', otherId, [otherHome.id])),
      attached: applications.applications.at(-1)!.id,
    },
    await asRepresentative('representative', representative, [home.id]),
    await asRepresentative('reader', reader, []),
    await asRepresentative('revoked', revoked, []),
    { ...(await asStaff('agent', near)), codesOf: codesOf(near), officeApplications: sentNear },
    {
      ...(await asStaff('otherAgent', distant)),
      ...{ codesOf: codesOf(distant), officeApplications: sentFar },
    },
    await asStaff('contact', near),
    { ...(await asStaff('supervisor', near)), codesOf: codesOf(near), officeApplications: sentNear },
    await asStaff('auditor', []),
    // A worker has no way in over HTTP: this is a token nobody ever gave.
    {
      ...nobody,
      name: 'worker',
      token: Buffer.from('a worker that knocks at the door').toString('base64url'),
    },
    { ...signedOut, realm: null, personId: null },
    { ...nobody, name: 'applicant', visit: visits.own },
    { ...nobody, name: 'applicantSpouse', visit: visits.spouse },
    { ...nobody, name: 'applicantOther', visit: visits.other },
    { ...nobody, name: 'applicantExpired', visit: visits.expired },
  ]
  // They proved themselves again, so that what moves money is asked too.
  for (const asker of askers.filter(({ realm }) => realm === 'citizen'))
    await changeSession(owner, asker, `stepped_up_at = app_now() + interval '1 day'`)
  const sessions: { id: string; secret: Secret }[] = []
  for (const [secret, personId] of [
    ['ownRecipient', recipientId],
    ['ownSpouse', spouseId],
    ['ownFormer', formerId],
    ['ownFormerAlone', formerAloneId],
    ['ownOther', otherId],
  ] as const) {
    const email = `${markers.word(secret)}@example.org`
    const safeNote = markers.word(secret)
    await addContact(owner, personId, { email, mobile: '+18195550199', notifyBy: 'email', safeNote })
    const token = markers.learn(await addSession(owner, 'citizen', personId), 'nobody')
    const [session] = await owner.$queryRawUnsafe<{ id: string }[]>(
      `select id from auth."session" where token_hash = sha256(convert_to($1, 'UTF8'))`,
      token,
    )
    sessions.push({ id: markers.learn(session!.id, secret), secret })
  }
  const ids = { people: home.adults.concat(otherId, farId), homes: [...near, formerHome.id, farHome.id] }
  const found = {
    owner,
    markers,
    askers,
    filings,
    mandates,
    sessions,
    ids,
    fileNumbers,
    letters,
    applications,
    messages,
    decisions,
    tasks: await findTasks(owner, markers, filings),
    reviews,
    privacy,
  }
  const taskIds = (await owner.task.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)
  return { ...found, home: home.id, noticeAhead, assisted, taskIds, staffIds: Object.values(staffIds) }
}

/** The cookie a viewer asks with: of their session, or of their visit to an application. */
export function cookieOf({ token, visit }: Asker): Record<string, string> {
  if (visit) return { Cookie: `quinze-application=${visit.token}` }
  return token ? { Cookie: `quinze=${token}` } : {}
}

/** Changes the session of a viewer in place, as the owner of the database. */
export async function changeSession(
  owner: Owner,
  { token }: Pick<Asker, 'token'>,
  set: string,
): Promise<void> {
  await owner.$executeRawUnsafe(
    `update auth."session" set ${set} where token_hash = sha256(convert_to($1, 'UTF8'))`,
    token,
  )
}

function officeNamed(code: string) {
  const city = `Ville ${code}`
  const phone = '+18195550100'
  return { code, nameFr: `Bureau ${code}`, nameEn: `Office ${code}`, regionCode: '17', city, phone }
}
