import { createHash, randomBytes, randomUUID } from 'node:crypto'
import net from 'node:net'
import type pg from 'pg'

/*
 * People who fill in an application, field by field. Each field that is left is saved with the rest of its page, as
 * the page's own script does; the next one is typed once that is answered. So a save that is cut holds one field more
 * than what was acknowledged: the one being typed.
 */

/** Two pages with fields of words, one of the household's part and one of the applicant's. */
const pages = [
  { question: 'identity', fields: ['givenName', 'familyName', 'birthDate.day', 'birthDate.year'] },
  { question: 'address', fields: ['street', 'unit', 'city', 'postalCode'] },
] as const
export const allFields: readonly string[] = pages.flatMap(({ fields }) => fields)

/** What the fields hold; those left empty are not in it. */
export type Fields = Readonly<Record<string, string>>

/** One application, and all its author was told of it. */
export type Typist = {
  readonly id: string
  readonly token: string
  /** What the last acknowledged save held, or what was found when coming back. */
  kept: Fields
  /** What a save without an answer holds; null when there is none. */
  underWay: Fields | null
  /** How often the rows were written, as far as the author was told. */
  writes: number
  /** Saves without an answer that were not there when looked for: each may still arrive, once. */
  late: number
  saves: number
}

/** How a line is cut: after so many bytes of the request (all of them when null), and so long after. Milliseconds. */
export type Cut = { readonly afterBytes: number | null; readonly afterMs: number }

/** An application just begun, with a visit to it. */
export async function addTypist(owner: pg.Client): Promise<Typist> {
  const token = randomBytes(32).toString('base64url')
  const { rows } = await owner.query<{ id: string }>(
    `select auth.start_application($1, $2, false, 'fr', app_now(), '{"applicant":{"urgentNeeds":"none"}}', '{}') as id`,
    [randomUUID(), createHash('sha256').update(token).digest()],
  )
  return { id: rows[0]!.id, token, kept: {}, underWay: null, writes: 0, late: 0, saves: 0 }
}

/**
 * Types one field and saves its page; with `cut`, on a line that breaks. Notes what is acknowledged.
 * @returns whether it was
 */
export async function typeOne(url: string, typist: Typist, cut: Cut | null = null): Promise<boolean> {
  typist.saves += 1
  // The fields of a page one after the other, then those of the other page, then all of them anew.
  const turn = typist.saves % allFields.length
  const name = allFields[turn]!
  return save(url, typist, { ...typist.kept, [name]: `Mot ${typist.saves} é` }, name, cut)
}

/** Sends again what was under way, as one does who comes back and types it again. */
export async function typeAgain(url: string, typist: Typist, fields: Fields): Promise<boolean> {
  const name = allFields.find((one) => fields[one] !== typist.kept[one]) ?? allFields[0]!
  return save(url, typist, fields, name, null)
}

async function save(url: string, typist: Typist, next: Fields, name: string, cut: Cut | null) {
  const page = pages.find(({ fields }) => (fields as readonly string[]).includes(name))!
  const form = new URLSearchParams({
    question: page.question,
    intent: typist.saves % 5 === 0 ? 'save' : 'autosave',
    language: 'fr',
    ...Object.fromEntries(page.fields.map((field) => [field, next[field] ?? ''])),
  })
  typist.underWay = next
  const answer = await post(url, '/api/application/answers', form, typist.token, cut)
  if (!/^HTTP\/1\.1 200 .*"code":"saved"/s.test(answer)) return false
  typist.kept = next
  typist.underWay = null
  typist.writes += 1
  return true
}

/** Begins an application with a key drawn into its form. Returns whether it is acknowledged. */
export async function begin(url: string, key: string, cut: Cut | null = null): Promise<boolean> {
  const form = new URLSearchParams({ key, urgentNeeds: 'none', language: 'fr' })
  const answer = await post(url, '/api/applications', form, null, cut)
  return /^HTTP\/1\.1 201 .*"code":"begun"/s.test(answer)
}

/** The page of a question, as its author is shown it; empty when it is not answered. */
export async function pageOf(url: string, { token }: Typist, question: 'identity' | 'address') {
  const response = await fetch(`${url}/fr/demande/question/${question}`, {
    headers: { cookie: `quinze-application=${token}` },
    redirect: 'manual',
  })
  return response.status === 200 ? response.text() : ''
}

/** The fields of one page among others. */
export const fieldsOn = (question: 'identity' | 'address', fields: Fields): Fields => {
  const { fields: names } = pages.find((page) => page.question === question)!
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? '']))
}

let callers = 0

/** Sends a form over a connection of its own, byte for byte, and gives all that came back; empty when nothing whole did. */
function post(url: string, path: string, form: URLSearchParams, token: string | null, cut: Cut | null) {
  const { hostname, port } = new URL(url)
  const body = form.toString()
  callers += 1
  const request = Buffer.from(
    [
      `POST ${path} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      `Origin: ${url}`,
      'Accept: application/json',
      'Content-Type: application/x-www-form-urlencoded',
      `Content-Length: ${Buffer.byteLength(body)}`,
      // Everyone comes from a line of their own.
      `X-Forwarded-For: 10.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`,
      ...(token ? [`Cookie: quinze-application=${token}`] : []),
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
  return new Promise<string>((resolve) => {
    const parts: Buffer[] = []
    const socket = net.connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname)
    let broken = false
    const end = (text: string) => {
      broken = true
      socket.destroy()
      resolve(text)
    }
    socket.setTimeout(15_000, () => end(''))
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.on('end', () => end(broken ? '' : Buffer.concat(parts).toString('utf8')))
    socket.on('error', () => end(''))
    socket.on('close', () => resolve(''))
    socket.on('connect', () => {
      socket.write(cut?.afterBytes == null ? request : request.subarray(0, cut.afterBytes))
      if (cut) setTimeout(() => end(''), cut.afterMs)
    })
  })
}

/** How many bytes a save may have: where a line can break. */
export const REQUEST_BYTES = 600
