import { beforeEach, expect, it, vi } from 'vitest'
import pg from 'pg'
import { moveClock } from '../../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import type { Draft } from '@/domain/draft'
import { paths } from '@/i18n/paths'
import { applicantOf, applicationKeyDigest, resumeApplication } from '@/server/applicant'
import { readKept } from '@/server/application-drafts'
import { withViewer } from '@/server/db'
import { newToken } from '@/server/secrets'
import { readQuestion } from '@/features/application/queries'
import type { Applicant } from '@/server/viewer'
import { withWorld } from '../../support/world'
import { answerAll, begin, nothingToTell, pageOf, press } from './someone'

/*
 * Numbered cases:
 *   AA-01 a right page is kept and leads to the next that is not done; the last one to the check
 *   AA-02 a wrong page is kept as typed and comes back with its errors, no other page's
 *   AA-03 save and quit, and the saving of what is being typed, judge nothing
 *   AA-04 two tabs at once, and thirty: nothing is dropped
 *   AA-05 a secret left empty stays; typed again it is replaced; it can be erased
 *   AA-06 names and choices we never asked are left out
 *   AA-07 an entry taken out moves up those after it
 *   AA-08 a hundred children: as many as we can take, and the rest is said in words
 *   AA-09 emoji, names from right to left, 1e400, NUL and half characters
 *   AA-10 more than is kept is refused with a sentence; what was there stays
 *   AA-11 a page of a branch that was left leads to the task list
 *   AA-12 each adult has their own pages, and no other
 *   AA-13 a stranger's press finds nothing
 *   AA-14 what is urgent is noted for the office at once
 *   AA-15 a press is four messages to the database: open, read, write, commit
 *   AA-16 an entry taken out twice, and what was typed of it that comes late, leave the other entries alone
 *   AA-17 what is kept without a press is kept over what its page showed alone: late, it undoes no newer press
 */
const world = withWorld()
const now = instant('2026-11-27T15:00:00.000Z')
beforeEach(() => moveClock(world.owner, now))

const keptOf = async (viewer: Applicant) => (await withViewer(viewer, (door) => readKept(door, viewer)))!
const draftOf = async (viewer: Applicant): Promise<Draft> => (await keptOf(viewer)).draft

it('AA-01 keeps a right page and goes on', async () => {
  const viewer = await begin(now)
  const answer = await press(viewer, 'identity', nothingToTell['identity']!, now)
  expect(answer).toMatchObject({
    to: paths.applicationQuestion('fr', 'reason'),
    data: { code: 'saved', next: 'reason' },
  })
  expect(await draftOf(viewer)).toMatchObject({ givenName: 'Ada', 'birthDate.year': '1984' })
  // Where they are is kept, for who watches over the form.
  const where = { applicationId: viewer.applicationId, part: 'applicant' }
  expect(await world.owner.applicationDraft.findFirst({ where })).toMatchObject({ page: 'identity' })
  const rest = Object.fromEntries(Object.entries(nothingToTell).filter(([page]) => page !== 'identity'))
  const pages = await answerAll(viewer, { ...rest, identity: nothingToTell['identity']! }, now, 'reason')
  expect(pages.at(-1)).toBe('more')
  // Everything is answered: a change leads back to the check at once, unless it opens a page.
  expect((await press(viewer, 'rent', { rent: '650' }, now)).to).toBe(paths.applicationReview('fr'))
  expect(pageOf(await press(viewer, 'health', { health: 'pregnant' }, now))).toBe('pregnancy')
})

it('AA-02 keeps a wrong page as typed, and shows its errors alone', async () => {
  const viewer = await begin(now)
  const answer = await press(
    viewer,
    'identity',
    {
      givenName: 'Ada',
      familyName: '',
      'birthDate.day': '31',
      'birthDate.month': '2',
      'birthDate.year': '1984',
    },
    now,
  )
  expect(answer).toMatchObject({
    to: paths.applicationQuestion('fr', 'identity'),
    status: 422,
    data: {
      errors: [
        { field: 'familyName', problem: 'text.required' },
        { field: 'birthDate', problem: 'date.impossible' },
      ],
    },
  })
  const kept = await keptOf(viewer)
  expect(kept.draft).toMatchObject({ givenName: 'Ada', 'birthDate.day': '31' })
  expect(kept.attempted).toEqual(['identity'])
  await press(viewer, 'identity', nothingToTell['identity']!, now)
  expect((await keptOf(viewer)).attempted).toEqual([])
})

