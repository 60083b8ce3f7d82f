import { randomUUID } from 'node:crypto'
import { instant, type Month } from '@/domain/calendar'
import {
  addFiling,
  addHousehold,
  addOffice,
  addStaff,
  type FilingInput,
  type Owner,
} from '../../../prisma/builders'

/** An office with its people, of a test's own. */
export async function addDesk(owner: Owner, code: string = randomUUID().slice(0, 8)) {
  const officeId = await addOffice(owner, { code, city: `Ville-${code}` })
  const member = async (name: string, role: 'agent' | 'supervisor') => ({
    role,
    sessionId: '018f0000-0000-7000-8000-000000000002',
    assurance: 'oidc' as const,
    staffId: await addStaff(owner, { name: `${name} ${code}`, role, officeId }),
    name: `${name} ${code}`,
    officeId,
  })
  return {
    officeId,
    agent: await member('Ada', 'agent'),
    other: await member('Bob', 'agent'),
    supervisor: await member('Cleo', 'supervisor'),
  }
}

/** A household of an office, alone, and a way to file for it. */
export async function addHome(owner: Owner, officeId: string, familyName = 'Tremblay') {
  const adults = [{ givenName: 'Odile', familyName, birthDate: '1980-01-02' }]
  const fileNumber = `WL-${randomUUID().slice(0, 8)}`
  const { id, adults: people } = await addHousehold(owner, { fileNumber, officeId, adults })
  const by = people[0]!
  const file = (input: Partial<FilingInput> = {}) =>
    addFiling(owner, {
      householdId: id,
      month: '2026-11' as Month,
      by,
      byName: `Odile ${familyName}`,
      receivedAt: instant('2026-11-10T15:00:00.000Z'),
      ...input,
    })
  return { id, by, fileNumber, file }
}

/** The tasks of a file, the latest last. */
export const tasksOf = (owner: Owner, where: { householdId?: string; applicationId?: string }) =>
  owner.task.findMany({ where, orderBy: { id: 'asc' }, include: { events: { orderBy: { id: 'asc' } } } })

/** An application as its office receives it. */
export async function sendApplication(
  owner: Owner,
  officeId: string,
  { urgent = [], name = 'Ada', at = '2026-11-16' }: { urgent?: string[]; name?: string; at?: string } = {},
) {
  const sentAt = new Date(`${at}T15:00:00.000Z`)
  const { id } = await owner.application.create({ data: { startKey: randomUUID(), startedAt: sentAt } })
  await owner.applicationVersion.create({
    data: {
      ...{ applicationId: id, version: 1, receiptNumber: `Q-${randomUUID()}`, answersDigest: 'x' },
      ...{ schemaVersion: 1, wordingVersion: 'w', language: 'fr', signedName: name, receivedAt: sentAt },
      key: randomUUID(),
    },
  })
  await owner.applicationEvent.create({
    data: { applicationId: id, kind: 'sent', by: 'applicant', at: sentAt },
  })
  await owner.application.update({ where: { id }, data: { officeId, sentAt, urgent } })
  return id
}
