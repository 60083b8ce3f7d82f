import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { addAccessCode, addContact, addHousehold, addOffice, addSession } from '../../prisma/builders'
import { installMovableClock, moveClock } from '../../prisma/demo-clock'
import {
  newAccessCode,
  parseAccessCode,
  parseFileNumber,
  sealAccessCode,
  unsealAccessCode,
} from '@/server/access-codes'
import { addressOf } from '@/server/address'
import { poolOf } from '@/server/db'
import { deviceOf } from '@/server/device'
import {
  checkOneTimeCode,
  type Issued,
  issueByAccessCode,
  issueForPerson,
  parseOneTimeCode,
  unsealOneTimeCode,
} from '@/server/one-time-codes'
import { openSession, stepUp, userOf } from '@/server/sign-in-store'
import { viewerOf } from '@/server/viewer'
import { withWorld } from '../support/world'

/*
 * Numbered cases:
 *   OT-01 the right proof sends a code to the channel on file: e-mail, text message, or an agent's voice
 *   OT-02 a code works once, in the browser that asked for it, for the purpose it was asked for
 *   OT-03 twenty at once with the right code: one gets in
 *   OT-04 five tries, then not even the right code
 *   OT-05 ten minutes
 *   OT-06 whatever is wrong with the proof, the same statements are run and the same is left behind
 *   OT-07 asking again and again waits; the wait is kept in the database, does not count and tells nothing
 *   OT-08 twenty guesses at once are counted one after the other
 *   OT-09 a code is nowhere in the clear
 *   OT-10 stepping up gives the session a new token, and the old one opens nothing
 *   OT-11 nobody but the role of sign-in may ask any of it
 *   OT-12 a session is of its user's realm, whatever the code would write
 *   OT-13 where the file was opened before, an attack from elsewhere holds nobody back
 */
const world = withWorld({ people: false })
let office: string
let count = 0

beforeAll(async () => {
  await installMovableClock(world.owner)
  await moveClock(world.owner, '2026-11-10T15:00:00.000Z')
  office = await addOffice(world.owner, { code: 'A1' })
})

const address = () => `198.51.100.${(count % 250) + 1}`
const from = (ip: string): Request => new Request('http://localhost/', { headers: { 'x-forwarded-for': ip } })
const secret = () => randomBytes(32).toString('base64url')

async function someone(contact?: { email?: string; mobile?: string; notifyBy?: 'email' | 'text' | 'none' }) {
  count += 1
  const fileNumber = `TEST-${String(count).padStart(6, '0')}`
  const birthDate = '1990-04-05'
  const { adults } = await addHousehold(world.owner, {
    fileNumber,
    officeId: office,
    adults: [{ givenName: 'Ana', familyName: `Essai${count}`, birthDate }],
  })
  const personId = adults[0]!
  const code = newAccessCode()
  await addAccessCode(world.owner, { personId, code })
  if (contact) await addContact(world.owner, personId, contact)
  return { personId, proof: { fileNumber: parseFileNumber(fileNumber)!, birthDate, code }, ip: address() }
}
type Someone = Awaited<ReturnType<typeof someone>>

const ask = (who: Someone, pending: string, ip = who.ip, proof = who.proof): Promise<Issued> =>
  issueByAccessCode({ purpose: 'sign-in', pending, shared: false, request: from(ip) }, proof)

/** The code on its way to someone, as its letter or message would say it. */
async function codeFor(personId: string): Promise<string> {
  const [row] = await world.owner.outbox.findMany({
    where: { personId, kind: 'one-time-code' },
    orderBy: { id: 'desc' },
    take: 1,
  })
  return unsealOneTimeCode(Buffer.from((row!.payload as { sealed: string }).sealed, 'base64'))
}
/** The first wait, less what the test itself has taken. */
const fiveSeconds = { waitSeconds: expect.toSatisfy((wait: number) => wait >= 1 && wait <= 5) as number }
const other = (code: string) => ((Number(code) + 1) % 1_000_000).toString().padStart(6, '0')

