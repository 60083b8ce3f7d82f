import { randomUUID } from 'node:crypto'
import { requirementEvents } from '@/domain/application/events'
import { instant, month } from '@/domain/calendar'
import { moveSchema } from '@/features/deciding/schema'
import type { Answer, Call } from '@/server/endpoint'
import type { Staff } from '@/server/viewer'
import { addFiling, addHousehold, addOffice, addStaff, type Owner } from '../../../prisma/builders'
import { installMovableClock, moveClock } from '../../../prisma/demo-clock'
import { answers } from '../../domain/application/build'
import { staff } from '../../support/world'
import { sentApplication } from '../admission/sent'

/* A desk to decide at: an office with two agents and a supervisor, another office, and files that ask for them. */

export const morning = instant('2026-11-18T15:00:00.000Z')

export type Desk = Awaited<ReturnType<typeof setUpDesk>>

export async function setUpDesk(owner: Owner) {
  await installMovableClock(owner)
  await moveClock(owner, morning)
  const officeId = await addOffice(owner, { code: '901', phone: '+18195550100' })
  const farId = await addOffice(owner, { code: '902', phone: '+18195550101' })
  const member = async (name: string, role: 'agent' | 'supervisor' | 'contact', of: string) => {
    await addStaff(owner, { name, role, officeId: of })
    return staff(owner, name)
  }
  return {
    officeId,
    jules: await member('Jules', 'agent', officeId),
    lina: await member('Lina', 'agent', officeId),
    marc: await member('Marc', 'supervisor', officeId),
    karine: await member('Karine', 'agent', farId),
  }
}

let families = 0
/** A household of one adult, with a statement that asks for a person; or with something else that was filed. */
export async function fileWithTask(
  owner: Owner,
  officeId: string,
  more: (adult: string) => Partial<Parameters<typeof addFiling>[1]> = () => ({}),
) {
  families += 1
  const name = { givenName: 'Zoé', familyName: `Bureau${families}` }
  const { id, adults } = await addHousehold(owner, {
    officeId,
    fileNumber: `T${String(families).padStart(7, '0')}`,
    adults: [{ ...name, birthDate: '1985-03-04' }],
  })
  const filing = await addFiling(owner, {
    householdId: id,
    month: month('2026-10'),
    by: adults[0]!,
    byName: `${name.givenName} ${name.familyName}`,
    receivedAt: instant('2026-11-10T15:00:00.000Z'),
    answers: { changed: ['people'] },
    ...more(adults[0]!),
  })
  const task = await owner.task.findFirstOrThrow({ where: { subjectId: filing.id } })
  return { taskId: task.id, householdId: id, personId: adults[0]!, filingId: filing.id }
}

/** An application sent to an office, with its task: someone alone who has nothing, and may be admitted. */
export async function applicationWithTask(owner: Owner, officeId: string, required: readonly string[] = []) {
  const whole = answers({ assistanceBefore: 'before', familyName: `Demande${randomUUID().slice(0, 8)}` })
  const id = await sentApplication(owner, officeId, whole)
  for (const { kind, adult, details } of requirementEvents(required, 'applicant'))
    await owner.applicationEvent.create({
      data: {
        ...{ applicationId: id, kind, adult, by: 'applicant', details: details as object },
        at: new Date('2026-11-16T14:00:00.000Z'),
      },
    })
  const task = await owner.task.findFirstOrThrow({ where: { applicationId: id, kind: 'application' } })
  return { taskId: task.id, applicationId: id }
}

export type Fields = Readonly<Record<string, unknown>>

/** What an endpoint hands to a command. */
export function callOf<Input>(viewer: Staff, input: Input, params: Record<string, string> = {}) {
  const request = new Request('http://localhost:3015/api')
  return { viewer, input, params, arrival: morning, locale: 'fr', request } as unknown as Call<Staff, Input>
}

/** Moves a task as its form does; `version` is what was on the screen, the latest when nothing is said. */
export async function press(
  owner: Owner,
  viewer: Staff,
  taskId: string,
  verb: string,
  fields: Fields = {},
): Promise<Answer> {
  const { makeMove } = await import('@/features/deciding/commands')
  const task = await owner.task.findUnique({ where: { id: taskId } })
  const sent = { verb, version: String(task?.version ?? 1), key: randomUUID(), ...fields }
  return makeMove(callOf(viewer, moveSchema.parse(sent), { id: taskId }))
}

export const codeIn = ({ data }: Answer): unknown => data?.['code']

/** A day in the three fields of its form. */
export function untilFields(day: string): Fields {
  const [year, month, of] = day.split('-')
  return { 'until.day': of, 'until.month': month, 'until.year': year }
}
