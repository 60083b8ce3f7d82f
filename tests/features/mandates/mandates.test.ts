import { beforeAll, describe, expect, it } from 'vitest'
import { addContact, addMandate, addAddress, addSession } from '../../../prisma/builders'
import type { Instant } from '@/domain/calendar'
import { actUnder } from '@/server/sign-in-store'
import { withViewer } from '@/server/db'
import { type Citizen, viewerOf } from '@/server/viewer'
import { endMandate } from '@/features/mandates/commands'
import { listMandates } from '@/features/mandates/queries'
import { saveChangeDraft, submitChange, submitStatement } from '@/features/statement/commands'
import { findReceipt, findStatementPage, getFileHome, getHistory } from '@/features/statement/queries'
import { call, codeOf, household, moveClock, openOffice, unchanged } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * Numbered cases, before the code:
 *   MD-01 under a living mandate, the file is the person's, and the one at the keyboard keeps their own name
 *   MD-02 a mandate to come, ended, revoked or another's lets nobody act
 *   MD-03 what a representative files says who, for whom and in what quality, and tells the person
 *   MD-04 a mandate to read files nothing: not in the pages, not past them
 *   MD-05 a mandate revoked during a visit leaves nothing to see, and never leads to one's own file
 *   MD-06 what a representative reports in private is the person's to read, and nobody else's
 *   MD-07 one takes back what one gave, lays down what one holds; an authority's mandate stays
 *   MD-08 drafts are of who typed them
 *   MD-09 a representative learns neither how to reach the person nor where they live
 */
const world = withWorld({ people: false })
let office: string

beforeAll(async () => {
  office = await openOffice(world.owner)
})

type Rights = ('read' | 'file' | 'report')[]
const everything: Rights = ['read', 'file', 'report']

/** A couple, someone who holds a mandate from the first adult, and that one's visit under it. */
async function represented(
  rights: Rights = everything,
  kind: 'administrator' | 'communityHelper' = 'administrator',
) {
  const { owner } = world
  const { id, viewers } = await household(owner, office, ['Ana', 'Luc'])
  const helper = await owner.person.create({
    data: { givenName: 'Mona', familyName: 'Mandataire', birthDate: '1970-01-01' },
  })
  const mandateId = await addMandate(owner, {
    personId: viewers[0]!.personId,
    representativeId: helper.id,
    kind,
    rights,
    fromDay: '2026-01-01',
    untilDay: '2027-01-01',
  })
  const token = await addSession(owner, 'citizen', helper.id)
  expect(await actUnder(token, mandateId)).toBe(true)
  const visit = async () => (await viewerOf(token)).viewer as Citizen
  return { id, ana: viewers[0]!, luc: viewers[1]!, helperId: helper.id, mandateId, token, visit }
}