describe('one-time codes', () => {
  it('OT-01 follow the channel on file', async () => {
    const email = 'ana@example.org'
    const mobile = '+18195550101'
    for (const [contact, channel] of [
      [{ email }, 'email'],
      [{ email, mobile }, 'email'],
      [{ email, mobile, notifyBy: 'text' }, 'text'],
      [{ mobile }, 'text'],
      [undefined, 'desk'],
    ] as const) {
      const who = await someone(contact)
      expect(await ask(who, secret())).toEqual({ channel })
      const sent = await world.owner.outbox.findMany({ where: { personId: who.personId } })
      expect(sent.map(({ payload }) => (payload as { channel: string }).channel)).toEqual(
        channel === 'desk' ? [] : [channel],
      )
    }
  })

  it('OT-02 work once, in one browser, for one purpose', async () => {
    const who = await someone({ email: 'ana@example.org' })
    const pending = secret()
    await ask(who, pending)
    const code = await codeFor(who.personId)
    expect(await checkOneTimeCode('sign-in', secret(), code)).toEqual({ over: true })
    expect(await checkOneTimeCode('step-up', pending, code)).toEqual({ over: true })
    expect(await checkOneTimeCode('sign-in', pending, code)).toEqual({
      personId: who.personId,
      shared: false,
    })
    expect(await checkOneTimeCode('sign-in', pending, code)).toEqual({ over: true })
  })

  it('OT-03 twenty at once: one gets in', async () => {
    const who = await someone({ email: 'ana@example.org' })
    const pending = secret()
    await ask(who, pending)
    const code = await codeFor(who.personId)
    const all = await Promise.all(
      Array.from({ length: 20 }, () => checkOneTimeCode('sign-in', pending, code)),
    )
    expect(all.filter((one) => 'personId' in one)).toHaveLength(1)
    expect(all.filter((one) => 'over' in one)).toHaveLength(19)
  })

  it('OT-04 five tries', async () => {
    const who = await someone({ email: 'ana@example.org' })
    const pending = secret()
    await ask(who, pending)
    const code = await codeFor(who.personId)
    const told: unknown[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      await forget()
      told.push(await checkOneTimeCode('sign-in', pending, other(code)))
    }
    expect(told).toEqual([{ wrong: 4 }, { wrong: 3 }, { wrong: 2 }, { wrong: 1 }, { over: true }])
    await forget()
    expect(await checkOneTimeCode('sign-in', pending, code)).toEqual({ over: true })
  })

  it('OT-05 ten minutes', async () => {
    const who = await someone({ email: 'ana@example.org' })
    const [early, late] = [secret(), secret()]
    await ask(who, early)
    const first = await codeFor(who.personId)
    await age(early, '9 minutes 59 seconds')
    expect(await checkOneTimeCode('sign-in', early, first)).toHaveProperty('personId')
    await ask(who, late)
    const second = await codeFor(who.personId)
    await age(late, '10 minutes')
    expect(await checkOneTimeCode('sign-in', late, second)).toEqual({ over: true })
  })

  it('OT-06 nothing tells an unknown file from a wrong code or a wrong birth date', async () => {
    const { owner } = world
    const who = await someone({ email: 'ana@example.org' })
    const wrong = { ...who.proof, code: other(who.proof.code).slice(1) }
    const probes = [
      { ...who.proof, fileNumber: 'NOBODY000001' },
      wrong,
      { ...who.proof, birthDate: '1990-04-06' },
      { ...wrong, birthDate: '1990-04-06' },
    ]
    const told: unknown[] = []
    for (const [index, proof] of probes.entries()) {
      const sent = await owner.outbox.count()
      const statements = spy()
      const answer = await ask(who, secret(), `203.0.113.${index + 1}`, proof)
      told.push({ answer, statements: statements.stop(), sent: (await owner.outbox.count()) - sent })
    }
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(told[0]).toMatchObject({ answer: null, sent: 0 })
    // What is left behind is an attempt counted under three keys, for a file that exists as for one that does not.
    const rows = await owner.$queryRawUnsafe<{ n: number }[]>(
      `select count(*)::int n from auth.attempt where failures > 0 and key is not null`,
    )
    expect(rows[0]!.n).toBeGreaterThan(0)
    // The control: the right proof is told apart.
    await forget()
    expect(await ask(who, secret())).toEqual({ channel: 'email' })
  })

  it('OT-07 waits grow, live in the database, do not count and tell nothing', async () => {
    const who = await someone({ email: 'ana@example.org' })
    const wrong = { ...who.proof, birthDate: '1991-01-01' }
    const unknown = { ...who.proof, fileNumber: `NOBODY${count}` }
    for (const proof of [wrong, unknown]) {
      const ip = `192.0.2.${proof === wrong ? 1 : 2}`
      for (let turn = 0; turn < 3; turn += 1) expect(await ask(who, secret(), ip, proof)).toBeNull()
      const waits = await Promise.all([
        ask(who, secret(), ip, proof),
        ask(who, secret(), ip, { ...proof, birthDate: who.proof.birthDate }),
      ])
      // The second is the right proof, where the file exists: it is told the same.
      expect(waits).toEqual([fiveSeconds, fiveSeconds])
    }
    const refused = await ask(who, secret(), '192.0.2.1', who.proof)
    expect(refused).toEqual(fiveSeconds)
    // A process that starts again finds the same wait: nothing of it is in memory.
    vi.resetModules()
    const { issueByAccessCode: restarted } = await import('@/server/one-time-codes')
    const asking = {
      purpose: 'sign-in',
      pending: secret(),
      shared: false,
      request: from('192.0.2.1'),
    } as const
    expect(await restarted(asking, who.proof)).toEqual(fiveSeconds)
    await passSeconds(5)
    expect(await restarted(asking, who.proof)).toEqual({ channel: 'email' })
  })

  it('OT-08 guesses at once are counted one after the other', async () => {
    const who = await someone({ email: 'ana@example.org' })
    const guess = { ...who.proof, birthDate: '1991-01-01' }
    const all = await Promise.all(Array.from({ length: 20 }, () => ask(who, secret(), who.ip, guess)))
    expect(all.filter((one) => one === null)).toHaveLength(3)
    expect(all.filter((one) => one && 'waitSeconds' in one)).toHaveLength(17)
  })

  it('OT-09 are nowhere in the clear', async () => {
    const who = await someone({ email: 'ana@example.org' })
    const voice = await someone()
    const pending = secret()
    await ask(who, pending)
    await ask(voice, secret())
    const code = await codeFor(who.personId)
    const rows = await world.owner.$queryRawUnsafe<{ row: string }[]>(
      `select to_jsonb(o)::text as row from auth.one_time_code o union all select to_jsonb(o)::text from outbox o
       union all select to_jsonb(a)::text from auth.access_code a union all select to_jsonb(a)::text from auth.attempt a`,
    )
    const text = rows.map(({ row }) => row).join('\n')
    expect(text).not.toContain(`"${code}"`)
    expect(text).not.toContain(`"${who.proof.code}"`)
    expect(text).not.toContain(pending)
    expect(text).not.toContain(who.ip)
  })

  it('OT-10 stepping up renews the token', async () => {
    const who = await someone({ email: 'ana@example.org' })
    const token = secret()
    await openSession(await userOf(who.personId), token, {
      assurance: 'code+otp',
      shared: true,
      device: 'Firefox, Linux',
    })
    const asking = { purpose: 'step-up', pending: token, shared: true, request: from(who.ip) } as const
    expect(await issueForPerson(asking, who.personId)).toEqual({ channel: 'email' })
    expect(await checkOneTimeCode('step-up', token, await codeFor(who.personId))).toHaveProperty('personId')
    const renewed = (await stepUp(token))!
    expect((await viewerOf(token)).viewer.role).toBe('anonymous')
    expect((await viewerOf(renewed)).viewer).toMatchObject({
      role: 'citizen',
      assurance: 'step-up',
      shared: true,
    })
    expect(await stepUp(token)).toBeNull()
  })

  it('OT-11 only the role of sign-in may ask', async () => {
    for (const role of [undefined, 'quinze_anonymous'] as const) {
      for (const statement of [
        `select auth.attempts(array[]::bytea[])`,
        `select auth.try_code('\\x00', 'sign-in')`,
        `select auth.tell_code('TEST000001', '1990-04-05')`,
        `select auth.claim('citizen', 'x', gen_random_uuid())`,
        `select * from auth.access_code`,
        `select * from auth.one_time_code`,
      ]) {
        await expect(poolOf(role).query(statement), statement).rejects.toMatchObject({ code: '42501' })
      }
    }
    for (const table of ['access_code', 'one_time_code', 'attempt']) {
      await expect(poolOf('quinze_auth').query(`select * from auth.${table}`), table).rejects.toMatchObject({
        code: '42501',
      })
    }
  })

  it('OT-12 a session is of the realm of its user, an identity too', async () => {
    const who = await someone()
    await addSession(world.owner, 'citizen', who.personId)
    for (const statement of [
      `insert into auth.session (token_hash, user_id, realm, assurance, ends_at)
       select sha256('x'), id, 'staff', 'oidc', now() from auth."user" where person_id = $1::uuid`,
      `update auth.session set realm = 'staff' where user_id = (select id from auth."user" where person_id = $1::uuid)`,
      `insert into auth.account (provider, subject, user_id) select 'staff', 'x', id from auth."user" where person_id = $1::uuid`,
    ]) {
      await expect(world.owner.$executeRawUnsafe(statement, who.personId), statement).rejects.toThrow(/realm/)
    }
  })

  it('OT-13 an attack from elsewhere holds nobody back where they have signed in before', async () => {
    const who = await someone({ email: 'ana@example.org' })
    const pending = secret()
    await ask(who, pending)
    expect(await checkOneTimeCode('sign-in', pending, await codeFor(who.personId))).toHaveProperty('personId')
    const guess = { ...who.proof, birthDate: '1991-01-01' }
    for (let turn = 0; turn < 12; turn += 1) await ask(who, secret(), `203.0.113.${100 + turn}`, guess)
    expect(await ask(who, secret(), '203.0.113.200')).toHaveProperty('waitSeconds')
    expect(await ask(who, secret())).toEqual({ channel: 'email' })
  })
})

