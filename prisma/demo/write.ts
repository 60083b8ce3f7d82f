import { randomUUID } from 'node:crypto'
import {
  addMonths,
  type Day,
  day,
  dayOfMonth,
  endOfDay,
  firstDay,
  type Month,
  yearOf,
} from '../../src/domain/calendar'
import type { Extension } from '../../src/domain/statement/deadline'
import type { Household } from '../../src/features/statement/household'
import { accessCodeDigest, parseFileNumber, sealAccessCode } from '../../src/server/access-codes'
import type { Prisma } from '../../src/server/generated/client'
import { addStaff, filingRow, morningOf, type Owner } from '../builders'
import { type Acting, historyOf, type Presence, type WrittenFiling } from './history'
import type { DemoHousehold, DemoPerson, DemoStaff } from './household'
import { tabledPeople } from './households.mjs'
import { insert, noRows, type Rows } from './rows'

type Office = Household['office'] & { readonly code: string }

/** Writes households with their people and their twelve months, and the people who act for them. */
export async function writeHouseholds(
  owner: Owner,
  households: readonly DemoHousehold[],
  representatives: readonly DemoPerson[],
  month: Month,
  secret: string,
): Promise<void> {
  const offices = await owner.office.findMany({
    where: { kind: 'office' },
    select: {
      id: true,
      code: true,
      regionCode: true,
      nameFr: true,
      nameEn: true,
      phone: true,
      tollFree: true,
    },
  })
  const rows = rowsOf(households, representatives, offices, month)
  await insert(owner, rows)
  await insertCodes(owner, rows, secret)
}

/** The code of each person's letter. `secret` is that of the server that will check it. */
async function insertCodes(owner: Owner, rows: Rows, secret: string): Promise<void> {
  const codes = tabledPeople.flatMap(({ id, letter }) => {
    const fileNumber = letter && parseFileNumber(letter.fileNumber)
    if (!fileNumber) return []
    const digest = accessCodeDigest(secret, { ...letter, fileNumber }).toString('hex')
    const sealed = sealAccessCode(secret, letter.code).toString('hex')
    return [{ id: rows.identity.find(({ subject }) => subject === id)!.personId, fileNumber, digest, sealed }]
  })
  await owner.$executeRawUnsafe(
    `insert into auth."access_code" (person_id, file_number, digest, sealed, reason)
     select c.id, c."fileNumber", decode(c.digest, 'hex'), decode(c.sealed, 'hex'), 'first'
     from jsonb_to_recordset($1::jsonb) as c(id uuid, "fileNumber" text, digest text, sealed text)`,
    JSON.stringify(codes),
  )
}

/** Writes who works for the agency, each at their office. */
export async function writeStaff(owner: Owner, staff: readonly DemoStaff[]): Promise<void> {
  for (const { id, name, role, office } of staff) {
    const found = office === null ? null : await owner.office.findFirstOrThrow({ where: { code: office } })
    await addStaff(owner, { name, role, officeId: found?.id ?? null, subject: id })
  }
}

/** Everything to write, for a demo that begins in `month`. */
export function rowsOf(
  households: readonly DemoHousehold[],
  representatives: readonly DemoPerson[],
  offices: readonly Office[],
  month: Month,
): Rows {
  const rows = noRows()
  const ids = new Map<string, string>()
  for (const person of representatives) addPerson(rows, ids, person)
  const settled = households.map((entry) => {
    const office = offices.find(({ code }) => code === entry.office)
    if (!office) throw new Error(`${entry.fileNumber}: there is no office ${entry.office}`)
    return { id: randomUUID(), entry, office }
  })
  const extensions = settled.flatMap((one) => extensionsOf(one, month))
  settled.forEach(({ id, entry, office }, number) => {
    rows.household.push({ id, fileNumber: entry.fileNumber, officeId: office.id })
    const { unit = null, protected: hidden = false, ...place } = entry.address
    rows.address.push({ householdId: id, ...place, unit, protected: hidden, fromDay: sinceDay(entry, month) })
    const people = peopleOf(rows, ids, id, entry, month)
    const acting = actingFor(rows, ids, representatives, people[0]!, entry, month)
    const household: Household = {
      id,
      fileNumber: entry.fileNumber,
      office,
      people: [],
      situations: situationsOf(entry, month),
      ...{ closing: null, closedFrom: null },
      decisions: decisionsOf(entry, month),
      extensions: extensions.filter(({ scope }) =>
        scope.kind === 'office'
          ? scope.officeId === office.id
          : 'householdId' in scope && scope.householdId === id,
      ),
      filings: [],
      drafts: [],
      begunByOthers: [],
    }
    rows.situation.push(...household.situations.map((one) => ({ householdId: id, ...one })))
    rows.decision.push(...household.decisions.map((one) => ({ householdId: id, ...one })))
    if (entry.begun) {
      const personId = ids.get(entry.begun)!
      rows.draft.push({ householdId: id, personId, kind: 'statement', month, fields: { changed: ['work'] } })
    }
    for (const filing of historyOf({ entry, number, household, people, acting, month }))
      addFiled(rows, id, filing)
  })
  rows.extension.push(...extensions.map(extensionRow))
  return rows
}

