import { beforeAll, describe, expect, it } from 'vitest'
import { randomUUID } from 'node:crypto'
import { addSession } from '../../../prisma/builders'
import { GET as openFile } from '@/app/api/messages/files/[id]/route'
import { POST as postMessage } from '@/app/api/messages/route'
import { POST as postAnswer } from '@/app/api/households/[id]/messages/route'
import { POST as restore } from '@/app/api/parked/restoration/route'
import { readMessagesPage } from '@/features/messages/queries'
import { formKeyOf, type Citizen, type Staff } from '@/server/viewer'
import { pdf } from '../../support/files'
import { withWorld } from '../../support/world'
import { household, openOffice } from '../statement/office'
import { staffOf } from './exchange'

/*
 * Messages at the door itself, as a browser and a program send them. Numbered cases:
 *   MR-01 a form with files, a form without, and JSON are the same message
 *   MR-02 two pages of words in any letters arrive whole in a form with files
 *   MR-03 a message whose session ended is kept and comes back on its page, and is not sent by that
 *   MR-04 a form from elsewhere, of another person, or of a program without a session changes nothing
 *   MR-05 the office answers by its own address alone
 *   MR-06 a file is shown by itself, never stored, never sniffed
 */
const world = withWorld({ people: false })
let office: string
beforeAll(async () => {
  office = await openOffice(world.owner)
})

const origin = () => process.env['QUINZE_ORIGIN'] ?? 'http://localhost:3015'
type Sent = {
  readonly token?: string
  readonly from?: string
  readonly type?: string
  readonly body: BodyInit
}
const post = (path: string, { token, from = origin(), type, body }: Sent) =>
  new Request(`${origin()}${path}`, {
    method: 'POST',
    headers: {
      origin: from,
      ...(type && { 'content-type': type }),
      ...(token && { cookie: `quinze=${token}` }),
    },
    body,
  })