it('AA-03 judges nothing that is only saved', async () => {
  const viewer = await begin(now)
  const saved = await press(viewer, 'rent', { rent: 'sept cents' }, now, 'save')
  // Not asked yet: where one lives comes first.
  expect(saved.data).toEqual({ code: 'saved' })
  expect(saved.to).toBe(paths.application('fr'))
  const typed = await press(viewer, 'identity', { givenName: 'A' }, now, 'autosave')
  expect(typed).toMatchObject({ data: { code: 'saved' } })
  expect(await draftOf(viewer)).toMatchObject({ rent: 'sept cents', givenName: 'A' })
  expect((await keptOf(viewer)).attempted).toEqual([])
})

it('AA-04 drops nothing when many write at once', async () => {
  const viewer = await begin(now)
  const {
    identity,
    reason,
    status,
    before,
    helper,
    dwelling,
    livesWith,
    studies,
    health,
    work,
    income,
    money,
  } = nothingToTell
  const tabs = {
    identity,
    reason,
    status,
    before,
    helper,
    dwelling,
    livesWith,
    studies,
    health,
    work,
    income,
    money,
  }
  await Promise.all(
    Object.entries(tabs).flatMap(([page, fields]) => [
      press(viewer, page, fields!, now, 'autosave'),
      press(viewer, page, fields!, now, 'save'),
      press(viewer, page, fields!, now),
    ]),
  )
  expect(await draftOf(viewer)).toMatchObject({
    givenName: 'Ada',
    reason: 'noIncome',
    status: 'bornInQuebec',
    dwelling: 'tenant',
    livesWith: 'nobody',
    health: 'none',
    accounts: '120,50',
  })
})

it('AA-05 keeps a secret that is left empty, replaces one typed again, erases one on demand', async () => {
  const viewer = await begin(now)
  const secret = async () => {
    const { sin = '', healthNumber = '' } = await draftOf(viewer)
    return [healthNumber, sin]
  }
  await press(viewer, 'numbers', { healthNumber: 'ROYA84531218', sin: '123 456 782' }, now)
  expect(await secret()).toEqual(['ROYA84531218', '123 456 782'])
  await press(viewer, 'numbers', { healthNumber: '', sin: '' }, now)
  expect(await secret()).toEqual(['ROYA84531218', '123 456 782'])
  await press(viewer, 'numbers', { healthNumber: '', sin: '130 692 544' }, now)
  expect(await secret()).toEqual(['ROYA84531218', '130 692 544'])
  await press(viewer, 'numbers', { healthNumber: '', sin: '', forget: 'sin' }, now)
  expect(await secret()).toEqual(['ROYA84531218', ''])
  await press(viewer, 'numbers', { healthNumber: '', sin: '', healthNumberNone: 'yes' }, now)
  expect(await secret()).toEqual(['', ''])
})

it('AA-06 leaves out what we never asked', async () => {
  const viewer = await begin(now)
  await press(
    viewer,
    'reason',
    { reason: 'because', rent: '1', 'spouse.sin': '1', __proto__: 'x', sentAt: 'now' },
    now,
  )
  await press(viewer, 'livesWith', { livesWith: ['children', 'dogs', 'parent'] }, now)
  const draft = await draftOf(viewer)
  expect(draft).toMatchObject({ reason: '', livesWith: 'children parent' })
  expect(Object.keys(draft)).not.toContain('rent')
  expect(JSON.stringify(draft)).not.toMatch(/spouse|sentAt|dogs/)
})

