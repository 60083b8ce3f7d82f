import { beforeAll, describe, expect, it } from 'vitest'
import { addOffice } from '../../../prisma/builders'
import { instant } from '@/domain/calendar'
import { messages } from '@/i18n/messages'
import { submitStatement } from '@/features/statement/commands'
import { findReceipt, getFileHome } from '@/features/statement/queries'
import { call, codeOf, moveClock, openOffice, tenth, unchanged, working } from '../statement/office'
import { withWorld } from '../../support/world'
import { address, Caller, type Home, home, known, post, standing, token } from './caller'

/*
 * Numbered cases, before the code:
 *   TE-01 what is filed by telephone has the effect it has from the web: answers, payment, task, trail, news, receipt
 *   TE-02 either adult files for both; work told of one leaves that of the other as it was known
 *   TE-03 estimates of the month before are made final, and go on at what they became
 *   TE-04 a late statement is filed, and is said to be late
 *   TE-05 what the keys cannot tell is filed as such, and a call back is asked with it, in the caller's own mailbox
 *   TE-06 a call back is a message to the office: one task, one promise, and no number for the other adult to read
 *   TE-07 in the hours one is transferred to one's office; nobody answers: a call back; outside: when they answer
 *   TE-08 the receipt number is read character by character, as often as one likes, and in the next call too
 *   TE-09 filed elsewhere during the call: nothing is filed over it, nor said to be
 *   TE-10 both languages; before one is chosen, both
 */
process.env['QUINZE_TELEPHONE_TOKEN'] = token
const world = withWorld({ people: false })
let office: string
beforeAll(async () => {
  office = await openOffice(world.owner)
})

const filingOf = (of: Home) =>
  world.owner.filing.findFirstOrThrow({ where: { householdId: of.id }, include: { payments: true } })
const codes = async (caller: Caller) => (await standing(world.owner, caller)).say.map(({ code }) => code)

/** The answers, adults by their place in the household. */
async function toldIn(of: Home): Promise<Record<string, unknown>> {
  const { answers } = await filingOf(of)
  const text = of.viewers.reduce(
    (all, { personId }, index) => all.replaceAll(personId, `adult ${index}`),
    JSON.stringify(answers),
  )
  const { adults, ...rest } = JSON.parse(text) as Record<string, unknown>
  expect(adults).toHaveLength(of.viewers.length)
  return rest
}

