import { beforeAll, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { instant } from '@/domain/calendar'
import { getFileHome } from '@/features/statement/queries'
import { withViewer } from '@/server/db'
import { isFromProvider } from '@/server/origin'
import { unsealOneTimeCode } from '@/server/one-time-codes'
import { moveClock, openOffice, tenth } from '../statement/office'
import { withWorld } from '../../support/world'
import { address, Caller, type Home, home, known, onKeypad, post, standing, token } from './caller'

/*
 * Numbered cases, before the code:
 *   TS-01 what is not signed by the provider, over our own address and all that was sent, is turned away and does nothing
 *   TS-02 without its key there is no line
 *   TS-03 a request that comes twice, later or at once, is answered the same and does nothing more: no second filing, no
 *         second attempt counted, no second message, no second code
 *   TS-04 whoever guesses waits, the same for a file that is there and one that is not; what comes in the wait is not
 *         examined; three proofs a call
 *   TS-05 a code of another file, of the other adult, or with another birth date opens nothing
 *   TS-06 digits of a code are nowhere in the database
 *   TS-07 a lost code: the same is said whoever is asked for; a one-time code goes to its person, once; with it a new
 *         access code waits for its letter, and the old one is dead
 *   TS-08 past the line, its role reads no address, no contact, no bank, no document, no word of a message, and files for
 *         nobody else, by no other way
 *   TS-09 calls are forgotten within a day, and what was told in them
 *   TS-10 when something fails here the caller is told, and nothing was done
 */
process.env['QUINZE_TELEPHONE_TOKEN'] = token
const world = withWorld({ people: false })
let office: string
beforeAll(async () => {
  office = await openOffice(world.owner)
})

const codes = async (caller: Caller) => (await standing(world.owner, caller)).say.map(({ code }) => code)
const filings = (of: Home) => world.owner.filing.count({ where: { householdId: of.id } })
const failures = async () =>
  (
    await world.owner.$queryRaw<
      { sum: number }[]
    >`select coalesce(sum(failures), 0)::int as sum from auth.attempt`
  )[0]!.sum

describe('the provider', () => {
  it('TS-01 signs what it sends; anything else is turned away and does nothing', async () => {
    const one = await home(world.owner, office)
    const caller = await known(one)
    await caller.press('1', '1')
    const url = caller.answer.next
    const fields = { CallSid: caller.sid, From: caller.from, Digits: '1' }
    const before = await standing(world.owner, caller)
    const { getExpectedTwilioSignature: sign } = await import('twilio/lib/webhooks/webhooks')
    const wrong = [
      '',
      'nothing',
      sign('another-token-entirely', url, fields),
      sign(token, address, fields),
      sign(token, url.replace('localhost:3015', 'elsewhere.example'), fields),
      sign(token, url, { ...fields, Digits: '2' }),
      sign(token, url, { ...fields, Extra: 'x' }),
    ]
    for (const signature of wrong) {
      const response = await post(url, fields, signature)
      expect([response.status, await response.text()]).toEqual([403, ''])
    }
    // What is right for one call is not for another.
    const other = { ...fields, CallSid: 'CAother' }
    expect((await post(url, other, sign(token, url, fields))).status).toBe(403)
    expect(await standing(world.owner, caller)).toEqual(before)
    expect(await world.owner.phoneCall.count({ where: { sid: 'CAother' } })).toBe(0)
    expect(await filings(one)).toBe(0)
    expect((await post(url, fields)).status).toBe(200)
    expect(await filings(one)).toBe(1)
    // Signed, and no call.
    expect((await post(address, { From: caller.from })).status).toBe(400)
  })

  it('TS-02 has no line to call without its key', async () => {
    vi.resetModules()
    delete process.env['QUINZE_TELEPHONE_TOKEN']
    const { isFromProvider: fresh } = await import('@/server/origin')
    process.env['QUINZE_TELEPHONE_TOKEN'] = token
    const request = new Request(address, { method: 'POST', headers: { 'x-twilio-signature': 'x' } })
    delete process.env['QUINZE_TELEPHONE_TOKEN']
    expect(fresh(request, {})).toBeNull()
    const response = await post(address, { CallSid: 'CAoff' })
    expect(response.status).toBe(404)
    process.env['QUINZE_TELEPHONE_TOKEN'] = token
    vi.resetModules()
    expect(isFromProvider(request, {})).toBe(false)
  })

  it('TS-03 repeats a request: answered the same, and nothing more is done', async () => {
    const one = await home(world.owner, office)
    const caller = new Caller()
    await caller.dial()
    const twice = async () => {
      const { turn } = await standing(world.owner, caller)
      const before = await failures()
      for (const answer of await Promise.all([caller.again(), caller.again(), caller.again()]))
        expect(answer.xml).toBe(caller.answer.xml)
      expect((await standing(world.owner, caller)).turn).toBe(turn)
      expect(await failures()).toBe(before)
    }
    await twice()
    // A wrong proof counts once, and so does asking for a code, a call back, a filing.
    for (const keys of [
      '1',
      one.file,
      one.birth,
      '00000',
      one.file,
      one.birth,
      '1',
      one.code,
      '0',
      '2',
      '1',
    ]) {
      await caller.press(keys)
      await twice()
    }
    for (const keys of ['1', '3', '1', '900', '50', '800', '0', '1', '1']) {
      await caller.press(keys)
      await twice()
    }
    expect((await codes(caller))[0]).toBe('filed')
    expect(await filings(one)).toBe(1)
    const { viewers } = one
    const personId = viewers[0]!.personId
    // One was asked for, one goes with what the keys cannot tell.
    expect(await world.owner.message.count({ where: { personId } })).toBe(2)
    expect(await world.owner.outbox.count({ where: { personId, kind: 'receipt' } })).toBe(1)
    const sent = await world.owner.audit.findMany({ where: { actorId: personId } })
    expect(sent.map(({ act }) => act).sort()).toEqual(['filed', 'proved', 'wrote', 'wrote'])
  })

  it('TS-03 twice at once: the first does it, the second is told', async () => {
    const one = await home(world.owner, office)
    const caller = await known(one)
    await caller.press('1', '1')
    const { next } = caller.answer
    const fields = { CallSid: caller.sid, From: caller.from, Digits: '1' }
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => (await post(next, fields)).text()),
    )
    expect(new Set(answers).size).toBe(1)
    expect(await filings(one)).toBe(1)
    const { receiptNumber } = await world.owner.filing.findFirstOrThrow({ where: { householdId: one.id } })
    expect(answers[0]).toContain([...receiptNumber.split('-')[2]!].join('. '))
    // The first request of a call too.
    const fresh = { CallSid: 'CAfresh', From: caller.from }
    const first = await Promise.all([1, 2, 3].map(async () => (await post(address, fresh)).text()))
    expect(new Set(first).size).toBe(1)
    // One that comes late, after others, is told where the call stands.
    const late = await post(`${address}?turn=1`, { ...fields, Digits: '2' })
    expect(await late.text()).toBe(answers[0])
  })
})