describe('acting for someone', () => {
  it('MD-01 the file is the person’s, and the one at the keyboard keeps their own name', async () => {
    const { id, ana, visit, token } = await represented()
    const mona = await visit()
    expect(mona).toMatchObject({ role: 'representative', personId: ana.personId, name: 'Ana Essai' })
    expect(mona).toMatchObject({ actorName: 'Mona Mandataire', holdsMandate: true })
    expect((await getFileHome(mona)).household?.id).toBe(id)
    expect(await actUnder(token, null)).toBe(true)
    expect(await visit()).toMatchObject({ role: 'citizen', name: 'Mona Mandataire', mandate: null })
    expect((await getFileHome(await visit())).household).toBeNull()
  })

  it('MD-02 a mandate to come, ended, revoked or another’s lets nobody act', async () => {
    const { owner } = world
    const { ana, helperId, token } = await represented()
    const mandate = (more: { fromDay: string; untilDay?: string; revokedAt?: Instant }) =>
      addMandate(owner, {
        personId: ana.personId,
        representativeId: helperId,
        kind: 'administrator',
        rights: everything,
        ...more,
      })
    const dead = [
      await mandate({ fromDay: '2026-11-11' }),
      await mandate({ fromDay: '2026-01-01', untilDay: '2026-11-10' }),
      await mandate({ fromDay: '2026-01-01', revokedAt: '2026-06-01T12:00:00.000Z' as Instant }),
      (await represented()).mandateId,
    ]
    for (const id of dead) expect(await actUnder(token, id)).toBe(false)
    // Today is the first day of one, and the last day of the other.
    expect(await actUnder(token, await mandate({ fromDay: '2026-11-10', untilDay: '2026-11-11' }))).toBe(true)
  })

  it('MD-03 what a representative files says who, for whom and in what quality, and tells the person', async () => {
    const { owner } = world
    const { id, ana, luc, visit, helperId, mandateId } = await represented()
    const mona = await visit()
    expect(codeOf(await submitStatement(call(mona, unchanged())))).toBe('filed')
    const filing = await owner.filing.findFirstOrThrow({ where: { householdId: id } })
    expect(filing).toMatchObject({
      filedByPerson: helperId,
      filedByName: 'Mona Mandataire',
      filedFor: 'Ana Essai, Luc Essai',
      forPerson: ana.personId,
      mandateId,
      mandateKind: 'administrator',
    })
    for (const viewer of [ana, luc, mona]) {
      const receipt = await findReceipt(viewer, filing.id)
      expect(receipt?.filing).toMatchObject({ filedByName: 'Mona Mandataire', mandateKind: 'administrator' })
    }
    // It stands for Ana's own word: Luc alone is asked for his.
    expect((await getFileHome(luc)).toConfirm).toHaveLength(1)
    expect((await getFileHome(ana)).toConfirm).toHaveLength(0)
    expect((await getFileHome(mona)).toConfirm).toHaveLength(0)
    expect(await owner.outbox.count({ where: { personId: ana.personId, kind: 'receipt' } })).toBe(1)
    const trail = await owner.audit.findFirstOrThrow({ where: { householdId: id, act: 'filed' } })
    expect(trail).toMatchObject({ actorKind: 'representative', actorId: helperId })
  })

  it('MD-04 a mandate to read files nothing: not in the pages, not past them', async () => {
    const { id, visit, helperId, ana, mandateId } = await represented(['read'])
    const mona = await visit()
    expect((await findStatementPage(mona, '2026-11'))?.desk.open).toBe(false)
    expect((await getFileHome(mona)).mayReport).toBe(false)
    expect(codeOf(await submitStatement(call(mona, unchanged())))).not.toBe('filed')
    // The wall of the database by itself, with the application's own word out of the way.
    const write = withViewer({ ...mona, mandate: { ...mona.mandate!, rights: everything } }, ({ sql }) =>
      sql(
        `insert into filing (household_id, kind, month, version, receipt_number, answers, answers_digest,
           schema_version, wording_version, language, channel, filed_by_person, filed_by_name, filed_for,
           received_at, due_at, key, mandate_id, mandate_kind, for_person)
         values ($1, 'statement', '2026-11', 1, 'Q', '{}', '', 1, '', 'fr', 'web', $2, '', '', app_now(), app_now(),
           uuidv7(), $3, 'administrator', $4)`,
        [id, helperId, mandateId, ana.personId],
      ),
    )
    await expect(write).rejects.toThrow(/row-level security/)
    expect(await world.owner.filing.count({ where: { householdId: id } })).toBe(0)
  })

  it('MD-05 a mandate revoked during a visit leaves nothing to see, and never leads to one’s own file', async () => {
    const { owner } = world
    const { visit, mandateId } = await represented()
    const before = await visit()
    await owner.mandate.update({ where: { id: mandateId }, data: { revokedAt: new Date() } })
    // As the page that was being drawn: its viewer still says yes, the database no longer does.
    expect((await getFileHome(before)).household).toBeNull()
    expect((await getHistory(before)).entries).toEqual([])
    const after = await visit()
    expect(after).toMatchObject({ role: 'representative', mandate: { rights: [] } })
    expect((await listMandates(after)).held[0]).toMatchObject({ state: 'revoked' })
  })

  it('MD-06 what a representative reports in private is the person’s to read, and nobody else’s', async () => {
    const { owner } = world
    const { id, ana, luc, visit } = await represented()
    const mona = await visit()
    const words = { changed: ['other'], 'other.words': 'Un mot', attest: 'yes', private: 'yes' }
    expect(codeOf(await submitChange(call(mona, words, {})))).toBe('filed')
    const { id: filing, kind } = await owner.filing.findFirstOrThrow({ where: { householdId: id } })
    expect(kind).toBe('privateChange')
    expect(await findReceipt(ana, filing)).not.toBeNull()
    expect(await findReceipt(mona, filing)).not.toBeNull()
    expect(await findReceipt(luc, filing)).toBeNull()
    expect((await getHistory(ana)).entries).toHaveLength(1)
    expect((await getHistory(luc)).entries).toHaveLength(0)
    // And what Ana reports in private is not her representative's.
    await submitChange(call(ana, { ...words, 'other.words': 'Un autre' }, {}))
    expect((await getHistory(ana)).entries).toHaveLength(2)
    expect((await getHistory(mona)).entries).toHaveLength(1)
  })

  it('MD-07 one takes back what one gave, lays down what one holds; an authority’s mandate stays', async () => {
    const { owner } = world
    const byAuthority = await represented()
    const given = await represented(everything, 'communityHelper')
    const end = (viewer: Citizen, id: string) =>
      endMandate({ ...call(viewer, {}, {}), params: { id } }).then(codeOf)
    expect(await end(byAuthority.ana, byAuthority.mandateId)).toBe('not-allowed')
    expect(await end(byAuthority.ana, given.mandateId)).toBe('not-allowed')
    expect(await end(given.luc, given.mandateId)).toBe('not-allowed')
    expect(await end(given.ana, given.mandateId)).toBe('ended')
    expect(await end(given.ana, given.mandateId)).toBe('not-allowed')
    expect(await actUnder(given.token, given.mandateId)).toBe(false)
    await actUnder(byAuthority.token, null)
    expect(await end(await byAuthority.visit(), byAuthority.mandateId)).toBe('ended')
    expect(await owner.audit.count({ where: { act: 'ended' } })).toBe(2)
    // The wall alone: nobody brings a mandate to life again, nor ends another's.
    const revive = withViewer(given.ana, ({ sql }) =>
      sql('update mandate set revoked_at = null where id = $1 returning id', [given.mandateId]),
    )
    expect(await revive).toEqual([])
  })

  it('MD-08 drafts are of who typed them', async () => {
    const { ana, visit } = await represented()
    const mona = await visit()
    const typed = (text: string) => ({
      page: 'questions',
      intent: 'save',
      changed: 'other',
      'other.words': text,
    })
    await saveChangeDraft(call(mona, typed('de Mona'), {}))
    expect((await getFileHome(mona)).hasChangeDraft).toBe(true)
    expect((await getFileHome(ana)).hasChangeDraft).toBe(false)
  })

  it('MD-09 a representative learns neither how to reach the person nor where they live', async () => {
    const { owner } = world
    const { id, ana, luc, visit } = await represented()
    await addContact(owner, ana.personId, {
      email: 'ana@example.org',
      notifyBy: 'email',
      safeNote: 'le matin',
    })
    const address = {
      street: '1, rue de l’Essai',
      city: 'Essai',
      postalCode: 'J2B 1A1',
      fromDay: '2026-06-01',
    }
    await addAddress(owner, id, { ...address, protected: true })
    const seen = (viewer: Citizen, table: string) =>
      withViewer(viewer, ({ sql }) => sql(`select * from ${table}`))
    expect(await seen(ana, 'contact')).toHaveLength(1)
    expect(await seen(luc, 'contact')).toHaveLength(0)
    expect(await seen(luc, 'household_address')).toHaveLength(1)
    for (const table of ['contact', 'household_address'])
      await expect(seen(await visit(), table)).rejects.toThrow(/permission denied/)
    await moveClock(owner, '2027-01-01T15:00:00.000Z')
    expect(await visit()).toMatchObject({ mandate: { rights: [] } })
  })
})
