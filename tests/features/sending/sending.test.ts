import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { instant } from '@/domain/calendar'
import { sendWaiting } from '@/features/sending/commands'
import { sealStop, stopReminders } from '@/features/sending/stop'
import type { Call } from '@/server/endpoint'
import { sealMailedCode } from '@/server/application-keys'
import { hashOf, seal } from '@/server/secrets'
import { poolOf } from '@/server/db'
import type { Viewer } from '@/server/viewer'
import { startPost } from '../../support/post'
import { beginApplication } from '../../support/application'
import { withWorld } from '../../support/world'
import { household, moveClock, openOffice, tenth } from '../statement/office'

/*
 * What leaves the house, by a real SMTP server and a real provider on loopback. Numbered cases:
 *   SE-01 a message leaves once by the way its reader chose, in their language, and says that something waits, no more
 *   SE-02 who wants nothing gets nothing of what may be unwanted; their code and their account's notices reach them
 *   SE-03 a refused address gives place to the other way; when none is left the message ends as unreachable
 *   SE-04 what fails for now is tried later and later, and leaves; after a day another way is taken
 *   SE-05 a code older than ten minutes never leaves
 *   SE-06 a notice of the account goes to the address it was made for, with the link that stops the changes
 *   SE-07 a worker that dies in the midst: nothing is forgotten; the same letter has the same number; a text that may have
 *         left goes by e-mail
 *   SE-08 at night a text waits for the morning, a code does not
 *   SE-09 an applicant without an account is told where they said that any time is safe, and nowhere else
 *   SE-10 one click stops the reminders of one person; another's mark, or none of ours, stops nothing
 *   SE-11 two workers at once send each message once
 *   SE-12 a message that cannot be read is put off, and keeps nobody else waiting
 */
const world = withWorld({ people: false })
const post = await startPost()
Object.assign(process.env, post.env)
let office: string

beforeAll(async () => {
  office = await openOffice(world.owner)
})
afterAll(() => post.stop())
beforeEach(async () => {
  await moveClock(world.owner, tenth)
  await world.owner.outbox.deleteMany()
  post.mails.length = 0
  post.texts.length = 0
  post.state.loseReplies = false
})

type Wish = {
  email?: string | null
  mobile?: string | null
  notifyBy: 'email' | 'text' | 'none'
  language?: string
}

/** Someone who can be reached, and their household. */
async function someone({
  email = 'ana@exemple.ca',
  mobile = '+15145550101',
  notifyBy,
  language = 'fr',
}: Wish) {
  const { id, viewers } = await household(world.owner, office)
  const { personId } = viewers[0]!
  await world.owner.person.update({ where: { id: personId }, data: { language } })
  await world.owner.contact.create({ data: { personId, email, mobile, notifyBy } })
  return { id, personId }
}
const queue = (kind: string, personId: string | null, payload: object = {}) =>
  world.owner.outbox.create({ data: { kind, personId, payload } })
const rows = () => world.owner.outbox.findMany({ orderBy: { id: 'asc' } })
/** Lets the time of tries pass. */
const later = (interval: string) =>
  world.owner.$executeRawUnsafe(
    `update outbox set next_at = next_at - $1::interval, begun_at = begun_at - $1::interval,
       failing_since = failing_since - $1::interval`,
    interval,
  )
const decoded = (raw: string) =>
  raw.replace(/((?:=[0-9A-F]{2})+)/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString())