describe('filing', () => {
  it('TE-01 has the effect it has from the web', async () => {
    const [web, phone] = [await home(world.owner, office), await home(world.owner, office)]
    expect(codeOf(await submitStatement(call(web.viewers[0]!, unchanged())))).toBe('filed')
    const caller = await known(phone)
    expect(await codes(caller)).toEqual(['known', 'due', 'payment', 'menuFile', 'menuKeys'])
    expect(caller.answer.text).toContain('novembre 2026 est à envoyer au plus tard le lundi 16 novembre')
    await caller.press('1', '1')
    expect(await codes(caller)).toEqual(['readMonth', 'readNothing', 'readPayment', 'attest'])
    expect(caller.answer.text).toContain('le versement de décembre 2026 est de 845 dollars')
    expect(await world.owner.filing.count({ where: { householdId: phone.id } })).toBe(0)
    await caller.press('1')
    const of = async (one: Home) => {
      const { channel, filedByPerson, filedByName, filedFor, dueAt, payments, language } = await filingOf(one)
      const [me] = one.viewers
      const tasks = await world.owner.task.findMany({ where: { householdId: one.id } })
      const trail = await world.owner.audit.findMany({ where: { householdId: one.id, act: 'filed' } })
      const news = await world.owner.outbox.count({ where: { personId: me!.personId, kind: 'receipt' } })
      return {
        channel,
        shared: {
          answers: await toldIn(one),
          by: [filedByPerson === me!.personId, filedByName, filedFor, language],
          dueAt,
          payments: payments.map(({ month, totalCents, benefit }) => ({ month, totalCents, benefit })),
          tasks: tasks.map(({ kind, urgency, state }) => ({ kind, urgency, state })),
          trail: trail.map(({ actorKind, actorId, details }) => [
            actorKind,
            actorId === me!.personId,
            details,
          ]),
          news,
        },
      }
    }
    const [online, heard] = [await of(web), await of(phone)]
    expect([online.channel, heard.channel]).toEqual(['web', 'telephone'])
    expect(heard.shared).toEqual(online.shared)
    expect(heard.shared.trail).toHaveLength(1)
    // The person finds it on the web, with the same number.
    const { id, receiptNumber, wordingVersion } = await filingOf(phone)
    const receipt = await findReceipt(phone.viewers[0]!, id)
    expect(receipt?.filing).toMatchObject({ channel: 'telephone', receiptNumber })
    expect(wordingVersion).not.toBe((await filingOf(web)).wordingVersion)
  })

  it('TE-01 work income has the effect it has from the web', async () => {
    const [web, phone] = [await home(world.owner, office), await home(world.owner, office)]
    const job = { ...working(300), 'work.0.employer': messages.fr.telephone.told.employer }
    expect(codeOf(await submitStatement(call(web.viewers[0]!, job)))).toBe('filed')
    const caller = await known(phone)
    await caller.press('1', '2', '350', '0', '300', '00', '1')
    expect(caller.answer.text).toContain('un salaire brut de 350 dollars, et un salaire net de 300 dollars')
    await caller.press('1')
    expect(await codes(caller)).toEqual(['filed', 'receipt', 'receiptKeys'])
    expect(await toldIn(phone)).toEqual(await toldIn(web))
    expect((await filingOf(phone)).payments[0]?.totalCents).toBe(
      (await filingOf(web)).payments[0]?.totalCents,
    )
  })

  it('TE-02 either adult files for both, and the other’s work stays as it was known', async () => {
    const couple = await home(world.owner, office, ['Ana', 'Luc'], { since: '2026-10' })
    const [ana, luc] = couple.viewers
    const october = {
      ...{ changed: ['work'], attest: 'yes', lateReason: '' },
      ...{ 'work.0.adultId': ana!.personId, 'work.0.employer': 'Café du coin', 'work.0.gross': '500' },
      ...{ 'work.0.net': '450,25', 'work.0.certainty': 'final' },
    }
    expect(codeOf(await submitStatement(call(ana!, october, { month: '2026-10' })))).toBe('filed')
    // Luc calls, tells his own work, and that nothing changed for her.
    const caller = new Caller()
    await caller.dial()
    await caller.press('1', couple.file, '12041981', couple.codes[1]!, '1')
    expect(caller.answer.text).toContain('Parlons d’abord de vous.')
    await caller.press('2', '200', '0', '180', '50', '2')
    expect(caller.answer.text).toContain('Parlons maintenant de l’autre adulte.')
    await caller.press('1')
    expect(caller.answer.text).toContain('Pour l’autre adulte, rien n’a changé.')
    expect(caller.answer.text).toContain('Ces montants sont estimés.')
    await caller.press('1')
    const filing = await world.owner.filing.findFirstOrThrow({
      where: { householdId: couple.id, month: '2026-11' },
    })
    expect(filing).toMatchObject({ channel: 'telephone', filedByPerson: luc!.personId })
    const { work } = filing.answers as { work: Record<string, unknown>[] }
    expect(work.map((one) => [one['adultId'], one['employer'], one['netCents'], one['certainty']])).toEqual([
      [luc!.personId, messages.fr.telephone.told.employer, 18_050, 'estimated'],
      [ana!.personId, 'Café du coin', 45_025, 'final'],
    ])
    // It is his word: she is asked for hers.
    const toConfirm = async (index: number) =>
      (await getFileHome(couple.viewers[index]!)).toConfirm.map(({ month }) => month)
    expect([await toConfirm(0), await toConfirm(1)]).toEqual([['2026-11'], ['2026-10']])
  })

  it('TE-03 estimates are made final, and go on at what they became', async () => {
    const couple = await home(world.owner, office, ['Ana', 'Luc'], { since: '2026-10' })
    const [ana, luc] = couple.viewers
    const job = (index: number, adultId: string, net: string) => ({
      ...{ [`work.${index}.adultId`]: adultId, [`work.${index}.employer`]: `Café ${index}` },
      ...{ [`work.${index}.gross`]: '500', [`work.${index}.net`]: net },
      [`work.${index}.certainty`]: 'estimated',
    })
    const october = {
      ...{ changed: ['work'], attest: 'yes' },
      ...job(0, ana!.personId, '300'),
      ...job(1, luc!.personId, '200'),
    }
    expect(codeOf(await submitStatement(call(ana!, october, { month: '2026-10' })))).toBe('filed')
    const caller = await known(couple)
    await caller.press('1')
    expect(caller.answer.text).toContain('Vous avez estimé un revenu net d’emploi de 300 dollars')
    await caller.press('1')
    expect(caller.answer.text).toContain('L’autre adulte a estimé un revenu net d’emploi de 200 dollars')
    await caller.press('2', '250', '75')
    // Her own work changed; for him nothing did, beyond the estimate.
    await caller.press('2', '400', '0', '350', '0', '1', '1')
    expect(caller.answer.text).toContain(
      'Pour l’autre adulte, le montant exact du mois d’avant est de 250 dollars et 75 cents',
    )
    await caller.press('1')
    const { answers } = await world.owner.filing.findFirstOrThrow({
      where: { householdId: couple.id, month: '2026-11' },
    })
    const { work, confirmed } = answers as {
      work: Record<string, unknown>[]
      confirmed: Record<string, unknown>[]
    }
    expect(confirmed.map((one) => [one['adultId'], one['estimatedCents'], one['finalCents']])).toEqual([
      [ana!.personId, 30_000, 30_000],
      [luc!.personId, 20_000, 25_075],
    ])
    expect(work.map((one) => [one['employer'], one['netCents'], one['certainty']])).toEqual([
      ['Café 0', 35_000, 'final'],
      ['Café 1', 25_075, 'final'],
    ])
  })

  it('TE-04 a late statement is filed, and is said to be late', async () => {
    const one = await home(world.owner, office, ['Ana'], { since: '2026-10' })
    const caller = await known(one)
    expect(caller.answer.text).toContain('Votre déclaration d’octobre 2026 est en retard.')
    await caller.press('1')
    expect(await codes(caller)).toEqual(['lateNote', 'changes'])
    await caller.press('1', '1')
    const filing = await filingOf(one)
    expect(filing).toMatchObject({ month: '2026-10', channel: 'telephone' })
    expect(filing.receivedAt.getTime()).toBeGreaterThan(filing.dueAt!.getTime())
    // The next one is offered next.
    await caller.press('*')
    expect(caller.answer.text).toContain('Pour envoyer votre déclaration de novembre 2026, faites le 1.')
    await caller.press('1', '1', '1')
    expect(await world.owner.filing.count({ where: { householdId: one.id } })).toBe(2)
  })

  it('TE-08 the receipt number is read character by character, again, and in the next call', async () => {
    const one = await home(world.owner, office)
    const caller = await known(one)
    await caller.press('1', '1', '1')
    const { receiptNumber } = await filingOf(one)
    const spelled = receiptNumber.split('-').map((group) => [...group].join('. '))
    const groups = () => caller.answer.says.map(({ text }) => text).filter((text) => spelled.includes(text))
    expect(groups()).toEqual(spelled)
    await caller.press('9')
    expect(groups()).toEqual(spelled)
    const next = await known(one)
    expect(await codes(next)).toEqual(['known', 'nothingDue', 'payment', 'menuReceipt', 'menuKeys'])
    await next.press('2')
    expect(next.answer.says.map(({ text }) => text)).toEqual(expect.arrayContaining(spelled))
  })

  it('TE-09 filed elsewhere during the call: nothing is filed over it, nor said to be', async () => {
    const couple = await home(world.owner, office, ['Ana', 'Luc'])
    const caller = await known(couple)
    await caller.press('1', '2', '900', '0', '800', '0', '1', '1')
    expect(codeOf(await submitStatement(call(couple.viewers[1]!, unchanged())))).toBe('filed')
    await caller.press('1')
    expect((await codes(caller))[0]).toBe('changedMeanwhile')
    expect(caller.answer.text).not.toContain('est reçue')
    expect(await world.owner.filing.findMany({ where: { householdId: couple.id } })).toMatchObject([
      { channel: 'web', version: 1 },
    ])
    // What was told is not lost: it stands beside what was filed, as from the web.
    const [kept] = await world.owner.statementDraft.findMany({ where: { householdId: couple.id } })
    expect(kept?.fields).toMatchObject({ changed: ['work'], 'work.0.net': '800,00' })
    // Two telephones at the very same moment: one files, both hear the number.
    const both = await home(world.owner, office, ['Ana', 'Luc'])
    const [first, second] = [await known(both), new Caller()]
    await second.dial()
    await second.press('2', both.file, '12041981', both.codes[1]!)
    for (const one of [first, second]) await one.press('1', '1', '1')
    await Promise.all([first.press('1'), second.press('1')])
    expect(await world.owner.filing.count({ where: { householdId: both.id } })).toBe(1)
    const told = [await codes(first), await codes(second)].map(([code]) => code)
    expect(told.sort()).toEqual(['filed', 'filedBefore'])
  })
})