function addPerson(rows: Rows, ids: Map<string, string>, person: DemoPerson): string {
  const { id: subject, givenName, familyName, birthDate, language = 'fr', contact } = person
  const known = ids.get(subject)
  if (known) return known
  const id = randomUUID()
  ids.set(subject, id)
  rows.person.push({ id, givenName, familyName, birthDate, language })
  rows.identity.push({ userId: randomUUID(), personId: id, subject })
  // Nobody answers at example.org, nor at 555-0100 to 555-0199. Who is not to be written to gave neither.
  const { notifyBy = 'email', safeNote = null } = contact ?? {}
  const silent = notifyBy === 'none'
  const mobile = `+1819555${String(100 + (rows.contact.length % 100)).padStart(4, '0')}`
  rows.contact.push({
    personId: id,
    email: silent ? null : `${subject}@example.org`,
    mobile: silent ? null : mobile,
    notifyBy,
    safeNote,
  })
  return id
}

function peopleOf(
  rows: Rows,
  ids: Map<string, string>,
  householdId: string,
  entry: DemoHousehold,
  month: Month,
): Presence[] {
  const since = sinceDay(entry, month)
  const dayAgo = ({ ago, day }: { ago: number; day: number }) => dayOfMonth(addMonths(month, -ago), day)
  const adults = entry.adults.map((adult): Presence => {
    const isNew = !ids.has(adult.id)
    const id = addPerson(rows, ids, adult)
    const constraints = adult.constraint
      ? [
          {
            kind: adult.constraint,
            fromDay: adult.constraintFrom ? firstDay(addMonths(month, -adult.constraintFrom)) : since,
            untilDay: adult.constraintTo ? firstDay(addMonths(month, -adult.constraintTo)) : null,
          },
        ]
      : []
    if (isNew) rows.constraint.push(...constraints.map((one) => ({ personId: id, ...one })))
    return {
      id,
      givenName: adult.givenName,
      name: `${adult.givenName} ${adult.familyName}`,
      birthDate: adult.birthDate as Day,
      role: 'adult',
      constraints,
      fromDay: adult.came ? dayAgo(adult.came) : since,
      untilDay: adult.left ? dayAgo(adult.left) : null,
      language: adult.language ?? 'fr',
    }
  })
  const children = (entry.children ?? []).map((child): Presence => {
    const familyName = entry.adults[0]!.familyName
    const birthDate =
      'born' in child ? dayAgo(child.born) : day(`${yearOf(month) - child.age}-${child.birthday}`)
    const key = `child ${child.givenName} ${familyName}`
    const id = ids.get(key) ?? randomUUID()
    if (!ids.has(key)) rows.person.push({ id, givenName: child.givenName, familyName, birthDate })
    ids.set(key, id)
    return {
      id,
      givenName: child.givenName,
      name: `${child.givenName} ${familyName}`,
      birthDate,
      role: 'child',
      constraints: [],
      fromDay: child.came ? dayAgo(child.came) : birthDate > since ? birthDate : since,
      untilDay: child.left ? dayAgo(child.left) : null,
      language: 'fr',
    }
  })
  const people = [...adults, ...children]
  rows.member.push(
    ...people.map(({ id, role, fromDay, untilDay }) => ({
      householdId,
      personId: id,
      role,
      fromDay,
      untilDay,
    })),
  )
  return people
}