const child = (name: string, another: 'yes' | 'no', index: number) => ({
  [`children.${index}.givenName`]: name,
  [`children.${index}.familyName`]: 'Roy',
  [`children.${index}.birthDate.day`]: '1',
  [`children.${index}.birthDate.month`]: '2',
  [`children.${index}.birthDate.year`]: '2019',
  [`children.${index}.healthNumberNone`]: 'yes',
  [`children.${index}.another`]: another,
})

it('AA-07 moves up the entries after one that is taken out', async () => {
  const viewer = await begin(now)
  await press(viewer, 'livesWith', { livesWith: 'children' }, now)
  const names = ['Un', 'Deux', 'Trois']
  for (const [index, name] of names.entries()) {
    await press(viewer, `child-${index}`, child(name, index < 2 ? 'yes' : 'no', index), now)
  }
  const answer = await press(viewer, 'child-1', child('Deux', 'yes', 1), now, 'remove')
  expect(pageOf(answer)).toBe('child-1')
  const draft = await draftOf(viewer)
  expect([
    draft['children.0.givenName'],
    draft['children.1.givenName'],
    draft['children.2.givenName'],
  ]).toEqual(['Un', 'Trois', undefined])
  expect([draft['children.0.another'], draft['children.1.another']]).toEqual(['yes', 'no'])
  // The last of all stays: who has no child says so where it is asked.
  await press(viewer, 'child-1', child('Trois', 'no', 1), now, 'remove')
  await press(viewer, 'child-0', child('Un', 'no', 0), now, 'remove')
  expect((await draftOf(viewer))['children.0.givenName']).toBe('Un')
})

it('AA-16 takes an entry out once, however often it is pressed', async () => {
  const viewer = await begin(now)
  await press(viewer, 'livesWith', { livesWith: 'children' }, now)
  for (const [index, name] of ['Un', 'Deux', 'Trois'].entries()) {
    await press(viewer, `child-${index}`, child(name, index < 2 ? 'yes' : 'no', index), now)
  }
  const { others } = (await readQuestion(viewer, 'fr', 'child-0'))!
  expect(others).toMatch(/^[0-9a-f]{16}$/)
  const form = { ...child('Un', 'yes', 0), others }
  // Kept once more meanwhile by the page itself: it is still the same entry.
  await press(viewer, 'child-0', { ...form, 'children.0.familyName': 'Roy-Côté' }, now, 'autosave')
  for (const intent of ['remove', 'remove', 'autosave', 'remove']) {
    await press(viewer, 'child-0', form, now, intent)
    const draft = await draftOf(viewer)
    const names = [0, 1, 2].map((index) => draft[`children.${index}.givenName`])
    expect(names, intent).toEqual(['Deux', 'Trois', undefined])
  }
  expect((await readQuestion(viewer, 'fr', 'rent'))!.others).toBe('')
})

it('AA-08 takes twenty children, and asks to say the rest in words', async () => {
  const viewer = await begin(now)
  await press(viewer, 'livesWith', { livesWith: 'children' }, now)
  const told = []
  for (let index = 0; index < 100; index += 1) {
    told.push(await press(viewer, `child-${index}`, child(`Enfant ${index}`, 'yes', index), now))
  }
  expect(told[19]!.data).toMatchObject({ errors: [{ field: 'children.19.another', problem: 'list.full' }] })
  expect(told.slice(20).every(({ data }) => data?.code === 'not-asked')).toBe(true)
  expect(Object.keys(await draftOf(viewer)).some((name) => name.startsWith('children.20.'))).toBe(false)
})

it('AA-09 keeps any writing, and refuses what is none', async () => {
  const viewer = await begin(now)
  const name = {
    givenName: '👩‍🚀 Zoé',
    familyName: 'محمد',
    'birthDate.day': '١٢',
    'birthDate.month': '3',
    'birthDate.year': '1984',
  }
  expect((await press(viewer, 'identity', name, now)).data).toMatchObject({ code: 'saved' })
  expect(await draftOf(viewer)).toMatchObject({ givenName: '👩‍🚀 Zoé', familyName: 'محمد' })
  const overridden = await press(viewer, 'identity', { ...name, givenName: 'A\u202Eb' }, now)
  expect(overridden.data).toMatchObject({ errors: [{ field: 'givenName', problem: 'text.control' }] })
  const broken = await press(viewer, 'identity', { ...name, givenName: 'A\0\uD800da' }, now)
  expect(broken.data).toMatchObject({ code: 'saved' })
  expect(await draftOf(viewer)).toMatchObject({ givenName: 'Ada' })
  for (const [typed, problem] of [
    ['1e400', 'money.format'],
    ['-5', 'money.negative'],
    ['9007199254740993', 'money.tooLarge'],
  ] as const) {
    const answer = await press(viewer, 'money', { accounts: typed, cash: '0', outstanding: '0' }, now)
    expect(answer.data).toMatchObject({ errors: [{ field: 'accounts', problem }] })
  }
})