describe('by the way they chose', () => {
  test('SE-01 once, in their language', async () => {
    const byMail = await someone({ notifyBy: 'email' })
    const byText = await someone({ notifyBy: 'text', language: 'en', mobile: '+15145550102' })
    await queue('message', byMail.personId)
    await queue('receipt', byMail.personId, { filingId: 'x' })
    await queue('decision-notice', byText.personId, { about: 'decision', language: 'en' })
    expect(await sendWaiting()).toBe(3)
    expect(await sendWaiting()).toBe(0)
    expect(post.mails.map(({ to }) => to)).toEqual(['ana@exemple.ca', 'ana@exemple.ca'])
    const [letter] = post.mails.map(({ raw }) => decoded(raw)).filter((raw) => raw.includes('message'))
    expect(letter).toContain('Un message vous attend dans votre dossier.')
    expect(letter).toContain('From: avis@exemple.ca')
    expect(letter).toContain('Content-Language: fr')
    expect(letter).not.toContain('List-Unsubscribe')
    expect(post.texts).toEqual([
      {
        to: '+15145550102',
        from: '+15145550100',
        body: 'A message is waiting in your file. Sign in as usual to read it.',
        path: '/2010-04-01/Accounts/AC0/Messages.json',
      },
    ])
    expect((await rows()).map(({ outcome, sentBy, sentAt }) => [outcome, sentBy, sentAt !== null])).toEqual([
      ['sent', 'email', true],
      ['sent', 'email', true],
      ['sent', 'text', true],
    ])
  })

  test('SE-02 who wants nothing', async () => {
    const { personId } = await someone({ notifyBy: 'none' })
    await queue('message', personId)
    await queue('account-notice', personId, { about: 'frozen', language: 'fr' })
    await sendWaiting()
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(['unwanted', 'sent'])
    expect(post.mails).toHaveLength(1)
    expect(decoded(post.mails[0]!.raw)).toContain('Les changements de votre compte sont arrêtés.')
  })

  test('SE-03 refused, then the other way', async () => {
    const moved = await someone({ email: 'refused@exemple.ca', notifyBy: 'email', mobile: '+15145550103' })
    const gone = await someone({ email: 'refused2@exemple.ca', notifyBy: 'text', mobile: '+15145550199' })
    await queue('message', moved.personId)
    await queue('message', gone.personId)
    for (let tries = 0; tries < 3; tries += 1) await sendWaiting()
    expect((await rows()).map(({ outcome, sentBy, refusedBy }) => [outcome, sentBy, refusedBy])).toEqual([
      ['sent', 'text', ['email']],
      ['unreachable', null, ['text', 'email']],
    ])
    expect(post.texts.map(({ to }) => to)).toEqual(['+15145550103'])
  })
})

