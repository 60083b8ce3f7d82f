import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it, vi } from 'vitest'
import { showDocument } from '@/features/file/document-commands'
import { openOwnFile } from '@/features/messages/file-commands'
import { readMessagesPage } from '@/features/messages/queries'
import { scanWaiting } from '@/server/given-files'
import type { GivenFile } from '@/server/incoming'
import { storage } from '@/server/storage'
import type { Citizen, Staff } from '@/server/viewer'
import { startClamd } from '../../support/clamd'
import { gather, pdf, photo } from '../../support/files'
import { withWorld } from '../../support/world'
import { household, openOffice } from '../statement/office'
import { answer, callOf, elsewhere, given, staffOf, write } from './exchange'

/*
 * Files that come with messages, on the real database and the real storage. Numbered cases:
 *   MF-01 a photo is made anew and a PDF kept; both sides open them, and the office's look is in the trail
 *   MF-02 a file that is not good does not hold back the words; nothing of it stays
 *   MF-03 sent twice, a file is there once; one put right joins its message
 *   MF-04 a line that broke sends nothing, and keeps what was typed
 *   MF-05 five files at most
 *   MF-06 the other adult, another household and another office do not open them
 *   MF-07 one that waits for the scanner is not opened; one that held a virus goes, and the message says so
 *   MF-08 the office attaches files too
 */
const world = withWorld({ people: false })
let office: string
let agent: Staff
let stranger: Staff
beforeAll(async () => {
  office = await openOffice(world.owner)
  agent = await staffOf(world.owner, office)
  stranger = await elsewhere(world.owner)
})

async function couple() {
  const { id, viewers } = await household(world.owner, office, ['Ana', 'Luc'])
  const [ana, luc] = viewers as [Citizen, Citizen]
  return { id, ana, luc, to: { householdId: id, personId: ana.personId } }
}
const documents = (householdId: string) =>
  world.owner.document.findMany({ where: { householdId }, orderBy: { receivedAt: 'asc' } })
const nothingOnItsWay = async () => expect(await world.owner.upload.count()).toBe(0)
const open = (viewer: Citizen, id: string) => openOwnFile(callOf(viewer, {}, { params: { id } }))
const openAtOffice = (viewer: Staff, id: string) => showDocument(callOf(viewer, {}, { params: { id } }))
const bytesOf = (body: unknown) => gather(body as AsyncIterable<Uint8Array>)
const paper = (words = 'a paper') => pdf(`% ${words} ${randomUUID()}\n`)

it('MF-01 both sides open what was sent', async () => {
  const { id, ana } = await couple()
  const [taken, lease] = [await photo(), paper()]
  const sent = await write(ana, 'Voici', { files: given(['ma photo.jpg', taken], ['C:\\bail.pdf', lease]) })
  expect(sent).toMatchObject({ status: 201, data: { code: 'messageSent' } })
  const [picture, kept] = await documents(id)
  expect([picture, kept]).toMatchObject([
    { name: 'ma photo.jpg', type: 'image/jpeg', requirement: 'message', personId: ana.personId },
    { name: 'bail.pdf', type: 'application/pdf', scan: 'notScanned', applicationId: null },
  ])
  const own = await open(ana, picture!.id)
  expect(own.file).toMatchObject({ type: 'image/jpeg', inline: true })
  expect((await bytesOf(own.file!.body)).includes('GPS')).toBe(false)
  const seen = await openAtOffice(agent, kept!.id)
  expect(seen.file).toMatchObject({
    type: 'application/pdf',
    name: `quinze-document-${kept!.id.slice(-6)}.pdf`,
  })
  expect(await bytesOf(seen.file!.body)).toEqual(lease)
  const looks = await world.owner.audit.findMany({ where: { subjectId: kept!.id } })
  expect(looks).toMatchObject([
    { act: 'looked', subjectKind: 'document', householdId: id, actorId: agent.staffId },
  ])
  expect((await readMessagesPage(ana)).messages[0]!.files.map(({ name }) => name)).toEqual([
    'ma photo.jpg',
    'bail.pdf',
  ])
  await nothingOnItsWay()
  for (const { id: arrived } of [picture!, kept!])
    expect(await storage().sizeOf(`uploads/${arrived}`)).toBe(0)
})

it('MF-02 a bad file does not hold back the words', async () => {
  const { id, ana } = await couple()
  const sent = await write(ana, 'Voici', {
    files: given(['bon.pdf', paper()], ['mal.zip', Buffer.from('PK\x03\x04zip')]),
  })
  expect(sent).toMatchObject({
    ...{ status: 201, to: '/fr/mon-dossier/messages?told=messageSent&problem=archive&file=2' },
    data: { code: 'messageSent', problem: 'archive', file: 2 },
  })
  expect(await documents(id)).toMatchObject([{ name: 'bon.pdf' }])
  await nothingOnItsWay()
})

