import type { Prisma } from '../../src/server/generated/client'
import type { Owner } from '../builders'

/** Rows waiting to be written: one insert a table, whatever the number of households. */
export const noRows = () => ({
  person: [] as Prisma.PersonCreateManyInput[],
  identity: [] as { userId: string; personId: string; subject: string }[],
  contact: [] as Prisma.ContactCreateManyInput[],
  household: [] as Prisma.HouseholdCreateManyInput[],
  address: [] as Prisma.HouseholdAddressCreateManyInput[],
  member: [] as Prisma.HouseholdMemberCreateManyInput[],
  situation: [] as Prisma.HouseholdSituationCreateManyInput[],
  constraint: [] as Prisma.AdultConstraintCreateManyInput[],
  decision: [] as Prisma.FilingObligationCreateManyInput[],
  extension: [] as Prisma.FilingExtensionCreateManyInput[],
  mandate: [] as Prisma.MandateCreateManyInput[],
  draft: [] as Prisma.StatementDraftCreateManyInput[],
  filing: [] as Prisma.FilingCreateManyInput[],
  confirmation: [] as Prisma.FilingConfirmationCreateManyInput[],
  payment: [] as Prisma.ExpectedPaymentCreateManyInput[],
})
export type Rows = ReturnType<typeof noRows>

/** Writes the rows of every table, those that others refer to first. The sign-in tables are not Prisma's. */
export async function insert(owner: Owner, rows: Rows): Promise<void> {
  await owner.person.createMany({ data: rows.person })
  await owner.$executeRawUnsafe(
    `insert into auth."user" (id, person_id)
     select u.id, u.person_id from jsonb_to_recordset($1::jsonb) as u(id uuid, person_id uuid)`,
    JSON.stringify(rows.identity.map(({ userId, personId }) => ({ id: userId, person_id: personId }))),
  )
  await owner.$executeRawUnsafe(
    `insert into auth."account" (provider, subject, user_id)
     select 'citizen', a.subject, a.id from jsonb_to_recordset($1::jsonb) as a(subject text, id uuid)`,
    JSON.stringify(rows.identity.map(({ userId, subject }) => ({ id: userId, subject }))),
  )
  await owner.contact.createMany({ data: rows.contact })
  await owner.household.createMany({ data: rows.household })
  await owner.householdAddress.createMany({ data: rows.address })
  await owner.householdMember.createMany({ data: rows.member })
  await owner.householdSituation.createMany({ data: rows.situation })
  await owner.adultConstraint.createMany({ data: rows.constraint })
  await owner.filingObligation.createMany({ data: rows.decision })
  await owner.filingExtension.createMany({ data: rows.extension })
  await owner.mandate.createMany({ data: rows.mandate })
  await owner.statementDraft.createMany({ data: rows.draft })
  await owner.filing.createMany({ data: rows.filing })
  await owner.filingConfirmation.createMany({ data: rows.confirmation })
  await owner.expectedPayment.createMany({ data: rows.payment })
}
