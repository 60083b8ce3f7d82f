import { createHash } from 'node:crypto'
import pg from 'pg'
import { ask, connections, once, pagesOf, repeat } from './load'
import type { Round } from './table'
import type { Person } from './town'
import type { Timing } from './turns'
import { isReceipt, type Send, sessionCookie, shortStatement, signIn } from './visit'
import type { World } from './world'

/** One thing measured: `of` names the measure it is compared with. */
export type Measure = Timing & { readonly of?: string }

/** The pages of one person, by what they are called in the table. */
export const privatePages = (month: string): Record<string, (person: Person) => string> => ({
  'statement page': () => `/fr/mon-dossier/declaration/${month}`,
  'home of the file': () => '/fr/mon-dossier',
  'receipt page': (person) => `/fr/mon-dossier/recus/${person.receipt}`,
  'history page': () => '/fr/mon-dossier/historique',
  'payment page': () => `/fr/mon-dossier/paiements/${month}`,
  'change page': () => '/fr/mon-dossier/changement',
})

/** Asks for a private page as two hundred people. */
export function readPage(world: World, name: string, seconds: number): Promise<Round> {
  const page = privatePages(world.town.month)[name]!
  const visits = world.readers.map((person) => ({
    path: page(person),
    cookie: sessionCookie(person.token),
  }))
  return ask(pagesOf(world.site.url, seconds, visits))
}

/** A statement ready to be sent: its form was drawn by the page for this person. */
export type Ready = { readonly cookie: string; readonly body: string }

/** Opens the statement of each person and fills it in. */
export async function fillIn(world: World, send: Send, people: readonly Person[]): Promise<Ready[]> {
  const ready: Ready[] = []
  const at = `${world.site.url}/fr/mon-dossier/declaration/${world.town.month}`
  const round = await once(people, connections, async ({ token }) => {
    const cookie = sessionCookie(token)
    const { body } = await send(at, { cookie })
    ready.push({ cookie, body: shortStatement(body).toString() })
    return body.length
  })
  if (round.errors > 0) throw new Error(`${round.errors} statements could not be opened`)
  return ready
}

/** Sends each statement once, to the product or to the bare server. */
export function sendAll(url: string, path: string, ready: readonly Ready[]): Promise<Round> {
  let next = 0
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: url }
  return ask({
    url,
    amount: ready.length,
    requests: [
      {
        method: 'POST',
        path,
        setupRequest: (request) => {
          const { cookie, body } = ready[next++ % ready.length]!
          return { ...request, headers: { ...headers, cookie }, body }
        },
      },
    ],
  })
}

export const submissionOf = (world: World): string => `/api/statements/${world.town.month}/submission`

/** The identities the demo's provider can prove: each is lent to one person after the other. */
export async function identitiesOf(world: World): Promise<string[]> {
  const { rows } = await world.owner.query<{ subject: string }>(
    `select subject from auth."account" where provider = 'citizen' order by subject limit 8`,
  )
  return rows.map(({ subject }) => subject)
}

/** Sign-in in whole: our button, the provider's pages, the code exchanged, the session opened. */
export async function signInAgain(world: World, send: Send, subjects: readonly string[], seconds: number) {
  return repeat(seconds, subjects.length, async (lane) => {
    await signIn(send, world.site.url, subjects[lane]!)
    return 0
  })
}

/** A whole session: signs in, opens the statement, files it, reads the receipt. Every time someone else. */
export async function wholeSessions(
  world: World,
  send: Send,
  subjects: readonly string[],
  seconds: number,
  onFiled: () => void,
): Promise<Round> {
  const { url } = world.site
  return repeat(seconds, subjects.length, async (lane) => {
    const [person] = world.take(1)
    await lend(world, subjects[lane]!, person!)
    const cookie = await signIn(send, url, subjects[lane]!)
    const page = await send(`${url}/fr/mon-dossier/declaration/${world.town.month}`, { cookie })
    const filed = await send(url + submissionOf(world), { cookie, form: shortStatement(page.body) })
    if (!isReceipt(filed)) throw new Error('Not filed')
    onFiled()
    const receipt = await send(new URL(filed.location!, url).href, { cookie })
    if (receipt.status !== 200) throw new Error('No receipt')
    return page.body.length + receipt.body.length
  })
}

async function lend(world: World, subject: string, person: Person): Promise<void> {
  await world.owner.query(
    `update auth."account" set user_id = (select user_id from auth."session" where token_hash = $1)
     where provider = 'citizen' and subject = $2`,
    [createHash('sha256').update(person.token).digest(), subject],
  )
}

/** Our own part of every visit: whose session a token is. */
export async function lookUpSessions(world: World, seconds: number): Promise<Round> {
  const pool = new pg.Pool({
    connectionString: world.database.webUrl,
    max: 10,
    options: '-c role=quinze_anonymous',
  })
  let next = 0
  const round = await repeat(seconds, 10, async () => {
    const { token } = world.readers[next++ % world.readers.length]!
    const { rows } = await pool.query({
      name: 'viewer_of',
      text: 'select * from auth.viewer_of($1, make_interval(mins => 60), make_interval(mins => 10))',
      values: [createHash('sha256').update(token).digest()],
    })
    if (!rows[0]?.alive) throw new Error('Nobody')
    return 0
  })
  await pool.end()
  return round
}
