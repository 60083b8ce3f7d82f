import { describe, expect, test } from 'vitest'
import {
  addAccessCode,
  addAddress,
  addHousehold,
  addOffice,
  addSession,
  addStaff,
} from '../../../prisma/builders'
import { installMovableClock, moveClock } from '../../../prisma/demo-clock'
import { accessCodeDigest, unsealAccessCode } from '@/server/access-codes'
import type { Answer, Call } from '@/server/endpoint'
import { viewerOf, type Citizen, type Staff } from '@/server/viewer'
import { tenth } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * Numbered cases, before the code:
 *   LT-01 an office sees the letters that wait for its own people, the oldest first, without their codes
 *   LT-02 opening one shows the code and is written in the trail; another office finds nothing
 *   LT-03 once printed, the code is nowhere; a letter printed twice is gone; another office prints nothing
 *   LT-04 a protected address is for supervisors; an older one is not shown in its place
 *   LT-05 a new code kills the old one and its sessions at once, and waits for its letter
 *   LT-06 without the identity checked, nothing is given
 *   LT-07 a page left open does not erase the code that came after it
 *   LT-08 a person asks for a new code once; it is never in an answer
 *   LT-09 a file is found as people write its number, in one's own office only
 *   LT-10 contact agents and auditors do nothing with letters; the database says so too
 */
const world = withWorld({ people: false })
const queries = () => import('@/features/letters/queries')
const commands = () => import('@/features/letters/commands')

type Ground = Awaited<ReturnType<typeof build>>
let built: Promise<Ground> | undefined
/** Two offices, their staff, and a household in each; built once. */
const ground = () => (built ??= build())

async function build() {
  const { owner } = world
  await installMovableClock(owner)
  await moveClock(owner, tenth)
  const near = await addOffice(owner, { code: '901', phone: '+18195550100' })
  const far = await addOffice(owner, { code: '902' })
  const member = async (
    name: string,
    role: 'agent' | 'supervisor' | 'contact' | 'auditor',
    officeId: string,
  ) =>
    (await viewerOf(await addSession(owner, 'staff', await addStaff(owner, { name, role, officeId }))))
      .viewer as Staff
  return {
    near,
    far,
    agent: await member('Alix Agente', 'agent', near),
    supervisor: await member('Sacha Cadre', 'supervisor', near),
    otherAgent: await member('Loin Agent', 'agent', far),
    contact: await member('Soutien', 'contact', near),
    auditor: await member('Vérif', 'auditor', near),
  }
}

let count = 0
/** A household of an office, each adult with a code that waits. */
async function settle(officeId: string, names: readonly string[] = ['Ana'], code = '10203') {
  count += 1
  const fileNumber = `LETTRE-${String(count).padStart(3, '0')}`
  const adults = names.map((givenName) => ({ givenName, familyName: 'Essai', birthDate: '1985-04-12' }))
  const { id, adults: people } = await addHousehold(world.owner, {
    fileNumber,
    officeId,
    since: '2026-06',
    adults,
  })
  for (const [index, personId] of people.entries()) {
    await addAccessCode(world.owner, { personId, code: String(Number(code) + index) })
  }
  return { id, fileNumber, people, person: people[0]! }
}

function call<V, Input>(viewer: V, input: Input, params: Record<string, string> = {}) {
  const request = new Request('http://localhost:3015/api')
  return { viewer, input, params, arrival: tenth, locale: 'fr', request } as unknown as Call<never, Input> & {
    viewer: V
  }
}

const kept = async (personId: string) => {
  const rows = await world.owner.$queryRawUnsafe<
    {
      digest: Uint8Array
      sealed: Uint8Array | null
      reason: string
      printed_at: Date | null
      issued_at: Date
    }[]
  >('select * from auth."access_code" where person_id = $1::uuid', personId)
  return rows[0]!
}
const secret = () => process.env['QUINZE_SECRET']!
const digest = (fileNumber: string, code: string) =>
  accessCodeDigest(secret(), { fileNumber, birthDate: '1985-04-12', code })
