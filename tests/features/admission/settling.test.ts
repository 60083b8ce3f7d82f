import { expect, it } from 'vitest'
import type { Call } from '@/server/endpoint'
import { settleAdmission } from '@/features/admission/commands'
import { findAdmission } from '@/features/admission/queries'
import type { AdmissionForm } from '@/features/admission/schema'
import type { Staff } from '@/server/viewer'
import { instant } from '@/domain/calendar'
import { answers, date } from '../../domain/application/build'
import { citizen, staff, withWorld } from '../../support/world'
import { sentApplication } from './sent'

/*
 * What an agent settles before accepting. Numbered cases:
 *   AS-01 as long as something is left it is said; settled, it is kept and written in the trail
 *   AS-02 only who may be the same, a programme of a file and a known constraint are kept
 *   AS-03 another office finds nothing; once made, nothing is settled any more; opening it is a look
 */
const world = withWorld()

function settle(viewer: Staff, id: string, input: AdmissionForm) {
  const call: Call<Staff, AdmissionForm> = {
    ...{ viewer, input, params: { id }, locale: 'fr', arrival: instant('2026-11-18T15:00:00.000Z') },
    request: new Request('http://localhost:3015/api/applications/x/admission', { method: 'POST' }),
  }
  return settleAdmission(call)
}
const choicesOf = async (applicationId: string) =>
  (await world.owner.admission.findFirstOrThrow({ where: { applicationId } })).choices

it('AS-01 and AS-02 keeps what can be settled, and says what is left', async () => {
  const jules = await staff(world.owner, 'Jules Agent')
  const adele = await world.owner.person.findFirstOrThrow({ where: { givenName: 'Adèle' } })
  const rita = await citizen(world.owner, 'Rita')
  const same = { givenName: 'adele', familyName: adele.familyName, ...date('birthDate', adele.birthDate) }
  const id = await sentApplication(world.owner, jules.officeId!, answers(same))
  expect(await settle(jules, id, {})).toMatchObject({ status: 422, data: { questions: 2 } })
  const forged = {
    'person.applicant': rita.personId,
    'person.spouse': 'new',
    programme: 'aimForEmployment',
    'constraint.applicant': 'total',
    'constraint.spouse': 'severe',
  }
  expect(await settle(jules, id, forged)).toMatchObject({ status: 422 })
  expect(await choicesOf(id)).toEqual({ people: {}, constraints: {} })
  const right = {
    ...{ 'person.applicant': adele.id, programme: ['socialSolidarity', 'socialAssistance'] },
    'constraint.applicant': 'severe',
  }
  expect(await settle(jules, id, right)).toMatchObject({
    to: `/fr/bureau/demandes/${id}/admission`,
    data: { code: 'ready' },
  })
  expect(await choicesOf(id)).toEqual({
    people: { applicant: adele.id },
    constraints: { applicant: 'severe' },
    programme: 'socialSolidarity',
  })
  expect(
    await world.owner.audit.count({ where: { act: 'prepared', subjectId: id, actorId: jules.staffId } }),
  ).toBe(3)
})

it('AS-03 is of one’s own office, until it is made', async () => {
  const jules = await staff(world.owner, 'Jules Agent')
  const karine = await staff(world.owner, 'Karine Agente')
  const id = await sentApplication(world.owner, jules.officeId!, answers({ familyName: 'Réglé' }))
  expect(await settle(karine, id, {})).toMatchObject({ status: 404 })
  expect(await settle(jules, 'x', {})).toMatchObject({ status: 404 })
  expect(await findAdmission(karine, id)).toBeNull()
  expect(await world.owner.admission.count({ where: { applicationId: id } })).toBe(0)
  expect(await findAdmission(jules, id)).toMatchObject({ proposed: 'aimForEmployment', household: null })
  expect(await world.owner.audit.count({ where: { act: 'looked', subjectId: id } })).toBe(1)
  await settle(jules, id, { programme: 'socialAssistance' })
  const household = await world.owner.household.create({
    data: { fileNumber: 'MADE-0001', officeId: jules.officeId! },
  })
  await world.owner.admission.update({
    where: { applicationId: id },
    data: { householdId: household.id, admittedAt: new Date() },
  })
  expect(await settle(jules, id, {})).toMatchObject({ status: 409 })
})