describe('who calls', () => {
  const guess = async (file: string, code: string, from?: string): Promise<Caller> => {
    const caller = new Caller(from)
    await caller.dial()
    await caller.press('1', file, '12041980', code)
    return caller
  }

  it('TS-04 waits when they guess, whether the file is there or not', async () => {
    const one = await home(world.owner, office)
    const story = async (file: string, from: string) => {
      const told: string[][] = []
      for (let index = 0; index < 5; index += 1) told.push(await codes(await guess(file, '00000', from)))
      return told
    }
    const there = await story(one.file, '+14185550001')
    expect(there).toEqual([
      ...Array.from({ length: 3 }, () => ['refused', 'askFile']),
      ...Array.from({ length: 2 }, () => ['waitShort', 'askCode']),
    ])
    expect(await story('99999999', '+14185550002')).toEqual(there)
    // The right code in the wait is not looked at, nor told from a wrong one.
    const right = await guess(one.file, one.code, '+14185550001')
    expect([await codes(right), (await standing(world.owner, right)).personId]).toEqual([
      ['waitShort', 'askCode'],
      null,
    ])
    expect(right.answer.xml).toMatch(/<Pause length="[1-9]\d*"\/>/)
    // Elsewhere the person themself is let in; and here too, once the wait is over.
    expect((await codes(await guess(one.file, one.code, '+14185550003')))[0]).toBe('known')
    await moveClock(world.owner, instant('2026-11-10T15:01:00.000Z'))
    await right.press(one.code)
    expect((await codes(right))[0]).toBe('known')
    await moveClock(world.owner, tenth)
  })

  it('TS-04 tries three proofs in one call', async () => {
    const one = await home(world.owner, office)
    const caller = await guess(one.file, '00001')
    await caller.press(one.file, one.birth, '00002')
    await caller.press(one.file, one.birth, '00003')
    expect(await codes(caller)).toEqual(['refused', 'personOpen', 'personKeys'])
    await caller.press('*')
    expect(await codes(caller)).toEqual(['personOpen', 'personKeys'])
  })

  it('TS-05 proves nobody with what is another’s', async () => {
    const [one, other] = [await home(world.owner, office, ['Ana', 'Luc']), await home(world.owner, office)]
    const tried = async (file: string, birth: string, code: string) => {
      const caller = new Caller()
      await caller.dial()
      await caller.press('1', file, birth, code)
      return [(await codes(caller))[0], (await standing(world.owner, caller)).personId]
    }
    expect(await tried(one.file, '12041980', other.code)).toEqual(['refused', null])
    expect(await tried(one.file, '12041981', one.codes[0]!)).toEqual(['refused', null])
    expect(await tried(other.file, '12041980', one.codes[0]!)).toEqual(['refused', null])
    expect(await tried(one.file, '12041981', one.codes[1]!)).toEqual(['known', one.viewers[1]!.personId])
    // Who lives there no more opens nothing.
    await world.owner.householdMember.updateMany({
      where: { personId: one.viewers[1]!.personId },
      data: { untilDay: '2026-11-09' },
    })
    expect(await tried(one.file, '12041981', one.codes[1]!)).toEqual(['refused', null])
  })

  it('TS-05 files whose numbers are the same keys are told apart by the rest of the proof', async () => {
    const [abc, bca] = [
      await home(world.owner, office, ['Ana'], { fileNumber: 'ABC-77' }),
      await home(world.owner, office, ['Bea'], { fileNumber: 'BCA-77' }),
    ]
    expect([abc.file, bca.file]).toEqual([onKeypad('ABC-77'), '22277'])
    for (const of of [abc, bca]) {
      const { personId } = await standing(world.owner, await known(of))
      expect(personId).toBe(of.viewers[0]!.personId)
    }
  })

  it('TS-06 leaves no digit of a code in the database', async () => {
    const one = await home(world.owner, office)
    await world.owner.person.updateMany({
      where: { id: one.viewers[0]!.personId },
      data: { birthDate: '1980-04-12' },
    })
    const caller = await guess(one.file, '73519')
    await caller.press(one.file, one.birth, '735197')
    await caller.press(one.file, one.birth, one.code)
    expect(await codes(caller)).toContain('known')
    const rows = await world.owner.$queryRawUnsafe<{ text: string }[]>(
      `select row_to_json(c)::text as text from phone_call c union all select row_to_json(a)::text from audit a
       union all select row_to_json(o)::text from outbox o union all select row_to_json(t)::text from auth.attempt t`,
    )
    const text = rows.map((row) => row.text).join('\n')
    expect(text).toContain(caller.sid)
    for (const code of ['73519', `"${one.code}"`]) expect(text).not.toContain(code)
    const { state } = await standing(world.owner, caller)
    expect([state.file, state.birth]).toEqual([null, null])
  })

  it('TS-07 whoever lost their code is sent another by the safe way, and nothing says whether they were', async () => {
    const one = await home(world.owner, office)
    const { personId } = one.viewers[0]!
    await world.owner.contact.create({ data: { personId, mobile: '+15145559999', notifyBy: 'text' } })
    const ask = async (file: string, birth: string, from: string) => {
      const caller = new Caller(from)
      await caller.dial()
      await caller.press('1', file, birth, '1')
      return caller
    }
    const stranger = await ask('4444', '12041980', '+14185550011')
    const caller = await ask(one.file, one.birth, '+14185550012')
    const plain = (xml: string) => xml.replaceAll(/turn=\d+/g, '')
    expect(plain(caller.answer.xml)).toBe(plain(stranger.answer.xml))
    expect(await codes(caller)).toEqual(['codeSent', 'askCode'])
    const sent = await world.owner.outbox.findMany({ where: { kind: 'one-time-code', personId } })
    expect(sent).toHaveLength(1)
    expect(await world.owner.outbox.count({ where: { kind: 'one-time-code' } })).toBe(1)
    const { channel, purpose, sealed } = sent[0]!.payload as Record<string, string>
    expect([channel, purpose]).toEqual(['text', 'telephone'])
    const code = unsealOneTimeCode(Buffer.from(sealed!, 'base64'))
    // It opens nothing of the web: it was sent for the telephone.
    const wrong = code === '000000' ? '111111' : '000000'
    await caller.press(wrong)
    expect((await codes(caller))[0]).toBe('refused')
    // The caller hangs up, reads it, and calls again from elsewhere.
    const again = new Caller()
    await again.dial()
    await again.press('1', one.file, one.birth, code)
    expect((await codes(again)).slice(0, 2)).toEqual(['known', 'newCode'])
    const [waiting] = await world.owner.$queryRaw<{ reason: string; waits: boolean }[]>`
      select reason, sealed is not null as waits from auth.access_code where person_id = ${personId}::uuid`
    expect(waiting).toEqual({ reason: 'renewal', waits: true })
    expect((await codes(await guess(one.file, one.code, '+14185550013')))[0]).toBe('refused')
    // Used once.
    const twice = new Caller('+14185550014')
    await twice.dial()
    await twice.press('1', one.file, one.birth, code)
    expect((await codes(twice))[0]).toBe('refused')
    const trail = await world.owner.audit.findMany({ where: { actorId: personId }, orderBy: { at: 'asc' } })
    expect(trail.map(({ act, subjectKind }) => [act, subjectKind]).sort()).toEqual([
      ['proved', 'person'],
      ['renewed', 'accessCode'],
    ])
    // Asking again and again waits.
    const many: string[][] = []
    for (let index = 0; index < 4; index += 1)
      many.push(await codes(await ask(one.file, one.birth, '+14185550015')))
    expect(many.at(-1)![0]).toMatch(/^wait/)
  })

  it('TS-07 five wrong tries end a code that was sent', async () => {
    const one = await home(world.owner, office)
    const { personId } = one.viewers[0]!
    await world.owner.contact.create({ data: { personId, email: 'ana@exemple.test', notifyBy: 'email' } })
    const asking = new Caller('+14185550021')
    await asking.dial()
    await asking.press('1', one.file, one.birth, '1')
    const [sent] = await world.owner.outbox.findMany({ where: { kind: 'one-time-code', personId } })
    const code = unsealOneTimeCode(
      Buffer.from((sent!.payload as Record<string, string>)['sealed']!, 'base64'),
    )
    const forgive = () => world.owner.$executeRaw`delete from auth.attempt`
    const attempt = async (typed: string, from: string) => {
      await forgive()
      const caller = new Caller(from)
      await caller.dial()
      await caller.press('1', one.file, one.birth, typed)
      return (await codes(caller))[0]
    }
    for (let index = 0; index < 5; index += 1)
      expect(await attempt(code === '000000' ? '111111' : '000000', `+1418555003${index}`)).toBe('refused')
    expect(await attempt(code, '+14185550039')).toBe('refused')
  })
})