describe('a person', () => {
  it('TE-05 what the keys cannot tell is filed as such, and a call back is asked with it', async () => {
    const couple = await home(world.owner, office, ['Ana', 'Luc'])
    const caller = await known(couple)
    await caller.press('1', '3')
    expect(await codes(caller)).toEqual(['otherNoted', 'alsoWork'])
    await caller.press('2', '1')
    expect(caller.answer.text).toContain('Il y a un autre changement, que vous direz à une personne.')
    await caller.press('1')
    expect((await codes(caller)).slice(0, 2)).toEqual(['filed', 'otherTold'])
    expect(await toldIn(couple)).toMatchObject({
      changed: ['other'],
      other: messages.fr.telephone.told.other,
    })
    // The number is between the caller and the office: the other adult reads the statement.
    const { answers } = await filingOf(couple)
    expect(JSON.stringify(answers)).not.toContain(caller.from.slice(-4))
    const [message, ...more] = await world.owner.message.findMany({ where: { householdId: couple.id } })
    expect(more).toEqual([])
    expect(message).toMatchObject({ personId: couple.viewers[0]!.personId, fromStaff: null })
    expect(message?.text).toContain(
      `${caller.from.slice(2, 5)} ${caller.from.slice(5, 8)}-${caller.from.slice(8)}`,
    )
    const tasks = await world.owner.task.findMany({
      where: { householdId: couple.id },
      orderBy: { kind: 'asc' },
    })
    expect(tasks.map(({ kind }) => kind)).toEqual(['message', 'statement'])
  })

  it('TE-06 a call back is a message to the office: one task, one promise', async () => {
    const one = await home(world.owner, office)
    const caller = await known(one)
    await caller.press('0', '2', '1')
    expect(caller.answer.text).toContain('Une personne vous rappellera au plus tard le jeudi 12 novembre.')
    const other = await known(one)
    await other.press('0', '2')
    // Too few digits, then a number nobody has.
    await other.press('514555', '1115550123')
    expect(await codes(other)).toEqual(['wrong', 'numberHere', 'numberOther'])
    await other.press('4185550123')
    const written = await world.owner.message.findMany({
      where: { householdId: one.id },
      orderBy: { at: 'asc' },
    })
    expect(written.map(({ text }) => text.slice(-13, -1))).toEqual([
      `${caller.from.slice(2, 5)} ${caller.from.slice(5, 8)}-${caller.from.slice(8)}`,
      '418 555-0123',
    ])
    expect(written.map(({ replyBy }) => replyBy)).toEqual(['2026-11-12', '2026-11-12'])
    const [task, ...rest] = await world.owner.task.findMany({ where: { householdId: one.id } })
    expect([task?.kind, rest]).toEqual(['message', []])
    const trail = await world.owner.audit.findMany({ where: { householdId: one.id, act: 'wrote' } })
    expect(trail.map(({ actorKind }) => actorKind)).toEqual(['citizen', 'citizen'])
    // A number that is hidden cannot be called: it is asked for.
    const hidden = await known(one, '1', new Caller('anonymous'))
    await hidden.press('0', '2')
    expect(await codes(hidden)).toEqual(['numberOther'])
    await hidden.press('1')
    expect((await codes(hidden))[0]).toBe('wrong')
  })

  it('TE-07 in the hours one is transferred; outside, one hears when somebody answers', async () => {
    const one = await home(world.owner, office)
    const caller = await known(one)
    await caller.press('0', '1')
    expect(caller.answer).toMatchObject({ then: 'dial', dials: '+18195550100' })
    await caller.transferEnds('no-answer')
    expect(await codes(caller)).toEqual(['noAnswer', 'personOpen', 'personBack', 'personKeys'])
    await caller.press('1')
    await caller.transferEnds('completed')
    expect(caller.answer.then).toBe('hangUp')
    // Before anyone is known, the contact centre answers; nobody can be called back.
    const stranger = new Caller()
    await stranger.dial()
    await stranger.press('1', '0')
    expect(await codes(stranger)).toEqual(['personOpen', 'personKeys'])
    await stranger.press('2')
    expect((await codes(stranger))[0]).toBe('wrong')
    await stranger.press('1')
    expect(stranger.answer.dials).toBe('+18777678773')
    await moveClock(world.owner, instant('2026-11-14T03:00:00.000Z'))
    const evening = await known(one)
    await evening.press('0')
    expect(evening.answer.text).toContain('dès le lundi 16 novembre, à 8 h 30')
    await evening.press('1')
    expect(evening.answer.then).toBe('keys')
    await moveClock(world.owner, tenth)
  })
})

