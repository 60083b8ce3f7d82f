import { beforeAll, describe, expect, it } from 'vitest'
import { addMandate, addSession } from '../../../prisma/builders'
import { POST as postDeposit } from '@/app/api/account/direct-deposit/route'
import { POST as postContact } from '@/app/api/account/contact/route'
import { GET as download } from '@/app/api/my-data/route'
import { POST as freezeByLink } from '@/app/api/freeze-by-link/route'
import { findAccount } from '@/features/account/queries'
import { restoreParked } from '@/features/statement/commands'
import { actUnder } from '@/server/sign-in-store'
import type { Citizen } from '@/server/viewer'
import { call, household, openOffice } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * Numbered cases, before the code. At the door itself, with the cookie and the form as a browser sends them:
 *   RT-01 the file of one's data is an attachment: its own name, never stored, never sniffed
 *   RT-02 without a session, as a representative, or as staff, there is no such file
 *   RT-03 a deposit form whose session ended is not parked; a contact form is, and comes back on its page
 *   RT-04 the link of a notice asks for no session, and a form from elsewhere is refused
 */
const world = withWorld({ people: false })
let office: string
beforeAll(async () => {
  office = await openOffice(world.owner)
})

const origin = () => process.env['QUINZE_ORIGIN'] ?? 'http://localhost:3015'
const ask = (path: string, token?: string) =>
  new Request(`${origin()}${path}`, { headers: token ? { cookie: `quinze=${token}` } : {} })
const send = (path: string, fields: Record<string, string>, token?: string, from = origin()) =>
  new Request(`${origin()}${path}`, {
    method: 'POST',
    headers: {
      origin: from,
      'content-type': 'application/x-www-form-urlencoded',
      ...(token ? { cookie: `quinze=${token}` } : {}),
    },
    body: new URLSearchParams(fields).toString(),
  })
const context = { params: Promise.resolve({}) }

async function signedIn() {
  const { id, viewers } = await household(world.owner, office, ['Ana'])
  const ana = viewers[0] as Citizen
  return { id, ana, token: await addSession(world.owner, 'citizen', ana.personId) }
}

describe('at the door', () => {
  it('RT-01 the file of one’s data is an attachment', async () => {
    const { token } = await signedIn()
    const answer = await download(ask('/api/my-data?language=en', token), context)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-disposition': 'attachment; filename="quinze-my-data-2026-11-10.json"',
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(await answer.json()).toMatchObject({ language: 'en', data: { person: [{ givenName: 'Ana' }] } })
  })

  it('RT-02 without a session, as a representative, or as staff, there is no such file', async () => {
    const { ana } = await signedIn()
    const anonymous = await download(ask('/api/my-data?language=fr'), context)
    expect(anonymous.headers.get('location')).toBe('/fr/connexion')
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
    const acting = await download(ask('/api/my-data?language=fr', token), context)
    expect(acting.headers.get('location')).toMatch(/not-allowed$/)
    expect(await acting.text()).toBe('')
  })

  it('RT-03 a deposit form whose session ended is not parked; a contact form is', async () => {
    const { ana, token } = await signedIn()
    await world.owner.$executeRawUnsafe(
      `update auth."session" set ends_at = app_now() - interval '1 minute'
       where token_hash = sha256(convert_to($1, 'UTF8'))`,
      token,
    )
    const numbers = { institution: '815', transit: '30000', account: '7654321' }
    const late = await postDeposit(send('/api/account/direct-deposit', numbers, token), context)
    expect(late.headers.get('location')).toMatch(/session-expiree$/)
    expect(await world.owner.parkedSubmission.count({ where: { personId: ana.personId } })).toBe(0)
    await postContact(send('/api/account/contact', { email: 'ana@example.org' }, token), context)
    expect(await world.owner.parkedSubmission.count({ where: { personId: ana.personId } })).toBe(1)
    const restored = await restoreParked(call(ana, {}))
    expect(restored.to).toBe('/fr/mon-dossier/compte')
    expect((await findAccount(ana)).contact).toMatchObject({ email: 'ana@example.org', safeNote: '' })
    expect(await world.owner.contact.count({ where: { personId: ana.personId } })).toBe(0)
  })

  it('RT-04 the link of a notice asks for no session, and a form from elsewhere is refused', async () => {
    const { id } = await signedIn()
    const token = 'n'.repeat(43)
    await world.owner.$executeRawUnsafe(
      `insert into account_freeze_link (token_hash, household_id) values (sha256(convert_to($1, 'UTF8')), $2::uuid)`,
      token,
      id,
    )
    const press = async (from?: string) =>
      (
        await freezeByLink(send('/api/freeze-by-link', { token, language: 'en' }, undefined, from), context)
      ).headers.get('location')
    expect(await press('https://elsewhere.example')).toMatch(/foreign-origin$/)
    expect(await world.owner.accountFreeze.count({ where: { householdId: id } })).toBe(0)
    expect(await press()).toBe('/en/frozen/done')
    expect(await press()).toBe('/en/frozen/over')
  })
})