const opens = async (fileNumber: string, code: string): Promise<boolean> => {
  const rows = await world.owner.$queryRawUnsafe<object[]>(
    'select from auth."access_code" where digest = $1',
    digest(fileNumber, code),
  )
  return rows.length === 1
}
const codeIn = (answer: Answer): unknown => answer.data?.['code']
const trail = (act: string, subjectId: string) => world.owner.audit.findMany({ where: { act, subjectId } })

async function print(viewer: Staff, personId: string, issuedAt?: string) {
  const { notePrinted } = await commands()
  const at = issuedAt ?? (await kept(personId)).issued_at.toISOString()
  return codeIn(await notePrinted(call(viewer, { issuedAt: at }, { id: personId })))
}
async function renew(viewer: Staff, personId: string, identity: string | undefined = 'checked') {
  const { renewCode } = await commands()
  return renewCode(call(viewer, { identity }, { id: personId }))
}

describe('letters that wait', () => {
  test('LT-01 each office sees its own, the oldest first, without codes', async () => {
    const { near, far, agent, otherAgent, supervisor } = await ground()
    const first = await settle(near, ['Ana', 'Bob'])
    await moveClock(world.owner, '2026-11-10T16:00:00.000Z')
    const second = await settle(near, ['Cléa'])
    const third = await settle(far, ['Dan'])
    const { listLetters } = await queries()
    const { letters } = await listLetters(agent)
    expect(letters.map(({ name }) => name)).toEqual(['Ana Essai', 'Bob Essai', 'Cléa Essai'])
    expect(letters[2]).toMatchObject({
      personId: second.person,
      fileNumber: second.fileNumber,
      reason: 'first',
      delivery: 'noAddress',
    })
    expect(JSON.stringify(letters)).not.toMatch(/1020[3-5]|sealed/)
    expect((await listLetters(supervisor)).letters).toEqual(letters)
    expect((await listLetters(otherAgent)).letters.map(({ personId }) => personId)).toEqual([third.person])
    for (const { people } of [first, second, third])
      for (const person of people)
        await world.owner.$executeRawUnsafe(
          'delete from auth."access_code" where person_id = $1::uuid',
          person,
        )
  })

  test('LT-02 opening one shows its code, and leaves a trace; another office finds nothing', async () => {
    const { near, agent, otherAgent } = await ground()
    const { person, fileNumber, id } = await settle(near, ['Eva'], '56789')
    const { findLetter } = await queries()
    expect(await findLetter(agent, person)).toMatchObject({
      name: 'Eva Essai',
      fileNumber,
      code: '56789',
      language: 'fr',
      office: { phone: '+18195550100' },
    })
    expect(await trail('looked', person)).toMatchObject([
      { actorId: agent.staffId, subjectKind: 'letter', householdId: id },
    ])
    expect(await findLetter(otherAgent, person)).toBeNull()
    expect(await findLetter(agent, 'not-an-id')).toBeNull()
    expect(await trail('looked', person)).toHaveLength(1)
  })

  test('LT-03 once printed, the code is nowhere', async () => {
    const { near, agent, supervisor, otherAgent } = await ground()
    const { person, fileNumber, id } = await settle(near, ['Fée'], '31313')
    expect(await print(otherAgent, person)).toBe('gone')
    expect((await kept(person)).sealed).not.toBeNull()
    expect(await print(agent, person)).toBe('printed')
    expect(await kept(person)).toMatchObject({ sealed: null })
    expect((await kept(person)).printed_at).not.toBeNull()
    const { findLetter, listLetters } = await queries()
    expect(await findLetter(supervisor, person)).toBeNull()
    expect((await listLetters(agent)).letters.map(({ personId }) => personId)).not.toContain(person)
    expect(await print(agent, person)).toBe('gone')
    expect(await trail('printed', person)).toMatchObject([{ actorId: agent.staffId, householdId: id }])
    // It still opens the file: only its writing is gone.
    expect(await opens(fileNumber, '31313')).toBe(true)
  })

  test('LT-04 a protected address is for supervisors, and an older one never stands in its place', async () => {
    const { near, agent, supervisor } = await ground()
    const { person, id } = await settle(near, ['Gil'])
    const address = { city: 'Amos', postalCode: 'J9T 1A1' }
    const { findLetter } = await queries()
    await addAddress(world.owner, id, { ...address, street: '1, rue d’Avant', fromDay: '2026-01-01' })
    expect((await findLetter(agent, person))!).toMatchObject({
      delivery: 'mail',
      address: { street: '1, rue d’Avant' },
    })
    await addAddress(world.owner, id, {
      ...address,
      street: '2, rue Cachée',
      fromDay: '2026-10-01',
      protected: true,
    })
    expect(await findLetter(agent, person)).toMatchObject({ delivery: 'protected', address: null })
    expect(await findLetter(supervisor, person)).toMatchObject({
      delivery: 'protected',
      address: { street: '2, rue Cachée' },
    })
    // A move to come is not where they live yet.
    await addAddress(world.owner, id, { ...address, street: '3, rue d’Après', fromDay: '2026-12-01' })
    expect(await findLetter(agent, person)).toMatchObject({ delivery: 'protected', address: null })
  })
})

