import { beforeAll, describe, expect, it } from 'vitest'
import { addMandate, addSession } from '../../../prisma/builders'
import { changeContact, changeLanguage } from '@/features/account/contact-commands'
import { findAccount } from '@/features/account/queries'
import { withViewer } from '@/server/db'
import { mayRole } from '@/server/permissions'
import { unseal } from '@/server/secrets'
import { actUnder } from '@/server/sign-in-store'
import { type Citizen, may, viewerOf } from '@/server/viewer'
import { household, openOffice } from '../statement/office'
import { withWorld } from '../../support/world'
import { code, send } from './rooms'

/*
 * Numbered cases, before the code:
 *   CT-01 each adult has a language of their own
 *   CT-02 how to reach an adult is theirs alone: not the spouse's, not another household's, not a representative's
 *   CT-03 a change of address or number is told to the old and to the new, sealed, with nothing personal
 *   CT-04 the same again, or another wish alone, is told to nobody
 *   CT-05 a refused form is kept as typed, with what to put right; nothing else changed
 *   CT-06 what was refused can be dropped, and goes once the form is accepted
 *   CT-07 no right of the account is a representative's, nor of who only gave a code
 *   CT-08 the wall alone: nobody writes the contact, the language or the form of another
 */
const world = withWorld({ people: false })
let office: string
beforeAll(async () => {
  office = await openOffice(world.owner)
})

const typed = {
  email: '',
  mobile: '',
  notifyBy: 'none',
  reminders: 'yes',
  safeNote: '',
  intent: 'save' as const,
}
const couple = async () => {
  const { viewers } = await household(world.owner, office, ['Ana', 'Luc'])
  return { ana: viewers[0]!, luc: viewers[1]! }
}
const noticesTo = async (viewer: Citizen) => {
  const rows = await world.owner.outbox.findMany({
    where: { kind: 'account-notice', personId: viewer.personId },
    orderBy: { id: 'asc' },
  })
  return rows.map(
    ({ payload }) => payload as { channel: string; about: string; language: string; sealed: string },
  )
}
const toWhom = (notices: { sealed: string }[]) =>
  notices.map(
    ({ sealed }) => (JSON.parse(unseal(Buffer.from(sealed, 'base64'), 'notice')) as { to: string }).to,
  )

