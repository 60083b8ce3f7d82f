import { randomUUID } from 'node:crypto'
import type { Draft } from '@/domain/draft'
import type { Owner } from '../../../prisma/builders'

/** An application sent to an office with these answers, as the last page would send it. */
export async function sentApplication(
  owner: Owner,
  officeId: string,
  answers: Draft,
  { on = '2026-11-16', account = null }: { on?: string; account?: string | null } = {},
): Promise<string> {
  const { byPart, sealedApart } = await import('@/server/application-drafts')
  const sentAt = new Date(`${on}T15:00:00.000Z`)
  const routing = { officeCode: '009', reason: 'mostLikely', certain: false, details: { postalArea: 'J2B' } }
  const { id } = await owner.application.create({
    data: { startKey: randomUUID(), startedAt: sentAt, officeId, routing },
  })
  await owner.applicationAdult.create({ data: { applicationId: id, adult: 'applicant', personId: account } })
  const parts = Object.entries(byPart(answers)).map(([part, of]) => {
    const { clear, sealed } = sealedApart(of)
    return { part, answers: clear, sealed: sealed && new Uint8Array(sealed) }
  })
  await owner.applicationVersion.create({
    data: {
      ...{ applicationId: id, version: 1, receiptNumber: `Q-${randomUUID()}`, answersDigest: 'x' },
      ...{ schemaVersion: 1, wordingVersion: 'w', language: 'fr', signedName: 'N', receivedAt: sentAt },
      key: randomUUID(),
      parts: { create: parts },
    },
  })
  for (const kind of ['sent', 'routed']) {
    await owner.applicationEvent.create({
      data: { applicationId: id, kind, by: 'applicant', at: sentAt, details: {} },
    })
  }
  await owner.application.update({ where: { id }, data: { sentAt } })
  return id
}