describe('languages', () => {
  it('TE-10 both are spoken before one is chosen, then only that one', async () => {
    const one = await home(world.owner, office)
    const caller = new Caller()
    await caller.dial()
    expect(caller.answer.says.map(({ language }) => language)).toEqual(['fr-CA', 'en-CA'])
    await caller.silence()
    expect(caller.answer.says.map(({ language }) => language)).toEqual(['fr-CA', 'en-CA', 'fr-CA', 'en-CA'])
    await caller.press('2', one.file, one.birth, one.code)
    expect(caller.answer.text).toContain('must be sent by Monday, November 16')
    await caller.press('1', '2', '1', '0', '0', '99', '1')
    expect(caller.answer.text).toContain('gross pay of 1 dollar, and net pay of 0 dollars and 99 cents')
    await caller.press('1')
    expect(new Set(caller.answer.says.map(({ language }) => language))).toEqual(new Set(['en-CA']))
    expect(await filingOf(one)).toMatchObject({ language: 'en' })
    expect(await toldIn(one)).toMatchObject({ work: [{ employer: messages.en.telephone.told.employer }] })
  })
})

describe('an office without a number of its own', () => {
  it('is answered for by the contact centre', async () => {
    const quiet = await addOffice(world.owner, { code: '902' })
    const caller = await known(await home(world.owner, quiet))
    await caller.press('0', '1')
    expect(caller.answer.dials).toBe('+18777678773')
    expect((await post(address, {}, 'nothing')).status).toBe(403)
  })
})