describe('how to reach someone', () => {
  it('CT-01 each adult has a language of their own', async () => {
    const { ana, luc } = await couple()
    expect(code(await changeLanguage(send(ana, { correspondence: 'en' })))).toBe('saved')
    expect((await findAccount(ana)).language).toBe('en')
    expect((await findAccount(luc)).language).toBe('fr')
    const trail = { actorId: ana.personId, act: 'changed', subjectKind: 'person' }
    expect(await world.owner.audit.count({ where: trail })).toBe(1)
    expect(code(await changeLanguage(send(ana, { correspondence: undefined })))).toBe('language-unknown')
    // The interpreter someone needs is said once: what is not said stays, and an empty field takes it back.
    const spoken = async (interpreter?: string) => {
      const said = code(await changeLanguage(send(ana, { correspondence: 'en', interpreter })))
      return [said, (await findAccount(ana)).interpreter]
    }
    expect(await spoken(' Arabe ')).toEqual(['saved', 'Arabe'])
    expect(await spoken()).toEqual(['saved', 'Arabe'])
    expect(await spoken('x'.repeat(61))).toEqual(['language-unknown', 'Arabe'])
    expect(await spoken('')).toEqual(['saved', ''])
    expect((await findAccount(ana)).language).toBe('en')
  })

  it('CT-02 it is theirs alone', async () => {
    const { ana, luc } = await couple()
    const contact = { ...typed, email: 'ana@example.org', mobile: '819 555-0123', safeNote: 'le matin' }
    expect(code(await changeContact(send(ana, contact)))).toBe('saved')
    expect((await findAccount(ana)).contact).toEqual({
      email: 'ana@example.org',
      mobile: '819 555-0123',
      notifyBy: 'none',
      reminders: 'yes',
      safeNote: 'le matin',
    })
    const { ana: other } = await couple()
    for (const viewer of [luc, other]) {
      expect((await findAccount(viewer)).contact).toMatchObject({ email: '', mobile: '', safeNote: '' })
    }
  })

  it('CT-03 a change of address is told to the old and to the new', async () => {
    const { ana } = await couple()
    await changeContact(send(ana, { ...typed, email: 'old@example.org', notifyBy: 'email' }))
    expect(toWhom(await noticesTo(ana))).toEqual(['old@example.org'])
    await changeContact(send(ana, { ...typed, email: 'new@example.org', mobile: '8195550123' }))
    const notices = (await noticesTo(ana)).slice(1)
    expect(toWhom(notices).sort()).toEqual(['+18195550123', 'new@example.org', 'old@example.org'])
    for (const { channel, sealed, ...said } of notices) {
      expect(said).toEqual({ about: 'contact', language: 'fr' })
      expect(channel).toBe(toWhom([{ sealed }])[0]!.startsWith('+') ? 'text' : 'email')
    }
    expect(JSON.stringify(notices)).not.toMatch(/example|5550123/)
  })

  it('CT-04 the same again, or another wish alone, is told to nobody', async () => {
    const { ana } = await couple()
    const contact = { ...typed, email: 'ana@example.org' }
    await changeContact(send(ana, contact))
    await changeContact(send(ana, contact))
    await changeContact(send(ana, { ...contact, notifyBy: 'email', safeNote: 'le soir' }))
    expect(await noticesTo(ana)).toHaveLength(1)
    // A program that does not speak of reminders leaves them as they are.
    await changeContact(send(ana, { ...contact, reminders: 'no' }))
    await changeContact(send(ana, { ...contact, reminders: '' }))
    expect((await findAccount(ana)).contact.reminders).toBe('no')
  })

  it('CT-05 a refused form is kept as typed', async () => {
    const { ana, luc } = await couple()
    await changeContact(send(ana, { ...typed, email: 'ana@example.org' }))
    const wrong = {
      ...typed,
      email: 'ana@',
      mobile: '555\0\ud800',
      notifyBy: 'text',
      safeNote: 'x'.repeat(501),
    }
    expect(code(await changeContact(send(ana, wrong)))).toBe('refused')
    const page = await findAccount(ana)
    expect(page.contact).toMatchObject({ email: 'ana@', mobile: '555', notifyBy: 'text' })
    expect(page.problems.map(({ problem }) => problem)).toEqual([
      'emailFormat',
      'mobileFormat',
      'noteTooLong',
    ])
    expect((await findAccount(luc)).problems).toEqual([])
    const kept = await world.owner.contact.findUniqueOrThrow({ where: { personId: ana.personId } })
    expect(kept.email).toBe('ana@example.org')
    const needs = { ...typed, notifyBy: 'text' }
    expect((await changeContact(send(ana, needs))).data?.['problems']).toEqual([
      { field: 'mobile', problem: 'mobileNeeded' },
    ])
    expect((await changeContact(send(ana, { ...typed, notifyBy: '' }))).data?.['problems']).toEqual([
      { field: 'notifyBy', problem: 'notifyByNeeded' },
    ])
  })

  it('CT-06 what was refused can be dropped, and goes once accepted', async () => {
    const { ana } = await couple()
    const wrong = { ...typed, email: 'ana@' }
    await changeContact(send(ana, wrong))
    expect(code(await changeContact(send(ana, { ...wrong, intent: 'discard' })))).toBe('discarded')
    expect(await findAccount(ana)).toMatchObject({ problems: [], contact: { email: '' }, savedAt: null })
    await changeContact(send(ana, wrong))
    await changeContact(send(ana, typed))
    expect(await world.owner.accountForm.count({ where: { personId: ana.personId } })).toBe(0)
  })

  it('CT-07 no right of the account is a representative’s, nor of who only gave a code', async () => {
    const { ana } = await couple()
    const helper = await world.owner.person.create({
      data: { givenName: 'Mona', familyName: 'Mandataire', birthDate: '1970-01-01' },
    })
    const mandate = await addMandate(world.owner, {
      personId: ana.personId,
      representativeId: helper.id,
      kind: 'administrator',
      rights: ['read', 'file', 'report'],
      fromDay: '2026-01-01',
    })
    const token = await addSession(world.owner, 'citizen', helper.id)
    await actUnder(token, mandate)
    const { viewer } = await viewerOf(token)
    expect(viewer.role).toBe('representative')
    for (const right of ['account:read', 'account:change'] as const) {
      expect(may(viewer, right)).toBe(false)
      expect(may(ana, right)).toBe(true)
      expect(mayRole('citizen', 'code', right)).toBe(false)
    }
    await expect(findAccount(viewer as Citizen)).rejects.toThrow(/permission denied/)
  })

  it('CT-08 the wall alone: nobody writes those of another', async () => {
    const { ana, luc } = await couple()
    const as = (text: string) => withViewer(ana, ({ sql }) => sql(text, [luc.personId]))
    await changeContact(send(luc, { ...typed, email: 'luc@example.org' }))
    await changeContact(send(luc, { ...typed, email: 'luc@' }))
    expect(await as(`update contact set email = 'a@b.ca' where person_id = $1 returning 1`)).toEqual([])
    expect(await as(`update person set language = 'en' where id = $1 returning 1`)).toEqual([])
    expect(await as(`update account_form set fields = '{}' where person_id = $1 returning 1`)).toEqual([])
    expect(await as(`delete from account_form where person_id = $1 returning 1`)).toEqual([])
    await expect(
      as(`insert into account_form (person_id, form, fields) values ($1, 'code', '{}')`),
    ).rejects.toThrow(/row-level security/)
    await expect(as(`update person set given_name = 'X' where id = $1`)).rejects.toThrow(/permission denied/)
  })
})