function actingFor(
  rows: Rows,
  ids: Map<string, string>,
  representatives: readonly DemoPerson[],
  person: Presence,
  entry: DemoHousehold,
  month: Month,
): Acting[] {
  return (entry.mandates ?? []).map((mandate) => {
    const representative = representatives.find(({ id }) => id === mandate.by)
    if (!representative) throw new Error(`${entry.fileNumber}: nobody is called ${mandate.by}`)
    const { kind, rights, organisation = null, revoked } = mandate
    const id = randomUUID()
    rows.mandate.push({
      id,
      personId: person.id,
      representativeId: ids.get(mandate.by)!,
      kind,
      rights: [...rights],
      organisation,
      fromDay: firstDay(addMonths(month, -mandate.from)),
      revokedAt: revoked ? morningOf(dayOfMonth(addMonths(month, -revoked.ago), revoked.day)) : null,
    })
    const name = `${representative.givenName} ${representative.familyName}`
    return { ...mandate, mandateId: id, personId: ids.get(mandate.by)!, name }
  })
}

function situationsOf(entry: DemoHousehold, month: Month): Household['situations'] {
  const since = addMonths(month, -entry.since)
  let situation = {
    fromMonth: since,
    programme: entry.programme ?? 'socialAssistance',
    livesWithParents: entry.livesWithParents ?? false,
    spouseOfStudent: entry.spouseOfStudent ?? false,
    subsidisedDwelling: entry.subsidisedDwelling ?? false,
    fluctuatingIncome: entry.fluctuatingIncome ?? false,
    onAssistanceSince: since,
    recoveryCents: (entry.recovery ?? 0) * 100,
  }
  const situations = [situation]
  for (const { ago, recovery, ...turn } of entry.then ?? []) {
    situation = { ...situation, ...turn, fromMonth: addMonths(month, -ago) }
    if (recovery !== undefined) situation.recoveryCents = recovery * 100
    situations.push(situation)
  }
  return situations
}

function decisionsOf(entry: DemoHousehold, month: Month): Household['decisions'] {
  return (entry.decisions ?? []).flatMap(({ from, to, files, reason }) =>
    Array.from({ length: from - to + 1 }, (_, index) => ({
      month: addMonths(month, index - from),
      files,
      reason,
    })),
  )
}

function extensionsOf(
  { id, entry, office }: { id: string; entry: DemoHousehold; office: Household['office'] },
  month: Month,
): Extension[] {
  return (entry.extensions ?? []).map(({ ago, day, scope, reason }) => {
    const of = addMonths(month, -ago)
    return {
      id: randomUUID(),
      scope: scope === 'office' ? { kind: scope, officeId: office.id } : { kind: scope, householdId: id },
      month: of,
      newInstant: endOfDay(dayOfMonth(of, day)),
      reason,
      decidedAt: morningOf(dayOfMonth(of, 9)),
    }
  })
}

function extensionRow({ id, scope, month, newInstant, reason, decidedAt }: Extension) {
  return {
    id,
    scope: scope.kind,
    officeId: 'officeId' in scope ? scope.officeId : null,
    householdId: 'householdId' in scope ? scope.householdId : null,
    month,
    newInstant,
    reasonFr: reason.fr,
    reasonEn: reason.en,
    decidedAt,
  }
}

function addFiled(rows: Rows, householdId: string, filing: WrittenFiling): void {
  const { id, kind, month, version, adults, receivedAt, answers, language, mandate, benefit } = filing
  const row = filingRow({
    householdId,
    month,
    kind,
    version,
    adults,
    receivedAt,
    answers,
    language,
    by: mandate?.by ?? filing.filedByPerson!,
    byName: filing.filedByName,
    dueAt: filing.dueAt,
    lateReason: filing.lateReason,
    correctionReason: filing.correctionReason,
    under: mandate && { mandateId: mandate.id, mandateKind: mandate.kind, forPerson: filing.filedByPerson! },
  })
  rows.filing.push({ id, ...row })
  rows.confirmation.push(...filing.words.map((one) => ({ filingId: id, ...one })))
  if (benefit) {
    const { month: paid, totalCents } = benefit
    // Lines are plain values; Prisma asks for an index signature that a named type has not.
    const lines = benefit as unknown as Prisma.InputJsonObject
    rows.payment.push({
      householdId,
      month: paid,
      filingId: id,
      totalCents,
      benefit: lines,
      computedAt: receivedAt,
    })
  }
}

function sinceDay(entry: DemoHousehold, month: Month): Day {
  return firstDay(addMonths(month, -entry.since))
}