describe('new codes', () => {
  test('LT-05 the old one is dead at once, and so are its sessions; the new one waits', async () => {
    const { near, agent, otherAgent } = await ground()
    const { person, people, fileNumber, id } = await settle(near, ['Hugo', 'Iris'], '40404')
    const byCode = await addSession(world.owner, 'citizen', person)
    const byProvider = await addSession(world.owner, 'citizen', person)
    await world.owner.$executeRawUnsafe(
      `update auth."session" set assurance = 'code+otp' where token_hash = sha256(convert_to($1, 'UTF8'))`,
      byCode,
    )
    const spouse = await kept(people[1]!)
    expect((await renew(otherAgent, person)).data?.['code']).toBe('not-allowed')
    expect(await opens(fileNumber, '40404')).toBe(true)
    await print(agent, person)
    expect(codeIn(await renew(agent, person))).toBe('renewed')
    expect(await opens(fileNumber, '40404')).toBe(false)
    const now = await kept(person)
    expect(now).toMatchObject({ reason: 'renewal', printed_at: null })
    const code = unsealAccessCode(secret(), now.sealed!)
    expect(code).toMatch(/^\d{5}$/)
    expect(await opens(fileNumber, code)).toBe(true)
    const { findLetter } = await queries()
    expect(await findLetter(agent, person)).toMatchObject({ code, reason: 'renewal' })
    expect((await viewerOf(byCode)).viewer.role).toBe('anonymous')
    expect((await viewerOf(byProvider)).viewer.role).toBe('citizen')
    expect(await kept(people[1]!)).toEqual(spouse)
    expect(await trail('renewed', person)).toMatchObject([
      { actorId: agent.staffId, subjectKind: 'accessCode', householdId: id },
    ])
  })

  test('LT-06 without the identity checked, nothing is given', async () => {
    const { near, agent } = await ground()
    const { person, id } = await settle(near, ['Jade'])
    const before = await kept(person)
    const answer = await renew(agent, person, 'no')
    expect(codeIn(answer)).toBe('identity')
    expect(answer.to).toBe(`/fr/bureau/codes-acces/${id}?note=identity`)
    expect(await kept(person)).toEqual(before)
  })

  test('LT-07 a page left open does not erase the code that came after it', async () => {
    const { near, agent } = await ground()
    const { person } = await settle(near, ['Kim'])
    const opened = (await kept(person)).issued_at.toISOString()
    await moveClock(world.owner, '2026-11-10T17:00:00.000Z')
    await renew(agent, person)
    expect(await print(agent, person, opened)).toBe('gone')
    expect((await kept(person)).sealed).not.toBeNull()
  })

  test('LT-08 a person asks for one, once; it is never in an answer', async () => {
    const { near, agent } = await ground()
    const { person, fileNumber } = await settle(near, ['Léo'], '51515')
    const token = await addSession(world.owner, 'citizen', person)
    const viewer = (await viewerOf(token)).viewer as Citizen
    const { askForCode } = await commands()
    const { findOwnCode } = await queries()
    await print(agent, person)
    expect((await findOwnCode(viewer)).code).toMatchObject({ reason: 'first', waiting: false })
    const answer = await askForCode(call(viewer, {}))
    expect(codeIn(answer)).toBe('renewed')
    expect(await opens(fileNumber, '51515')).toBe(false)
    const code = unsealAccessCode(secret(), (await kept(person)).sealed!)
    const own = await findOwnCode(viewer)
    expect(own.code).toMatchObject({ reason: 'renewal', waiting: true, printedAt: null })
    expect(JSON.stringify([answer, own])).not.toContain(code)
    const waiting = await kept(person)
    expect(codeIn(await askForCode(call(viewer, {})))).toBe('on-its-way')
    expect(await kept(person)).toEqual(waiting)
    expect(await trail('renewed', person)).toMatchObject([{ actorKind: 'citizen', actorId: person }])
    // Once its letter has left, another may be asked for.
    await print(agent, person)
    expect(codeIn(await askForCode(call(viewer, {})))).toBe('renewed')
  })

  test('LT-09 a file is found as people write its number, in one’s own office only', async () => {
    const { near, agent, otherAgent } = await ground()
    const { id, fileNumber } = await settle(near, ['Mia'])
    const { searchFile } = await commands()
    const found = async (viewer: Staff, typed: string | undefined) =>
      (await searchFile(call(viewer, { fileNumber: typed }))).to
    const page = `/fr/bureau/codes-acces/${id}`
    for (const typed of [
      fileNumber,
      fileNumber.toLowerCase(),
      fileNumber.replaceAll('-', ' '),
      ` ${fileNumber.replaceAll('-', '')} `,
    ]) {
      expect(await found(agent, typed), typed).toBe(page)
    }
    for (const typed of ['LETTRE-999', '', undefined, '%', "'; select"]) {
      expect(await found(agent, typed)).toBe('/fr/bureau/lettres?note=no-file')
    }
    expect(await found(otherAgent, fileNumber)).toBe('/fr/bureau/lettres?note=no-file')
  })
})

