import { randomBytes } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  addAccessCode,
  addContact,
  addHousehold,
  addOffice,
  addSession,
  addStaff,
} from '../../../prisma/builders'
import { installMovableClock, moveClock } from '../../../prisma/demo-clock'
import { instant, type Instant } from '@/domain/calendar'
import { assistSignIn, extendSession, sendCode, sendProof } from '@/features/access/commands'
import { findToldCode } from '@/features/access/queries'
import { assistSchema, oneTimeCodeSchema, proofSchema } from '@/features/access/schema'
import { newAccessCode } from '@/server/access-codes'
import { sealIdentity } from '@/server/claims'
import type { Answer } from '@/server/endpoint'
import { unsealOneTimeCode } from '@/server/one-time-codes'
import { findUser } from '@/server/sign-in-store'
import { type Staff, type Viewer, viewerOf } from '@/server/viewer'
import { withWorld } from '../../support/world'

/*
 * Numbered cases:
 *   SI-01 the letter, then the code sent, opens the file: once, with a session of its own
 *   SI-02 an unknown file, a wrong code and a wrong birth date are answered the same, whatever is asked of the answer
 *   SI-03 what cannot be read is said in words, field by field, and tells nothing of the file
 *   SI-04 a wait is told in words, for a file that exists as for one that does not
 *   SI-05 twenty uses of one code: one session
 *   SI-06 a shared computer: ten minutes, a cookie that leaves with the window, kept over a mistake
 *   SI-07 any sign-in ends the living session first: no sequence gives one of both realms
 *   SI-08 an identity claims a file once; a second identity, or a second file, is refused
 *   SI-09 a claim travels sealed, for a quarter of an hour, and cannot be made up
 *   SI-10 an agent reads out the code of a caller nobody can write to: once, for two minutes, with a trace
 *   SI-11 an agent learns nothing of anyone else: not of one who has an e-mail address, nor of who waits for nothing
 *   SI-12 going on keeps a living session alive; one that ended says so
 */
const world = withWorld({ people: false })
const now = instant('2026-11-10T15:00:00.000Z')
let office: string
let count = 0

beforeAll(async () => {
  await installMovableClock(world.owner)
  office = await addOffice(world.owner, { code: 'A1' })
})
beforeEach(() => moveClock(world.owner, now))

const nobody: Viewer = { role: 'anonymous' }
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0'

/** A browser: it keeps the cookies it is given, and has an address of its own. */
class Browser {
  readonly cookies = new Map<string, string>()
  readonly address = `198.51.100.${(count += 1)}`

  request(): Request {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Request('http://localhost:3015/api', {
      headers: { cookie, 'x-forwarded-for': this.address, 'user-agent': firefox },
    })
  }

