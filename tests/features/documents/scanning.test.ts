import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { moveClock } from '../../../prisma/demo-clock'
import { instant } from '@/domain/calendar'
import { beginApplication } from '../../support/application'
import { startClamd, type FakeClamd } from '../../support/clamd'
import { gather, inPieces, pdf } from '../../support/files'
import { withWorld } from '../../support/world'

/*
 * Numbered cases:
 *   DS-01 a scanner that is down leaves a file waiting, unopened; when it answers, the file opens
 *   DS-02 a file that turns out to hold a virus goes, and its author reads so
 *   DS-03 an infected file is never a document
 *   DS-04 the machine's own work looks at everybody's files, and says nothing else of them
 *   DS-05 files begun and never ended are forgotten after two days, with their bytes
 */
const world = withWorld()
const at = (text: string) => moveClock(world.owner, instant(text))
let rooms: Awaited<ReturnType<typeof load>>
const load = async () => ({
  ...(await import('@/features/documents/opening')),
  ...(await import('@/jobs/retention')),
  ...(await import('@/server/given-files')),
  ...(await import('@/features/documents/uploads')),
  ...(await import('@/features/documents/queries')),
  storage: (await import('@/server/storage')).storage(),
  env: (await import('@/server/env')).env(),
  withViewer: (await import('@/server/db')).withViewer,
})
beforeAll(async () => {
  rooms = await load()
  await at('2026-11-27T15:00:00.000Z')
})

let clamd: FakeClamd | undefined
afterEach(async () => {
  await clamd?.stop()
  clamd = undefined
  vi.restoreAllMocks()
})
/** Where the scanner is said to be: this address, or one where nobody listens. */
function configure(address: { host: string; port: number } = { host: '127.0.0.1', port: 9 }) {
  Object.assign(rooms.env, { scanner: address })
}

type Visit = Awaited<ReturnType<typeof beginApplication>>
const requirement = 'identityPhoto.applicant'

async function give({ viewer }: Visit, text: string) {
  const bytes = pdf(`% ${text} ${randomUUID()}\n`)
  const upload = await rooms.startUpload(viewer, { requirement, name: 'relevé.pdf', size: bytes.length })
  if (!upload || 'problem' in upload) throw new Error('not begun')
  await rooms.storage.append(upload.key, 0, inPieces(bytes), bytes.length)
  return rooms.endUpload(viewer, upload)
}
const rowOf = (visit: Visit) =>
  world.owner.document.findFirstOrThrow({
    where: { applicationId: visit.id },
    orderBy: { receivedAt: 'desc' },
  })
const open = (visit: Visit, id: string) =>
  rooms.openDocument({ viewer: visit.viewer, params: { id }, locale: 'fr' } as never)

test('DS-01 a file waits for a scanner that is down', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const visit = await beginApplication()
  configure()
  const given = await give(visit, 'a paper')
  const { id } = await rowOf(visit)
  expect(given).toEqual({ documentId: id })
  expect(await rowOf(visit)).toMatchObject({ scan: 'waiting' })
  expect(await open(visit, id)).toMatchObject({ status: 409, data: { code: 'waiting' } })
  clamd = await startClamd()
  configure(clamd.address)
  expect(await open(visit, id)).toMatchObject({ file: { type: 'application/pdf' } })
  expect(await rowOf(visit)).toMatchObject({ scan: 'clean', removedAt: null })
})

test('DS-02 one that turns out to hold a virus goes, and its author reads so', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const visit = await beginApplication()
  configure()
  await give(visit, 'EICAR')
  const { id, storageKey } = await rowOf(visit)
  clamd = await startClamd()
  configure(clamd.address)
  expect(await rooms.scanWaiting(visit.viewer)).toBe(1)
  expect(await rooms.scanWaiting(visit.viewer)).toBe(0)
  expect((await rowOf(visit)).removedAt).not.toBeNull()
  expect(await open(visit, id)).toMatchObject({ status: 404 })
  await expect(gather(rooms.storage.get(storageKey))).rejects.toMatchObject({ code: 'ENOENT' })
  const events = await world.owner.applicationEvent.findMany({
    where: { applicationId: visit.id, kind: 'documentRefused' },
  })
  expect(events).toMatchObject([
    { adult: 'applicant', details: { subject: requirement, reason: 'infected' } },
  ])
  const told = async () =>
    (await rooms.findDocument(visit.viewer, 'identityPhoto-applicant'))!.files.map(({ scan }) => scan)
  expect(await told()).toEqual(['infected'])
  await at('2026-11-27T15:05:00.000Z')
  await give(visit, 'a good copy')
  expect(await told()).toEqual(['clean'])
})

test('DS-03 an infected file is never a document', async () => {
  const visit = await beginApplication()
  clamd = await startClamd()
  configure(clamd.address)
  expect(await give(visit, 'EICAR')).toEqual({ problem: 'infected' })
  expect(await world.owner.document.count({ where: { applicationId: visit.id } })).toBe(0)
  expect(await world.owner.upload.count({ where: { applicationId: visit.id } })).toBe(0)
})

test('DS-04 the machine looks at everybody’s files, and reaches nothing else of them', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const [one, other] = [await beginApplication(), await beginApplication()]
  configure()
  await give(one, 'a paper')
  await give(other, 'EICAR')
  clamd = await startClamd()
  configure(clamd.address)
  const worker = { role: 'worker' as const }
  expect(await rooms.scanWaiting(worker)).toBe(2)
  expect([(await rowOf(one)).scan, (await rowOf(other)).scan]).toEqual(['clean', 'infected'])
  const events = await world.owner.applicationEvent.findMany({
    where: { applicationId: other.id, kind: 'documentRefused' },
  })
  expect(events).toMatchObject([{ by: 'machine', adult: 'applicant' }])
  const reach = (text: string) => rooms.withViewer(worker, ({ sql }) => sql(text))
  await expect(reach('select * from application_draft')).rejects.toThrow(/permission denied/)
  await expect(reach('select * from document_answer')).rejects.toThrow(/permission denied/)
  expect(await reach(`update document set scan = 'clean' where scan = 'infected' returning id`)).toEqual([])
  await expect(
    reach(
      `insert into application_event (application_id, kind, "by") values ('${one.id}', 'decided', 'machine')`,
    ),
  ).rejects.toThrow(/row-level security/)
})

test('DS-05 files never ended are forgotten after two days', async () => {
  const visit = await beginApplication()
  const begin = async () => {
    const upload = await rooms.startUpload(visit.viewer, { requirement, name: 'a.pdf', size: 500 })
    if (!upload || 'problem' in upload) throw new Error('not begun')
    await rooms.storage.append(upload.key, 0, inPieces(Buffer.alloc(100)), 500)
    return upload
  }
  await at('2026-11-27T16:00:00.000Z')
  const old = await begin()
  await at('2026-11-29T16:01:00.000Z')
  expect((await rooms.erasePast()).unfinishedFile).toBe(0)
  const again = await world.owner.upload.count({ where: { applicationId: visit.id } })
  expect(again).toBe(1)
  await at('2026-11-30T16:01:00.000Z')
  expect((await rooms.erasePast()).unfinishedFile).toBe(1)
  expect(await rooms.storage.sizeOf(old.key)).toBe(0)
})