it('AA-10 refuses more than it keeps, and keeps what was there', async () => {
  const viewer = await begin(now)
  await press(viewer, 'identity', nothingToTell['identity']!, now)
  // One answer is cut to some pages of text, and told that it is too long.
  const long = await press(viewer, 'more', { more: 'é'.repeat(50_000) }, now)
  expect(long.data).toMatchObject({ errors: [{ field: 'more', problem: 'text.tooLong' }] })
  expect((await draftOf(viewer))['more']!.length).toBe(6_000)
  // A part as full as it may be.
  await world.owner
    .$executeRaw`update application_draft set fields = fields || jsonb_build_object('filler', repeat('x', 198000))
    where application_id = ${viewer.applicationId}::uuid and part = 'applicant'`
  const full = await press(viewer, 'more', { more: 'y'.repeat(1_900) + 'é'.repeat(4_000) }, now)
  expect(full).toMatchObject({
    to: paths.applicationQuestion('fr', 'more'),
    status: 422,
    data: { code: 'too-long' },
  })
  const kept = await keptOf(viewer)
  expect(kept.draft).toMatchObject({ givenName: 'Ada' })
  expect(kept.attempted).toContain('tooLong')
})

it('AA-11 leads from a page that is not asked any more to the task list', async () => {
  const viewer = await begin(now)
  for (const page of ['child-0', 'spouse-health', 'nothing', '', '../etc']) {
    expect(await press(viewer, page, { 'children.0.givenName': 'X' }, now)).toMatchObject({
      to: paths.application('fr'),
      data: { code: 'not-asked' },
    })
  }
})

/** The spouse of someone, come by a code of their own. */
async function spouseOf(viewer: Applicant): Promise<Applicant> {
  const proof = { code: 'SP0VSE4321', word: viewer.applicationId }
  await withViewer(viewer, ({ sql }) =>
    sql('select keep_application_key($1, $2)', ['spouse', applicationKeyDigest(proof)]),
  )
  const token = newToken()
  await resumeApplication(proof, token, false)
  return (await applicantOf(token)).viewer as Applicant
}

it('AA-12 gives each adult their own pages', async () => {
  const viewer = await begin(now)
  await press(viewer, 'livesWith', { livesWith: 'partner' }, now)
  await press(viewer, 'couple', { couple: 'married' }, now)
  await press(
    viewer,
    'spouse',
    {
      spouseGivenName: 'Luc',
      spouseFamilyName: 'Roy',
      'spouseBirthDate.day': '1',
      'spouseBirthDate.month': '1',
      'spouseBirthDate.year': '1980',
      spouseAnswers: 'me',
      lettersTo: 'both',
    },
    now,
  )
  await press(viewer, 'identity', nothingToTell['identity']!, now)
  expect((await press(viewer, 'spouse-studies', { 'spouse.studies': 'no' }, now)).data).toMatchObject({
    code: 'saved',
  })
  // What only the spouse may say is not the applicant's to answer.
  for (const page of ['spouse-urgent', 'spouse-reaching', 'spouse-more']) {
    expect((await press(viewer, page, { 'spouse.urgentNeeds': 'none' }, now)).data).toEqual({
      code: 'not-asked',
    })
  }
  const spouse = await spouseOf(viewer)
  expect((await press(spouse, 'spouse-health', { 'spouse.health': 'none' }, now)).data).toMatchObject({
    code: 'saved',
  })
  expect(
    (
      await press(
        spouse,
        'spouse-reaching',
        { 'spouse.phone': '', 'spouse.lettersLanguage': 'fr', 'spouse.safeReach': 'onlyAsISay' },
        now,
      )
    ).data,
  ).toMatchObject({ next: 'spouse-reachWords' })
  for (const page of ['identity', 'rent', 'livesWith', 'urgent']) {
    expect((await press(spouse, page, { rent: '1' }, now)).data).toEqual({ code: 'not-asked' })
  }
  const theirs = await draftOf(spouse)
  expect(theirs).toMatchObject({ 'spouse.studies': 'no', 'spouse.health': 'none', couple: 'married' })
  expect(theirs).not.toHaveProperty('givenName')
  // From their first visit on, their part is theirs alone.
  const mine = await draftOf(viewer)
  expect(Object.keys(mine).filter((name) => name.startsWith('spouse.'))).toEqual([])
  expect(mine).toMatchObject({ spouseAnswers: 'self' })
  expect((await press(viewer, 'spouse-studies', { 'spouse.studies': 'fullTime' }, now)).data).toEqual({
    code: 'not-asked',
  })
  expect((await draftOf(spouse))['spouse.studies']).toBe('no')
})