describe('what fails', () => {
  test('SE-04 is tried later and later, and leaves', async () => {
    const { personId } = await someone({
      email: 'later@exemple.ca',
      mobile: '+15145550198',
      notifyBy: 'email',
    })
    await queue('message', personId)
    const waits: number[] = []
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await sendWaiting()).toBe(1)
      expect(await sendWaiting()).toBe(0)
      const [row] = await world.owner.$queryRawUnsafe<{ minutes: number }[]>(
        'select round(extract(epoch from next_at - clock_timestamp()) / 60)::int as minutes from outbox',
      )
      waits.push(row!.minutes)
      await later('10 minutes')
    }
    expect(waits).toEqual([1, 2, 5])
    expect(post.mails).toEqual([])
    // A day later the address is given up; the provider of texts is away too, and comes back.
    await later('24 hours')
    await sendWaiting()
    await sendWaiting()
    expect(await rows()).toMatchObject([{ outcome: null, refusedBy: ['email'], sentAt: null }])
    await world.owner.contact.update({ where: { personId }, data: { mobile: '+15145550104' } })
    await later('10 minutes')
    await sendWaiting()
    expect(await rows()).toMatchObject([{ outcome: 'sent', sentBy: 'text' }])
  })

  test('SE-05 a code that is too old never leaves', async () => {
    const { personId } = await someone({ notifyBy: 'email' })
    const code = {
      channel: 'email',
      purpose: 'sign-in',
      sealed: seal('123456', 'one-time-code').toString('base64'),
    }
    await queue('one-time-code', personId, code)
    await sendWaiting()
    expect(decoded(post.mails[0]!.raw)).toContain('123456 est votre code')
    // One whose worker died is taken again after a minute.
    const begun = await queue('one-time-code', personId, code)
    await world.owner.outbox.update({
      where: { id: begun.id },
      data: { begunAt: new Date(Date.now() - 50_000) },
    })
    expect(await sendWaiting()).toBe(0)
    await later('11 seconds')
    expect(await sendWaiting()).toBe(1)
    expect(post.mails.splice(1)).toHaveLength(1)
    await world.owner.outbox.delete({ where: { id: begun.id } })
    await queue('one-time-code', personId, code)
    await moveClock(world.owner, instant('2026-11-10T15:10:01.000Z'))
    await sendWaiting()
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(['sent', 'expired'])
    expect(post.mails).toHaveLength(1)
  })

  test('SE-07 a worker that dies in the midst', async () => {
    const byMail = await someone({ notifyBy: 'email' })
    const byText = await someone({ notifyBy: 'text', email: 'luc@exemple.ca' })
    const onlyText = await someone({ notifyBy: 'text', email: null, mobile: '+15145550105' })
    for (const { personId } of [byMail, byText, onlyText]) await queue('message', personId)
    // It took them, sent the letter, and never came back to say so.
    post.state.loseReplies = true
    await sendWaiting()
    const [letter] = post.mails.splice(0)
    await world.owner.$executeRawUnsafe(
      `update outbox set begun_at = clock_timestamp(), next_at = clock_timestamp(), sent_at = null, outcome = null, sent_by = null`,
    )
    post.texts.length = 0
    post.state.loseReplies = false
    expect(await sendWaiting()).toBe(0)
    await later('11 minutes')
    expect(await sendWaiting()).toBe(3)
    expect(post.mails.map(({ to }) => to).sort()).toEqual(['ana@exemple.ca', 'luc@exemple.ca'])
    const idOf = (raw: string) => /^Message-ID: (.+)$/m.exec(raw)?.[1]
    const again = post.mails.find(({ to }) => to === 'ana@exemple.ca')!
    expect(idOf(again.raw)).toBe(idOf(letter!.raw))
    expect(post.texts.map(({ to }) => to)).toEqual(['+15145550105'])
  })

  test('SE-12 one that cannot be read keeps nobody else waiting', async () => {
    const { personId } = await someone({ notifyBy: 'email' })
    await queue('one-time-code', personId, { channel: 'email', purpose: 'sign-in', sealed: 'AAAA' })
    await queue('message', personId)
    await sendWaiting()
    expect((await rows()).map(({ outcome, begunAt }) => [outcome, begunAt])).toEqual([
      [null, null],
      ['sent', null],
    ])
  })

  test('SE-11 two workers at once', async () => {
    const { personId } = await someone({ notifyBy: 'email' })
    for (let each = 0; each < 30; each += 1) await queue('message', personId)
    const taken = await Promise.all([sendWaiting(30), sendWaiting(30), sendWaiting(30)])
    expect(taken.reduce((sum, one) => sum + one)).toBe(30)
    expect(post.mails).toHaveLength(30)
  })
})

