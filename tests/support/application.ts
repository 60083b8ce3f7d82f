import { randomUUID } from 'node:crypto'
import { instant } from '@/domain/calendar'
import type { Applicant } from '@/server/viewer'

/** Begins an application for a test, with a visit to it. Call it once the configuration is there. */
export async function beginApplication(
  parts: Partial<Record<'household' | 'applicant' | 'spouse', Record<string, string>>> = {},
) {
  const { applicantOf, startApplication } = await import('@/server/applicant')
  const { newToken } = await import('@/server/secrets')
  const token = newToken()
  const id = await startApplication({
    key: randomUUID(),
    token,
    shared: false,
    language: 'fr',
    arrival: instant('2026-11-27T15:00:00.000Z'),
    parts: { household: {}, applicant: {}, spouse: {}, ...parts },
    urgent: [],
  })
  const { viewer } = await applicantOf(token)
  return { id: id!, token, viewer: viewer as Applicant }
}