it('AA-13 finds nothing for a stranger', async () => {
  const [mine, other] = [await begin(now), await begin(now)]
  // Our own word for another application is not taken: the visit decides.
  const liar = { ...mine, applicationId: other.applicationId }
  expect(await press(liar, 'identity', { givenName: 'X' }, now)).toMatchObject({
    status: 404,
    data: { code: 'not-found' },
  })
  await world.owner
    .$executeRaw`update auth.application_session set ended_at = app_now() where id = ${mine.sessionId}::uuid`
  expect(await press(mine, 'identity', { givenName: 'X' }, now)).toMatchObject({ status: 404 })
  expect(await draftOf(other)).toEqual({ urgentNeeds: 'none' })
})

it('AA-14 notes what is urgent', async () => {
  const viewer = await begin(now)
  await press(viewer, 'urgent', { urgentNeeds: ['noFood', 'violence'] }, now)
  const row = await world.owner.application.findFirstOrThrow({ where: { id: viewer.applicationId } })
  expect(row.urgent).toEqual(['noFood', 'violence'])
  await press(viewer, 'urgent', { urgentNeeds: 'none' }, now)
  expect(
    (await world.owner.application.findFirstOrThrow({ where: { id: viewer.applicationId } })).urgent,
  ).toEqual([])
})

it('AA-15 asks the database four times for a press', async () => {
  const viewer = await begin(now)
  await press(viewer, 'identity', nothingToTell['identity']!, now)
  const spy = vi.spyOn(pg.Client.prototype, 'query')
  await press(viewer, 'reason', nothingToTell['reason']!, now)
  const asked = spy.mock.calls.length
  spy.mockRestore()
  expect(asked).toBe(4)
})

it('AA-17 keeps nothing without a press over answers its page did not show', async () => {
  const viewer = await begin(now)
  const drawn = async () => (await readQuestion(viewer, 'fr', 'identity'))!.seen
  const typing = (givenName: string, seen: string) =>
    press(viewer, 'identity', { givenName, familyName: 'Roy', seen }, now, 'autosave')
  const first = await drawn()
  const answer = await typing('A', first)
  expect(answer).toMatchObject({ data: { code: 'saved', seen: await drawn() } })
  // The next one follows the one before, whose answer it had.
  await typing('Ad', String(answer.data!['seen']))
  expect(await draftOf(viewer)).toMatchObject({ givenName: 'Ad' })
  // A press keeps what it shows, whatever was there; what was under way before it comes late.
  const underWay = await drawn()
  await press(viewer, 'identity', { givenName: 'Ada', familyName: 'Roy', seen: first }, now)
  expect(await typing('Ad', underWay)).toMatchObject({ status: 409, data: { code: 'changed-since' } })
  expect(await draftOf(viewer)).toMatchObject({ givenName: 'Ada' })
})