  private keep(answer: Answer): Answer {
    for (const header of answer.cookies ?? []) {
      const [name, value] = header.split(';')[0]!.split('=') as [string, string]
      if (/Max-Age=0/.test(header)) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }

  private call<Input>(input: Input, arrival: Instant = now) {
    return { viewer: nobody, input, params: {}, arrival, locale: 'fr' as const, request: this.request() }
  }

  prove = async (fields: Record<string, string>, arrival?: Instant): Promise<Answer> =>
    this.keep(await sendProof(this.call(proofSchema.parse(fields), arrival)))
  type = async (fields: Record<string, string>, arrival?: Instant): Promise<Answer> =>
    this.keep(await sendCode(this.call(oneTimeCodeSchema.parse(fields), arrival)))
  viewer = async (): Promise<Viewer> => (await viewerOf(this.cookies.get('quinze'))).viewer
}

async function someone(contact: Parameters<typeof addContact>[2] | null = { email: 'ana@example.org' }) {
  count += 1
  const file = `TEST-${String(count).padStart(6, '0')}`
  const { adults } = await addHousehold(world.owner, {
    fileNumber: file,
    officeId: office,
    adults: [{ givenName: 'Ana', familyName: `Essai${count}`, birthDate: '1990-04-05' }],
  })
  const personId = adults[0]!
  const code = newAccessCode()
  await addAccessCode(world.owner, { personId, code })
  if (contact) await addContact(world.owner, personId, contact)
  const birth = { 'birth.day': '5', 'birth.month': '04', 'birth.year': '1990' }
  return { personId, file, birth, letter: { file, ...birth, code } }
}

async function sentTo(personId: string): Promise<string> {
  const row = await world.owner.outbox.findFirstOrThrow({
    where: { personId, kind: 'one-time-code' },
    orderBy: { id: 'desc' },
  })
  return unsealOneTimeCode(Buffer.from((row.payload as { sealed: string }).sealed, 'base64'))
}
const other = (code: string) => String((Number(code) + 1) % 10 ** code.length).padStart(code.length, '0')
const sessionsOf = (personId: string) =>
  world.owner.$queryRawUnsafe<{ assurance: string; device: string; shared: boolean; ended: boolean }[]>(
    `select s.assurance, s.device, s.shared, s.ended_at is not null as ended from auth.session s
     join auth."user" u on u.id = s.user_id where u.person_id = $1::uuid order by s.id`,
    personId,
  )

describe('signing in with the code of a letter', () => {
  it('SI-01 opens the file, once', async () => {
    const ana = await someone()
    const browser = new Browser()
    expect((await browser.prove(ana.letter)).to).toBe('/fr/connexion/code-recu/email')
    const code = await sentTo(ana.personId)
    const kept = new Map(browser.cookies)
    expect((await browser.type({ code })).to).toBe('/fr/mon-dossier')
    expect(await browser.viewer()).toMatchObject({
      role: 'citizen',
      personId: ana.personId,
      assurance: 'code+otp',
    })
    expect(await sessionsOf(ana.personId)).toEqual([
      { assurance: 'code+otp', device: 'Firefox, Linux', shared: false, ended: false },
    ])
    // The same browser, as it was before: the code is used.
    const again = new Browser()
    for (const [name, value] of kept) again.cookies.set(name, value)
    expect((await again.type({ code })).to).toBe('/fr/connexion/code-d-acces/over')
    expect(await again.viewer()).toEqual(nobody)
  })

  it('SI-01 a wrong code stays, five wrong codes lead back', async () => {
    const ana = await someone({ mobile: '+18195550199' })
    const browser = new Browser()
    expect((await browser.prove(ana.letter)).to).toBe('/fr/connexion/code-recu/text')
    const wrong = other(await sentTo(ana.personId))
    expect(await browser.type({ code: wrong, channel: 'text' })).toMatchObject({
      to: '/fr/connexion/code-recu/text-wrong',
      status: 401,
    })
    expect((await browser.type({ code: '12', channel: 'text' })).to).toBe(
      '/fr/connexion/code-recu/text-shape',
    )
    expect((await new Browser().type({ code: wrong })).to).toBe('/fr/connexion/code-d-acces/over')
  })

  it('SI-02 says the same of an unknown file, a wrong code and a wrong birth date', async () => {
    const ana = await someone()
    const answers = []
    for (const wrong of [
      { ...ana.letter, file: 'NOBODY-0001' },
      { ...ana.letter, code: other(ana.letter.code) },
      { ...ana.letter, 'birth.year': '1991' },
      { ...ana.letter, file: 'NOBODY-0001', code: other(ana.letter.code), 'birth.day': '6' },
    ]) {
      const browser = new Browser()
      answers.push(JSON.stringify([await browser.prove(wrong), [...browser.cookies]]))
    }
    expect(new Set(answers).size).toBe(1)
    expect(JSON.parse(answers[0]!)).toEqual([
      { to: '/fr/connexion/code-d-acces/refused', status: 401, data: { code: 'refused' }, cookies: [] },
      [],
    ])
  })

  it('SI-03 says in words which fields cannot be read', async () => {
    const ana = await someone()
    const browser = new Browser()
    const cases: [Record<string, string>, string][] = [
      [{ ...ana.letter, file: '' }, 'check-file'],
      [{ ...ana.letter, 'birth.month': '13' }, 'check-birth'],
      [{ ...ana.letter, 'birth.day': '31' }, 'check-birth'],
      [{ ...ana.letter, code: '1234' }, 'check-code'],
      [{}, 'check-file-birth-code'],
    ]
    for (const [fields, reason] of cases) {
      expect((await browser.prove(fields)).to).toBe(`/fr/connexion/code-d-acces/${reason}`)
    }
    // None of it counted: the right proof is not made to wait.
    expect((await browser.prove(ana.letter)).to).toBe('/fr/connexion/code-recu/email')
  })

  it('SI-04 tells how long to wait, and nothing else', async () => {
    const ana = await someone()
    for (const file of [ana.file, 'NOBODY-0002']) {
      const browser = new Browser()
      const wrong = { ...ana.letter, file, code: other(ana.letter.code) }
      for (let turn = 0; turn < 3; turn += 1) await browser.prove(wrong)
      for (const proof of [wrong, { ...ana.letter, file }]) {
        const { to, status, data, cookies } = await browser.prove(proof)
        expect({ to, status, cookies }).toEqual({
          to: '/fr/connexion/attendre/access-5',
          status: 429,
          cookies: [],
        })
        expect(data).toEqual({ code: 'wait', seconds: expect.any(Number) as number })
      }
    }
  })

  it('SI-05 twenty uses of one code open one session', async () => {
    const ana = await someone()
    const first = new Browser()
    await first.prove(ana.letter)
    const code = await sentTo(ana.personId)
    const all = await Promise.all(
      Array.from({ length: 20 }, () => {
        const browser = new Browser()
        for (const [name, value] of first.cookies) browser.cookies.set(name, value)
        return browser.type({ code })
      }),
    )
    expect(all.filter(({ to }) => to === '/fr/mon-dossier')).toHaveLength(1)
    expect(await sessionsOf(ana.personId)).toHaveLength(1)
  })

  it('SI-06 on a shared computer, ten minutes and nothing kept', async () => {
    const ana = await someone()
    const browser = new Browser()
    // Ticked once, then a mistake: the page cannot show it ticked, the choice holds all the same.
    await browser.prove({ ...ana.letter, code: '', shared: 'yes' })
    await browser.prove(ana.letter)
    const answer = await browser.type({ code: await sentTo(ana.personId) })
    const session = answer.cookies!.find((cookie) => cookie.startsWith('quinze='))!
    expect(session).not.toMatch(/Max-Age|Expires/)
    expect(await browser.viewer()).toMatchObject({ role: 'citizen', shared: true })
    expect(browser.cookies.has('quinze-shared')).toBe(false)
    await passMinutes(browser, 9)
    expect((await browser.viewer()).role).toBe('citizen')
    await passMinutes(browser, 10)
    expect((await browser.viewer()).role).toBe('anonymous')
    // The control: at home, an hour.
    const home = new Browser()
    await home.prove(ana.letter)
    const own = await home.type({ code: await sentTo(ana.personId) })
    expect(own.cookies![0]).toMatch(/Max-Age=43200/)
    await passMinutes(home, 59)
    expect((await home.viewer()).role).toBe('citizen')
  })

  it('SI-07 ends the living session of the browser, of either realm, first', async () => {
    const [ana, luc] = [await someone(), await someone()]
    const agent = await addStaff(world.owner, { name: 'Alix', role: 'agent', officeId: office })
    for (const [realm, id] of [
      ['staff', agent],
      ['citizen', luc.personId],
    ] as const) {
      const browser = new Browser()
      const token = await addSession(world.owner, realm, id)
      browser.cookies.set('quinze', token)
      expect((await viewerOf(token)).viewer.role).not.toBe('anonymous')
      await browser.prove(ana.letter)
      expect((await viewerOf(token)).viewer.role).toBe('anonymous')
      // A session opened in another window meanwhile ends too.
      const between = await addSession(world.owner, realm, id)
      browser.cookies.set('quinze', between)
      await browser.type({ code: await sentTo(ana.personId) })
      expect((await viewerOf(between)).viewer.role).toBe('anonymous')
      expect(await browser.viewer()).toMatchObject({ role: 'citizen', personId: ana.personId })
      expect(await browser.viewer()).not.toHaveProperty('staffId')
    }
  })
})

describe('claiming a file with a digital identity', () => {
  const claiming = (subject: string, at: Instant = now) => {
    const browser = new Browser()
    browser.cookies.set('quinze-claim', sealIdentity(subject, at))
    return browser
  }
  const subject = () => randomBytes(8).toString('hex')
  async function claim(browser: Browser, who: Awaited<ReturnType<typeof someone>>): Promise<Answer> {
    const sent = await browser.prove({ ...who.letter, errand: 'claim' })
    expect(sent.to).toBe('/fr/connexion/code-recu/link-email')
    return browser.type({ code: await sentTo(who.personId), errand: 'claim', channel: 'email' })
  }

  it('SI-08 links once; the file opens, now and by the identity alone', async () => {
    const ana = await someone()
    const mine = subject()
    const browser = claiming(mine)
    expect((await claim(browser, ana)).to).toBe('/fr/mon-dossier')
    expect(await browser.viewer()).toMatchObject({ personId: ana.personId, assurance: 'oidc' })
    expect(await findUser('citizen', mine)).not.toBeNull()
    expect(await findUser('staff', mine)).toBeNull()
    expect(browser.cookies.has('quinze-claim')).toBe(false)
    const trail = await world.owner.audit.findMany({ where: { act: 'claimed', subjectId: ana.personId } })
    expect(trail).toHaveLength(1)

    const luc = await someone()
    expect((await claim(claiming(mine), luc)).to).toBe('/fr/connexion/relier-mon-identite/identity-used')
    const theirs = subject()
    expect((await claim(claiming(theirs), ana)).to).toBe(
      '/fr/connexion/relier-mon-identite/person-has-identity',
    )
    expect(await findUser('citizen', theirs)).toBeNull()
    expect(await sessionsOf(luc.personId)).toEqual([])
  })

  it('SI-08 a person who signs in by letter first can still claim; a code for one is none for the other', async () => {
    const ana = await someone()
    const letter = new Browser()
    await letter.prove(ana.letter)
    await letter.type({ code: await sentTo(ana.personId) })
    const browser = claiming(subject())
    await browser.prove({ ...ana.letter, errand: 'claim' })
    const code = await sentTo(ana.personId)
    expect((await browser.type({ code })).to).toBe('/fr/connexion/code-d-acces/over')
    expect((await browser.type({ code, errand: 'claim' })).to).toBe('/fr/mon-dossier')
  })

  it('SI-08 two claims of one identity at once link it to one file', async () => {
    const [ana, luc] = [await someone(), await someone()]
    const mine = subject()
    const both = await Promise.all([claim(claiming(mine), ana), claim(claiming(mine), luc)])
    expect(both.map(({ to }) => to).sort()).toEqual([
      '/fr/connexion/relier-mon-identite/identity-used',
      '/fr/mon-dossier',
    ])
  })

  it('SI-09 cannot be made up, nor come late', async () => {
    const ana = await someone()
    const over = '/fr/connexion/relier-mon-identite/identity-over'
    const fields = { ...ana.letter, errand: 'claim' }
    expect((await new Browser().prove(fields)).to).toBe(over)
    const spoiled = claiming('mine')
    spoiled.cookies.set('quinze-claim', spoiled.cookies.get('quinze-claim')!.replace(/.$/, 'A'))
    spoiled.cookies.set('quinze-claim', `A${spoiled.cookies.get('quinze-claim')!.slice(1)}`)
    expect((await spoiled.prove(fields)).to).toBe(over)
    const late = instant('2026-11-10T15:15:00.000Z')
    expect((await claiming(subject()).prove(fields, late)).to).toBe(over)
    const justInTime = instant('2026-11-10T15:14:59.000Z')
    expect((await claiming(subject()).prove(fields, justInTime)).to).toBe(
      '/fr/connexion/code-recu/link-email',
    )
    // The subject is nowhere to be read in the cookie.
    expect(
      Buffer.from(claiming('subject-in-the-clear').cookies.get('quinze-claim')!, 'base64url').toString(),
    ).not.toContain('subject')
  })
})

describe('an agent who helps to sign in', () => {
  async function staff(role: 'agent' | 'contact' | 'supervisor'): Promise<Staff> {
    const id = await addStaff(world.owner, { name: `Alix ${role}`, role, officeId: office })
    return (await viewerOf(await addSession(world.owner, 'staff', id))).viewer as Staff
  }
  const help = (viewer: Staff, who: { file: string; birth: Record<string, string> }) =>
    assistSignIn({
      viewer,
      input: assistSchema.parse({ file: who.file, ...who.birth }),
      params: {},
      arrival: now,
      locale: 'fr',
      request: new Request('http://localhost:3015/api'),
    })
  const [given, nothing] = ['/fr/bureau/connexion-assistee/code', '/fr/bureau/connexion-assistee/nothing']

  it.each(['agent', 'contact', 'supervisor'] as const)(
    'SI-10 %s: the code, once, with a trace',
    async (role) => {
      const viewer = await staff(role)
      const ana = await someone(null)
      const browser = new Browser()
      expect((await help(viewer, ana)).to).toBe(nothing)
      expect((await browser.prove(ana.letter)).to).toBe('/fr/connexion/code-recu/desk')
      expect((await help(viewer, ana)).to).toBe(given)
      const code = (await findToldCode(viewer))!
      expect(code).toMatch(/^\d{6}$/)
      expect(await findToldCode(await staff(role))).toBeNull()
      expect((await help(viewer, ana)).to).toBe(nothing)
      expect((await browser.type({ code, channel: 'desk' })).to).toBe('/fr/mon-dossier')
      expect(await findToldCode(viewer)).toBeNull()
      const trail = await world.owner.audit.findMany({
        where: { act: 'assisted', actorId: viewer.staffId },
        orderBy: { id: 'asc' },
      })
      expect(trail.map(({ subjectId, details }) => [subjectId, details])).toEqual([
        [null, { told: 0 }],
        [ana.personId, { told: 1 }],
        [null, { told: 0 }],
      ])
    },
  )

  it('SI-10 two minutes, then it is gone', async () => {
    const viewer = await staff('agent')
    const ana = await someone(null)
    await new Browser().prove(ana.letter)
    await help(viewer, ana)
    await moveClock(world.owner, '2026-11-10T15:01:58.000Z')
    expect(await findToldCode(viewer)).toMatch(/^\d{6}$/)
    await moveClock(world.owner, '2026-11-10T15:02:01.000Z')
    expect(await findToldCode(viewer)).toBeNull()
  })

  it('SI-11 nothing of anyone who can be written to, or who waits for nothing', async () => {
    const viewer = await staff('contact')
    const [ana, luc] = [await someone({ email: 'ana@example.org' }), await someone(null)]
    await new Browser().prove(ana.letter)
    await new Browser().prove({ ...luc.letter, code: other(luc.letter.code) })
    expect((await help(viewer, ana)).to).toBe(nothing)
    expect((await help(viewer, luc)).to).toBe(nothing)
    expect((await help(viewer, { ...luc, file: 'NOBODY-0003' })).to).toBe(nothing)
    await new Browser().prove(luc.letter)
    expect((await help(viewer, { ...luc, birth: { ...luc.birth, 'birth.year': '1991' } })).to).toBe(nothing)
    await moveClock(world.owner, '2026-11-10T15:10:01.000Z')
    expect((await help(viewer, luc)).to).toBe(nothing)
    expect((await help(viewer, { file: 'x', birth: {} })).to).toBe(
      '/fr/bureau/connexion-assistee/check-file-birth',
    )
  })
})

describe('going on', () => {
  it('SI-12 keeps a living session; leads nowhere but to our own pages; says when it ended', async () => {
    const ana = await someone()
    const browser = new Browser()
    await browser.prove(ana.letter)
    await browser.type({ code: await sentTo(ana.personId) })
    const goOn = async (returnTo?: string) =>
      extendSession({
        viewer: await browser.viewer(),
        input: { returnTo },
        params: {},
        arrival: now,
        locale: 'fr',
        request: browser.request(),
      })
    await passMinutes(browser, 59)
    expect((await goOn('/fr/mon-dossier/historique')).to).toBe('/fr/mon-dossier/historique')
    for (const strange of [undefined, 'https://evil.example', '//evil.example', '/fr/connexion']) {
      expect((await goOn(strange)).to).toBe('/fr/mon-dossier')
    }
    // What was asked 59 minutes after the last visit is a visit: an hour from now.
    await passMinutes(browser, 58)
    expect((await browser.viewer()).role).toBe('citizen')
    await passMinutes(browser, 61)
    expect((await goOn()).to).toBe('/fr/connexion/session-expiree')
  })
})

/** Leaves the session of a browser alone for some minutes. */
async function passMinutes(browser: Browser, minutes: number): Promise<void> {
  await world.owner.$executeRawUnsafe(
    `update auth.session set seen_at = app_now() - make_interval(mins => $1)
     where token_hash = sha256(convert_to($2, 'UTF8'))`,
    minutes,
    browser.cookies.get('quinze'),
  )
}
