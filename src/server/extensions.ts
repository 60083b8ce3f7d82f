import 'server-only'
import { instantOf } from '@/domain/calendar'
import type { Month } from '@/domain/calendar'
import type { Extension, ExtensionScope } from '@/domain/statement/deadline'
import type { Door } from './db'

/** The extensions of some months that the viewer may know of: those of everyone, and those of their households. */
export async function listExtensions({ tx }: Door, months: readonly Month[]): Promise<Extension[]> {
  const rows = await tx.filingExtension.findMany({ where: { month: { in: [...months] } } })
  return rows.map((row) => ({
    id: row.id,
    scope: scopeOf(row),
    month: row.month as Month,
    newInstant: instantOf(row.newInstant),
    reason: { fr: row.reasonFr, en: row.reasonEn },
    decidedAt: instantOf(row.decidedAt),
  }))
}

type Row = { scope: string; regionCode: string | null; officeId: string | null; householdId: string | null }

/** A check of the table holds that the part its scope names is there. */
function scopeOf({ scope, regionCode, officeId, householdId }: Row): ExtensionScope {
  if (scope === 'region') return { kind: 'region', regionCode: regionCode! }
  if (scope === 'office') return { kind: 'office', officeId: officeId! }
  if (scope === 'household') return { kind: 'household', householdId: householdId! }
  return { kind: 'everyone' }
}