describe('what people write', () => {
  it('a file number in any of its spellings; nothing else', () => {
    for (const text of ['demo 0001 01', 'DEMO-0001-01', ' Demo.0001.01 ', 'ＤＥＭＯ000101', 'DEMO 0001‑01']) {
      expect(parseFileNumber(text), text).toBe('DEMO000101')
    }
    for (const text of ['', 'ABC', 'DEMO_1', "A'; --", 'É12345', 'A'.repeat(21)])
      expect(parseFileNumber(text), text).toBeNull()
  })

  it('a one-time code with a space; nothing else', () => {
    expect(parseOneTimeCode(' 123 456 ')).toBe('123456')
    for (const text of ['', '12345', '1234567', '12a456', '١٢٣٤٥٦x'])
      expect(parseOneTimeCode(text)).toBeNull()
  })

  it('an access code with a space; nothing else', () => {
    expect(parseAccessCode(' 01 234 ')).toBe('01234')
    for (const text of ['', '1234', '123456', '1234a']) expect(parseAccessCode(text)).toBeNull()
  })

  it('an access code waits for its letter under a key of its own', async () => {
    const { unseal } = await import('@/server/secrets')
    const secret = process.env['QUINZE_SECRET']!
    const sealed = sealAccessCode(secret, '01234')
    expect(unsealAccessCode(secret, sealed)).toBe('01234')
    expect(() => unseal(sealed)).toThrow()
    expect(() => unseal(sealed, 'one-time-code')).toThrow()
  })

  it('every access code is as likely', () => {
    const first = new Map<string, number>()
    for (let turn = 0; turn < 20_000; turn += 1) {
      const code = newAccessCode()
      expect(code).toMatch(/^\d{5}$/)
      first.set(code[0]!, (first.get(code[0]!) ?? 0) + 1)
    }
    for (const digit of '0123456789') expect(first.get(digit), digit).toBeGreaterThan(1_750)
  })

  it('an address is the last the proxy added; a network of IPv6 is one', () => {
    const ip = (text: string) => addressOf(from(text))
    expect(ip('10.0.0.1, 198.51.100.7')).toBe('198.51.100.7')
    expect(ip('::ffff:198.51.100.7')).toBe('198.51.100.7')
    expect(ip('2001:db8:0:1::5')).toBe(ip('2001:DB8:0000:0001:ffff::1'))
    expect(ip('2001:db8:0:1::5')).not.toBe(ip('2001:db8:0:2::5'))
    expect(addressOf(new Request('http://localhost/'))).toBe('')
  })

  it('a device is a browser and a system, and nothing finer', () => {
    const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'
    const phone =
      'Mozilla/5.0 (Linux; Android 14; SM-A546W) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36'
    expect(deviceOf(firefox)).toBe('Firefox, Windows')
    expect(deviceOf(phone)).toBe('Chrome, Android')
    expect(deviceOf('curl/8')).toBe('')
    expect(deviceOf(null)).toBe('')
  })
})

