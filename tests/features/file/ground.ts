import { randomUUID } from 'node:crypto'
import {
  addAddress,
  addFiling,
  addHousehold,
  addOffice,
  addSession,
  addStaff,
} from '../../../prisma/builders'
import { installMovableClock, moveClock } from '../../../prisma/demo-clock'
import { instant, month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import type { WorkIncome } from '@/domain/statement/answers'
import { viewerOf, type Staff } from '@/server/viewer'
import type { Answer, Call } from '@/server/endpoint'
import type { World } from '../../support/world'

export const now = instant('2026-11-18T15:00:00.000Z')

/** Two offices with their staff, and a couple's file at the near one, with three statements. */
export async function buildGround({ owner }: World) {
  await installMovableClock(owner)
  await moveClock(owner, now)
  const near = await addOffice(owner, { code: '901' })
  const far = await addOffice(owner, { code: '902' })
  const member = async (name: string, role: Staff['role'], officeId: string) =>
    (await viewerOf(await addSession(owner, 'staff', await addStaff(owner, { name, role, officeId }))))
      .viewer as Staff
  const home = await addHousehold(owner, {
    fileNumber: 'DOSSIER-001',
    officeId: near,
    since: '2026-06',
    adults: [
      { givenName: 'Ana', familyName: 'Essai', birthDate: '1985-04-12' },
      { givenName: 'Max', familyName: 'Essai', birthDate: '1983-01-20', constraint: 'severe' },
    ],
    children: [{ givenName: 'Zoé', birthDate: '2019-12-01' }],
  })
  const ana = { by: home.adults[0]!, byName: 'Ana Essai', householdId: home.id }
  const job = (netCents: number): WorkIncome => ({
    ...{
      adultId: ana.by,
      employer: 'Café Imaginaire',
      grossCents: cents(netCents),
      netCents: cents(netCents),
    },
    ...{ certainty: 'final', ended: null },
  })
  const file = (of: string, netCents: number | null, version = 1, day = 10) =>
    addFiling(owner, {
      ...ana,
      month: month(of),
      version,
      receivedAt: instant(`${of}-${day}T15:00:00.000Z`),
      ...(netCents === null ? {} : { answers: { changed: ['work'], work: [job(netCents)] } }),
    })
  const september = await file('2026-09', 30_000, 1, 20)
  const october = await file('2026-10', null)
  const november = await file('2026-11', 45_000)
  await addAddress(owner, home.id, {
    ...{ street: '1, rue Ancienne', city: 'Ville-901', postalCode: 'J2B 1A1', fromDay: '2026-06-01' },
  })
  return {
    ...{ near, far, home, ana, job, september, october, november },
    agent: await member('Alix Agente', 'agent', near),
    colleague: await member('Camil Collègue', 'agent', near),
    supervisor: await member('Sacha Cadre', 'supervisor', near),
    farAgent: await member('Loin Agent', 'agent', far),
    auditor: await member('Vérif Auditrice', 'auditor', near),
  }
}
export type Ground = Awaited<ReturnType<typeof buildGround>>

/** A command as its endpoint calls it. */
export const call = <Input>(viewer: Staff, input: Input, params: Record<string, string> = {}) =>
  ({ viewer, input, params, locale: 'fr' }) as unknown as Call<Staff, Input>
export const codeOf = (answer: Answer) => answer.data?.['code']

/** An application sent to an office, with one paper asked for. */
export async function addApplication({ owner }: World, officeId: string) {
  const sentAt = new Date('2026-11-16T15:00:00.000Z')
  const { id } = await owner.application.create({
    data: { startKey: randomUUID(), startedAt: sentAt, officeId, routing: routingTo901 },
  })
  const receiptNumber = `Q-${randomUUID()}`
  await owner.applicationVersion.create({
    data: {
      ...{ applicationId: id, version: 1, receiptNumber, answersDigest: 'x', schemaVersion: 1 },
      ...{ wordingVersion: 'w', language: 'fr', signedName: 'Gil', receivedAt: sentAt, key: randomUUID() },
      parts: { create: [{ part: 'household', answers: { rent: '700' } }] },
    },
  })
  const required = { required: ['lease.household'] }
  for (const [kind, details] of [
    ['required', required],
    ['sent', {}],
  ] as const)
    await owner.applicationEvent.create({
      data: { kind, details, applicationId: id, by: 'applicant', at: sentAt },
    })
  // As the sending does: the task is opened by it.
  await owner.application.update({ where: { id }, data: { sentAt } })
  return id
}
const routingTo901 = {
  ...{ officeCode: '901', reason: 'mostLikely', certain: false, details: { postalArea: 'J2B' } },
}