test('LT-10 contact agents and auditors do nothing with letters; the database says so too', async () => {
  const { near, contact, auditor } = await ground()
  const { person, fileNumber } = await settle(near, ['Nina'])
  const { mayRole } = await import('@/server/permissions')
  const { withViewer } = await import('@/server/db')
  for (const viewer of [contact, auditor]) {
    for (const right of ['letters:print', 'access-code:renew', 'access-code:ask'] as const) {
      expect(mayRole(viewer.role, 'step-up', right)).toBe(false)
    }
    const calls: [string, unknown[]][] = [
      ['select letters_waiting($1)', [10]],
      ['select letter_waiting($1)', [person]],
      ['select letter_printed($1, now())', [person]],
      ['select renew_code_of($1, $2, $3, $4)', [person, fileNumber, Buffer.alloc(32), Buffer.alloc(32)]],
      ['select renew_own_code($1, $2, $3)', [fileNumber, Buffer.alloc(32), Buffer.alloc(32)]],
      ['select * from auth."access_code"', []],
    ]
    for (const [text, values] of calls) {
      await expect(
        withViewer(viewer, ({ sql }) => sql(text, values)),
        text,
      ).rejects.toThrow(/permission denied/)
    }
  }
  // Whoever heard a code by telephone alone may not ask for another.
  expect(mayRole('citizen', 'code', 'access-code:ask')).toBe(false)
  expect(mayRole('citizen', 'code+otp', 'access-code:ask')).toBe(true)
  expect(mayRole('representative', 'step-up', 'access-code:ask')).toBe(false)
})