describe('past the line', () => {
  it('TS-08 its role reads nothing that is not for a voice, and files for nobody else', async () => {
    const [one, other] = [await home(world.owner, office), await home(world.owner, office)]
    const { personId } = one.viewers[0]!
    await world.owner.contact.create({ data: { personId, email: 'ana@exemple.test', notifyBy: 'email' } })
    await world.owner.message.create({
      data: { householdId: one.id, personId, text: 'secret', key: '018f0000-0000-7000-8000-0000000000aa' },
    })
    const caller = await known(one)
    const unknown = new Caller()
    await unknown.dial()
    const as = <T extends object>(sid: string, text: string) =>
      withViewer({ role: 'caller', call: { sid } }, ({ sql }) => sql<T>(text))
    const closed = [
      'contact',
      'household_address',
      'direct_deposit',
      'document',
      'account_change',
      'note',
      'mandate',
    ]
    for (const table of [...closed, 'auth.session', 'auth.access_code', 'staff_member'])
      await expect(as(caller.sid, `select * from ${table}`), table).rejects.toThrow(/permission denied/)
    await expect(as(caller.sid, 'select text from message')).rejects.toThrow(/permission denied/)
    for (const table of ['household', 'person', 'household_member', 'filing', 'statement_draft']) {
      expect(await as(unknown.sid, `select id from ${table}`), table).toEqual([])
    }
    expect(await as(caller.sid, 'select id from household')).toEqual([{ id: one.id }])
    expect(await as(caller.sid, 'select sid from phone_call')).toEqual([{ sid: caller.sid }])
    // One cannot call oneself someone else.
    const become = `update phone_call set person_id = '${other.viewers[0]!.personId}'`
    await expect(as(unknown.sid, become)).rejects.toThrow(/permission denied/)
    await expect(as(unknown.sid, `select caller_is('${other.viewers[0]!.personId}', 'x')`)).rejects.toThrow(
      /permission denied/,
    )
    const filing = (household: string, person: string, channel: string, kind: string) =>
      as(
        caller.sid,
        `insert into filing (household_id, kind, month, version, receipt_number, answers, answers_digest,
           schema_version, wording_version, language, channel, filed_by_person, filed_by_name, filed_for, received_at,
           due_at, key)
         values ('${household}', '${kind}', '2026-11', 1, 'Q-X', '{}', 'x', 1, 'x', 'fr', '${channel}', '${person}',
           'x', 'x', app_now(), app_now(), gen_random_uuid())`,
      )
    const theirs = other.viewers[0]!.personId
    const wrong = [
      [other.id, theirs, 'telephone', 'statement'],
      [one.id, theirs, 'telephone', 'statement'],
      [one.id, personId, 'web', 'statement'],
      [one.id, personId, 'telephone', 'change'],
    ] as const
    for (const [household, person, channel, kind] of wrong)
      await expect(filing(household, person, channel, kind), channel).rejects.toThrow(/row-level security/)
    await filing(one.id, personId, 'telephone', 'statement')
    expect(await filings(other)).toBe(0)
  })

  it('TS-09 calls are forgotten within a day', async () => {
    const one = await home(world.owner, office)
    const caller = await known(one)
    await caller.press('1', '2', '900', '0')
    await moveClock(world.owner, instant('2026-11-11T15:30:00.000Z'))
    await new Caller().dial()
    expect(await world.owner.phoneCall.count({ where: { sid: caller.sid } })).toBe(0)
    // Nobody calls: the machine erases them all the same.
    const other = await known(one)
    await moveClock(world.owner, instant('2026-11-12T16:00:00.000Z'))
    const { erasePast } = await import('@/jobs/retention')
    expect((await erasePast()).phoneCall).toBeGreaterThan(0)
    expect(await world.owner.phoneCall.count({ where: { sid: other.sid } })).toBe(0)
    // A request of a call that is forgotten begins it again: nobody is known.
    await caller.press('1')
    expect(await standing(world.owner, caller)).toMatchObject({
      turn: 1,
      personId: null,
      state: { step: 'language' },
    })
    expect((await getFileHome(one.viewers[0]!)).recent).toEqual([])
    await moveClock(world.owner, tenth)
  })

  it('TS-10 tells the caller when something fails here', async () => {
    const { endpoint } = await import('@/server/endpoint')
    const { sorry } = await import('@/features/telephone/commands')
    const failing = endpoint({
      ...{ as: 'anyone', may: 'telephone:call', proof: 'signature', input: z.object({}), sorry },
      run: () => Promise.reject(new Error('away')),
    })
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {})
    const quieter = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
    const fields = { CallSid: 'CAfails' }
    const { getExpectedTwilioSignature: sign } = await import('twilio/lib/webhooks/webhooks')
    const request = new Request(address, {
      method: 'POST',
      headers: { 'x-twilio-signature': sign(token, address, fields) },
      body: new URLSearchParams(fields),
    })
    const response = await failing.POST(request, { params: Promise.resolve({}) })
    quiet.mockRestore()
    quieter.mockRestore()
    const xml = await response.text()
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/xml; charset=utf-8'])
    expect(xml).toMatch(/fr-CA.*Une erreur.*en-CA.*Something went wrong.*<Hangup\/>/)
  })
})