const form = (fields: Record<string, string>) => ({
  type: 'application/x-www-form-urlencoded',
  body: new URLSearchParams(fields).toString(),
})
const multipart = (
  fields: Record<string, string>,
  files: readonly (readonly [string, Uint8Array])[] = [],
) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  // As a browser sends a field for files that nobody chose.
  if (files.length === 0) data.append('files', new File([], ''))
  for (const [name, bytes] of files) data.append('files', new File([new Uint8Array(bytes)], name))
  return { body: data }
}
const context = (params: Record<string, string> = {}) => ({ params: Promise.resolve(params) })
const rows = (householdId: string) =>
  world.owner.message.findMany({ where: { householdId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })

async function signedIn() {
  const { id, viewers } = await household(world.owner, office, ['Ana'])
  const ana = viewers[0] as Citizen
  const token = await addSession(world.owner, 'citizen', ana.personId)
  const { viewerOf } = await import('@/server/viewer')
  const viewer = (await viewerOf(token)).viewer as Citizen
  return { id, viewer, token, formKey: formKeyOf(viewer) }
}

describe('at the door', () => {
  it('MR-01 one message, however it is sent', async () => {
    const { id, token, formKey } = await signedIn()
    const fields = { formKey, language: 'fr', text: 'Bonjour\nà vous' }
    const replies = [
      await postMessage(
        post('/api/messages', { token, ...multipart(fields, [['un.pdf', pdf('% x\n')]]) }),
        context(),
      ),
      await postMessage(post('/api/messages', { token, ...multipart(fields) }), context()),
      await postMessage(post('/api/messages', { token, ...form(fields) }), context()),
    ]
    for (const reply of replies)
      expect([reply.status, reply.headers.get('location')]).toEqual([
        303,
        '/fr/mon-dossier/messages?told=messageSent',
      ])
    const body = JSON.stringify({ ...fields, key: randomUUID() })
    const json = await postMessage(
      post('/api/messages', { token, type: 'application/json', body }),
      context(),
    )
    expect([json.status, await json.json()]).toEqual([
      201,
      { code: 'messageSent', to: '/fr/mon-dossier/messages?told=messageSent' },
    ])
    expect((await rows(id)).map(({ text }) => text)).toEqual(Array(4).fill('Bonjour\nà vous'))
    expect(await world.owner.document.count({ where: { householdId: id } })).toBe(1)
  })

  it('MR-02 two pages of any letters', async () => {
    const { id, token, formKey } = await signedIn()
    const text = '語'.repeat(4_000)
    await postMessage(post('/api/messages', { token, ...multipart({ formKey, text }) }), context())
    expect((await rows(id)).map((one) => one.text)).toEqual([text])
  })

  it('MR-03 one that comes too late waits on its page', async () => {
    const { id, viewer, token, formKey } = await signedIn()
    const late = await addSession(world.owner, 'citizen', viewer.personId)
    await world.owner.$executeRawUnsafe(
      `update auth."session" set ends_at = app_now() - interval '1 minute' where token_hash = sha256(convert_to($1, 'UTF8'))`,
      late,
    )
    const sent = post('/api/messages', {
      token: late,
      ...multipart({ formKey, language: 'fr', text: 'Mots tardifs' }),
    })
    const reply = await postMessage(sent, context())
    expect(reply.headers.get('location')).toBe('/fr/connexion/session-expiree')
    const back = await restore(
      post('/api/parked/restoration', { token, ...form({ formKey, language: 'fr' }) }),
      context(),
    )
    expect(back.headers.get('location')).toBe('/fr/mon-dossier/messages?told=restored')
    expect([(await readMessagesPage(viewer)).typed, await rows(id)]).toEqual(['Mots tardifs', []])
  })

  it('MR-04 a form that is not theirs changes nothing', async () => {
    const [mine, theirs] = [await signedIn(), await signedIn()]
    const text = 'Bonjour'
    const tries: Sent[] = [
      { token: mine.token, ...form({ text }), from: 'https://elsewhere.example' },
      { token: mine.token, ...multipart({ text, formKey: theirs.formKey }) },
      multipart({ text, formKey: mine.formKey }),
      { token: mine.token, type: 'text/plain', body: text },
    ]
    for (const sent of tries) {
      const reply = await postMessage(post('/api/messages', sent), context())
      expect(reply.headers.get('location')).not.toContain('told=messageSent')
    }
    expect([await rows(mine.id), await rows(theirs.id)]).toEqual([[], []])
  })

  it('MR-05 the office answers by its own address', async () => {
    const { id, viewer, token } = await signedIn()
    const agent: Staff = await staffOf(world.owner, office)
    const desk = await addSession(world.owner, 'staff', agent.staffId)
    const { viewerOf } = await import('@/server/viewer')
    const formKey = formKeyOf((await viewerOf(desk)).viewer as Staff)
    const fields = { formKey, language: 'fr', text: 'Bonjour', person: viewer.personId, back: '/fr/bureau' }
    const path = `/api/households/${id}/messages`
    const reply = await postAnswer(post(path, { token: desk, ...multipart(fields) }), context({ id }))
    expect(reply.headers.get('location')).toBe('/fr/bureau?told=replied#messages')
    // No page but one of ours is gone back to.
    const astray = { ...fields, back: 'https://elsewhere.example/fr/bureau' }
    const again = await postAnswer(post(path, { token: desk, ...form(astray) }), context({ id }))
    expect(again.headers.get('location')).toBe('/fr/bureau?told=replied#messages')
    expect(await rows(id)).toMatchObject([{ fromStaff: agent.staffId }, { fromStaff: agent.staffId }])
    for (const [address, who] of [
      ['/api/messages', desk],
      [path, token],
    ] as const) {
      const handler = address === path ? postAnswer : postMessage
      const refused = await handler(post(address, { token: who, ...form(fields) }), context({ id }))
      expect(refused.headers.get('location')).toMatch(/not-allowed|other-person/)
    }
    expect(await rows(id)).toHaveLength(2)
  })

  it('MR-06 a file by itself', async () => {
    const { id, token, formKey } = await signedIn()
    await postMessage(
      post('/api/messages', { token, ...multipart({ formKey, text: 'x' }, [['un.pdf', pdf('% x\n')]]) }),
      context(),
    )
    const { id: file } = await world.owner.document.findFirstOrThrow({ where: { householdId: id } })
    const request = new Request(`${origin()}/api/messages/files/${file}`, {
      headers: { cookie: `quinze=${token}` },
    })
    const reply = await openFile(request, context({ id: file }))
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-disposition': `attachment; filename="quinze-document-${file.slice(-6)}.pdf"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
  })
})