it('MF-03 twice is once, and one put right joins its message', async () => {
  const { id, ana } = await couple()
  const [key, one, two] = [randomUUID(), paper('one'), paper('two')]
  await write(ana, 'Voici', { key, files: given(['un.pdf', one], ['vide.pdf', Buffer.alloc(0)]) })
  await write(ana, 'Voici', { key, files: given(['un.pdf', one], ['deux.pdf', two]) })
  expect((await documents(id)).map(({ name }) => name)).toEqual(['un.pdf', 'deux.pdf'])
  expect(await world.owner.message.count({ where: { householdId: id } })).toBe(1)
  const again = paper('three')
  await Promise.all(
    [1, 2].map(() => write(ana, 'Ensemble', { key: sameKey, files: given(['trois.pdf', again]) })),
  )
  expect((await documents(id)).filter(({ name }) => name === 'trois.pdf')).toHaveLength(1)
  await nothingOnItsWay()
})
const sameKey = randomUUID()

it('MF-04 a line that broke sends nothing', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { id, ana } = await couple()
  async function* broken(): AsyncGenerator<GivenFile> {
    yield* given(['un.pdf', paper()])
    throw new Error('gone')
  }
  expect(await write(ana, 'Longs mots', { files: broken() })).toMatchObject({
    status: 422,
    data: { code: 'lineBroken' },
  })
  expect((await readMessagesPage(ana)).typed).toBe('Longs mots')
  expect([await documents(id), await world.owner.message.count({ where: { householdId: id } })]).toEqual([
    [],
    0,
  ])
  await nothingOnItsWay()
})

it('MF-05 five files at most', async () => {
  const { id, ana } = await couple()
  const files = Array.from({ length: 6 }, (_, index) => [`${index}.pdf`, paper()] as const)
  expect(await write(ana, 'Voici', { files: given(...files) })).toMatchObject({
    data: { problem: 'too-many', file: 6 },
  })
  expect(await documents(id)).toHaveLength(5)
})

it('MF-06 the others do not open them', async () => {
  const { id, ana, luc } = await couple()
  const { viewers } = await household(world.owner, office, ['Zoé'])
  await write(ana, 'Voici', { files: given(['un.pdf', paper()]) })
  const [kept] = await documents(id)
  for (const viewer of [luc, viewers[0]!]) expect(await open(viewer, kept!.id)).toMatchObject({ status: 404 })
  expect(await openAtOffice(stranger, kept!.id)).toMatchObject({ status: 404 })
  expect(await openAtOffice(agent, randomUUID())).toMatchObject({ status: 404 })
  expect(await open(ana, 'odd')).toMatchObject({ status: 404 })
})

it('MF-07 the scanner has the last word', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { env } = await import('@/server/env')
  Object.assign(env(), { scanner: { host: '127.0.0.1', port: 9 } })
  const { id, ana, to } = await couple()
  await write(ana, 'Voici', { files: given(['un.pdf', paper('EICAR-TEST')], ['deux.pdf', paper()]) })
  await answer(agent, to, 'Ceci aussi', { files: given(['trois.pdf', paper('EICAR-TEST')]) })
  const [bad, good, ours] = await documents(id)
  expect(await open(ana, good!.id)).toMatchObject({ status: 409, data: { code: 'waiting' } })
  expect(await openAtOffice(agent, good!.id)).toMatchObject({ status: 409 })
  const clamd = await startClamd()
  Object.assign(env(), { scanner: clamd.address })
  try {
    expect(await openAtOffice(agent, good!.id)).toMatchObject({ file: { type: 'application/pdf' } })
    await scanWaiting(ana)
    expect(await open(ana, bad!.id)).toMatchObject({ status: 404 })
    expect(await open(ana, ours!.id)).toMatchObject({ status: 404 })
    const { messages } = await readMessagesPage(ana)
    expect(messages.flatMap(({ files }) => files.map(({ name, scan }) => [name, scan]))).toEqual([
      ['trois.pdf', 'infected'],
      ['un.pdf', 'infected'],
      ['deux.pdf', 'clean'],
    ])
  } finally {
    await clamd.stop()
    Object.assign(env(), { scanner: null })
  }
})

it('MF-08 the office attaches files too', async () => {
  const { id, ana, to } = await couple()
  const form = paper('a form')
  const sent = await answer(agent, to, 'Remplissez ceci', { files: given(['formulaire.pdf', form]) })
  expect(sent).toMatchObject({ status: 201 })
  const [kept] = await documents(id)
  const opened = await open(ana, kept!.id)
  expect(await bytesOf(opened.file!.body)).toEqual(form)
  await nothingOnItsWay()
})