describe('to whom', () => {
  test('SE-06 a notice of the account', async () => {
    const { id, personId } = await someone({ notifyBy: 'none', email: 'neuve@exemple.ca' })
    const token = 'a'.repeat(43)
    await world.owner.$executeRawUnsafe(
      'insert into account_freeze_link (token_hash, household_id) values ($1, $2::uuid)',
      hashOf(token),
      id,
    )
    const sealed = (to: string) => seal(JSON.stringify({ to, freeze: token }), 'notice').toString('base64')
    await queue('account-notice', personId, {
      ...{ about: 'deposit', language: 'en', channel: 'email', sealed: sealed('ancienne@exemple.ca') },
    })
    await queue('account-notice', personId, {
      ...{ about: 'deposit', language: 'en', channel: 'text', sealed: sealed('+15145550106') },
    })
    await sendWaiting()
    expect(post.mails.map(({ to }) => to)).toEqual(['ancienne@exemple.ca'])
    expect(decoded(post.mails[0]!.raw)).toContain(`http://localhost:3015/en/freeze/${token}`)
    expect(post.texts).toMatchObject([{ to: '+15145550106' }])
    expect(post.texts[0]!.body).toContain(`/en/freeze/${token}`)
  })

  test('SE-08 at night a text waits', async () => {
    await moveClock(world.owner, instant('2026-11-10T04:00:00.000Z'))
    const { personId } = await someone({ notifyBy: 'text' })
    await queue('message', personId)
    await queue('one-time-code', personId, {
      ...{ channel: 'text', purpose: 'sign-in', sealed: seal('654321', 'one-time-code').toString('base64') },
    })
    await sendWaiting()
    expect(post.texts.map(({ body }) => body.slice(0, 6))).toEqual(['654321'])
    await later('9 hours')
    await moveClock(world.owner, instant('2026-11-10T13:01:00.000Z'))
    await sendWaiting()
    expect(post.texts).toHaveLength(2)
  })

  test('SE-09 an applicant without an account', async () => {
    const safe = await beginApplication({
      applicant: { email: 'zoe@exemple.ca', safeReach: 'anyTime' },
    })
    const unsafe = await beginApplication({
      applicant: { email: 'max@exemple.ca', safeReach: 'onlyAsISay' },
    })
    for (const { id } of [safe, unsafe])
      await queue('message', null, { applicationId: id, adult: 'applicant' })
    await queue('application-code', null, {
      ...{
        applicationId: unsafe.id,
        channel: 'email',
        sealed: sealMailedCode('max@exemple.ca', 'ABCDE' as never),
      },
    })
    await sendWaiting()
    expect(post.mails.map(({ to }) => to).sort()).toEqual(['max@exemple.ca', 'zoe@exemple.ca'])
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(['sent', 'unwanted', 'sent'])
    const code = post.mails.find(({ to }) => to === 'max@exemple.ca')!
    expect(decoded(code.raw)).toContain('ABCDE est votre code de reprise')
  })

  test('SE-10 one click stops reminders', async () => {
    const [ana, luc] = [await someone({ notifyBy: 'email' }), await someone({ notifyBy: 'email' })]
    const stop = (token: string) =>
      stopReminders({ params: { token }, locale: 'fr' } as unknown as Call<Viewer, unknown>)
    const wants = async (personId: string) =>
      (await world.owner.contact.findFirstOrThrow({ where: { personId } })).reminders
    const forged = Buffer.from(seal(luc.personId, 'notice')).toString('base64url')
    for (const token of ['', 'x', forged])
      expect(await stop(token)).toMatchObject({ data: { code: 'stopped' } })
    expect(await wants(luc.personId)).toBe(true)
    await stop(sealStop(ana.personId))
    expect([await wants(ana.personId), await wants(luc.personId)]).toEqual([false, true])
    const payload = { channel: 'email', month: '2026-11', moment: 'today', until: '2026-11-17T04:59:59.999Z' }
    await queue('reminder', ana.personId, { ...payload, householdId: ana.id })
    await queue('reminder', luc.personId, { ...payload, householdId: luc.id })
    await sendWaiting()
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(['unwanted', 'sent'])
    const letter = decoded(post.mails[0]!.raw)
    expect(letter).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    const mark = /\/api\/stop-reminders\/([\w-]+)>/.exec(letter.replace(/\r\n /g, ''))?.[1]
    await stop(mark!)
    expect(await wants(luc.personId)).toBe(false)
    // The function stands behind the wall of everyone: it gives nothing but whether something changed.
    const { rows: found } = await poolOf('quinze_anonymous').query('select stop_reminders($1)', [
      luc.personId,
    ])
    expect(found).toEqual([{ stop_reminders: false }])
  })
})
