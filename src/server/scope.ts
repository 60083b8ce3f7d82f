import 'server-only'
import { startOfDay } from '@/domain/calendar'
import type { Prisma } from './generated/client'
import { isCitizen, isStaff, type Citizen, type Viewer } from './viewer'

/**
 * The first wall: conditions that bound every Prisma query to what the viewer may see. Someone else's file is
 * not found, never forbidden. The second wall, row-level security, holds without this file (tests replace it by
 * one that lets everything pass).
 */
export const visibleTo = { households, filings, applications }

/** No row carries this id: uuidv7 never makes it. */
const nobody = '00000000-0000-0000-0000-000000000000'

/** Households the viewer may see now: their own, or those of their office. */
function households(viewer: Viewer): Prisma.HouseholdWhereInput {
  if (isCitizen(viewer)) {
    return {
      id: viewer.memberships.find((membership) => membership.untilDay === null)?.householdId ?? nobody,
    }
  }
  if (isStaff(viewer) && (viewer.role === 'agent' || viewer.role === 'supervisor')) {
    return { officeId: viewer.officeId ?? nobody }
  }
  return { id: nobody }
}

/** Applications the office may see: those sent to it; for a supervisor, those that wait for an office too. */
function applications(viewer: Viewer): Prisma.ApplicationWhereInput {
  if (!isStaff(viewer) || (viewer.role !== 'agent' && viewer.role !== 'supervisor')) return { id: nobody }
  const own = { officeId: viewer.officeId ?? nobody }
  const offices = viewer.role === 'supervisor' ? [own, { office: { kind: 'contactCentre' } }] : [own]
  return { sentAt: { not: null }, OR: offices }
}

/**
 * Filings the viewer may see: after a separation each adult keeps what was filed while together and sees nothing
 * after; a private change report is for its author and the office.
 */
function filings(viewer: Viewer): Prisma.FilingWhereInput {
  if (!isCitizen(viewer)) return { household: households(viewer) }
  const whileThere = viewer.memberships.map(({ householdId, fromDay, untilDay }) => ({
    householdId,
    receivedAt: {
      gte: new Date(startOfDay(fromDay)),
      ...(untilDay ? { lt: new Date(startOfDay(untilDay)) } : {}),
    },
  }))
  if (whileThere.length === 0) return { id: nobody }
  return {
    AND: [{ OR: whileThere }, { OR: [{ kind: { not: 'privateChange' } }, authoredBy(viewer)] }],
  }
}

/** What this viewer told the office alone, or a representative told it for them. */
function authoredBy({ role, actorId, personId }: Citizen): Prisma.FilingWhereInput {
  return role !== 'representative'
    ? { OR: [{ filedByPerson: personId, forPerson: null }, { forPerson: personId }] }
    : { filedByPerson: actorId, forPerson: personId }
}