/** Lets some seconds pass for every attempt. */
async function passSeconds(seconds: number): Promise<void> {
  await world.owner.$executeRawUnsafe(
    `update auth.attempt set failed_at = failed_at - make_interval(secs => $1)`,
    seconds,
  )
}
const forget = () => world.owner.$executeRawUnsafe('update auth.attempt set failures = 0')

async function age(pending: string, by: string): Promise<void> {
  await world.owner.$executeRawUnsafe(
    `update auth.one_time_code set expires_at = expires_at - $1::interval where pending = sha256(convert_to($2, 'UTF8'))`,
    by,
    pending,
  )
}

/** The statements the sign-in role runs until stopped, without their values. */
function spy() {
  const pool = poolOf('quinze_auth')
  const seen: string[] = []
  const connect = pool.connect.bind(pool)
  pool.connect = (async () => {
    const client = await connect()
    const query = client.query.bind(client)
    client.query = ((text: string, values?: unknown[]) => {
      seen.push(text)
      return values ? query(text, values) : query(text)
    }) as never
    const release = client.release.bind(client)
    client.release = (error) => {
      client.query = query as never
      client.release = release
      release(error)
    }
    return client
  }) as never
  return {
    stop: () => {
      pool.connect = connect as never
      return seen
    },
  }
}
