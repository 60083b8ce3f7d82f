import 'server-only'
import type pg from 'pg'
import type { Adapter } from 'next-auth/adapters'
import { cookies, headers } from 'next/headers'
import { cookieName } from './cookies'
import { poolOf } from './db'
import { deviceOf } from './device'
import { hashOf, newToken } from './secrets'
import { anonymousPool, LONGEST_SESSION_SECONDS, sessionCookie } from './viewer'

/** The sign-in tables are outside row-level security and have a role and a small pool of their own. */
const store = (): pg.Pool => poolOf('quinze_auth')

export type Realm = 'citizen' | 'staff'

/** The user an identity belongs to, or null: an identity nobody has linked to a file opens nothing. */
export async function findUser(provider: Realm, subject: string): Promise<{ id: string } | null> {
  // The realm is part of the question: a citizen's identity can never open a staff session, nor the reverse.
  const { rows } = await store().query<{ id: string }>(
    `select u.id from auth."account" a join auth."user" u on u.id = a.user_id
     where a.provider = $1 and a.subject = $2
       and case $1 when 'citizen' then u.person_id is not null when 'staff' then u.staff_id is not null end`,
    [provider, subject],
  )
  return rows[0] ?? null
}

/** Opens a session: every way of signing in ends here. Only the token's hash is kept. */
export async function openSession(
  userId: string,
  token: string,
  { assurance, shared, device }: { assurance: 'oidc' | 'code+otp'; shared: boolean; device: string },
): Promise<void> {
  await store().query(
    `insert into auth."session" (token_hash, user_id, realm, assurance, shared, device, ends_at)
     select $1, id, realm, $3, $4, $5, app_now() + make_interval(secs => $6)
     from auth."user" where id = $2`,
    [hashOf(token), userId, assurance, shared, device, LONGEST_SESSION_SECONDS],
  )
}

/** The user of a person, made at their first sign-in. */
export async function userOf(personId: string): Promise<string> {
  await store().query('insert into auth."user" (person_id) values ($1) on conflict (person_id) do nothing', [
    personId,
  ])
  const { rows } = await store().query<{ id: string }>('select id from auth."user" where person_id = $1', [
    personId,
  ])
  return rows[0]!.id
}

/** Links an identity to a person, once: or says why not. Neither is ever linked a second time. */
export async function linkIdentity(
  provider: Realm,
  subject: string,
  personId: string,
): Promise<'linked' | 'identity-used' | 'person-has-identity'> {
  const { rows } = await store().query<{ told: 'linked' | 'identity-used' | 'person-has-identity' }>(
    'select auth.claim($1, $2, $3) as told',
    [provider, subject, personId],
  )
  return rows[0]!.told
}

/**
 * Notes that the person of a living session proved themselves again, for the next minutes, and gives the session a
 * new token: whoever holds the old one is out. Null when the session is over. Set it with `sessionCookieHeader`.
 */
export async function stepUp(token: string): Promise<string | null> {
  const renewed = newToken()
  const { rowCount } = await store().query(
    `update auth."session" set token_hash = $2, stepped_up_at = app_now(), seen_at = app_now()
     where token_hash = $1 and ended_at is null and app_now() < ends_at`,
    [hashOf(token), hashOf(renewed)],
  )
  return rowCount === 1 ? renewed : null
}

/** Runs one statement of the sign-in tables and returns its rows. */
export type SignInSql = <Row extends object>(text: string, values: readonly unknown[]) => Promise<Row[]>

/** Runs `work` in one transaction of the sign-in tables: committed when it returns, rolled back when it throws. */
export async function signInTransaction<T>(work: (sql: SignInSql) => Promise<T>): Promise<T> {
  const client = await store().connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(
      async <Row extends object>(text: string, values: readonly unknown[]) =>
        (await client.query<Row & pg.QueryResultRow>(text, [...values])).rows,
    )
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    client.release(broken)
  }
}

/** Ends a session on the server: the token opens nothing from now on, wherever it is kept. */
export async function endSession(token: string): Promise<void> {
  await anonymousPool().query('select auth.sign_out($1)', [hashOf(token)])
}

/** Begins to act under a mandate of the session's own person, or stops (null). False when it does not hold. */
export async function actUnder(token: string, mandateId: string | null): Promise<boolean> {
  const { rows } = await anonymousPool().query<{ done: boolean }>('select auth.act_under($1, $2) as done', [
    hashOf(token),
    mandateId,
  ])
  return rows[0]!.done
}

/**
 * What next-auth needs of our tables. It is never told of a living session: it would link the new identity to
 * it, and a second person signing in on the same computer would enter the first one's file.
 */
export const adapter: Adapter = {
  getUserByAccount: async ({ provider, providerAccountId }) => {
    const user = await findUser(provider as Realm, providerAccountId)
    return user ? { ...user, email: '', emailVerified: null } : null
  },
  createSession: async (session) => {
    // Whoever was here before is gone: two people, or two roles of one, are never in one browser's session.
    const before = (await cookies()).get(sessionCookie().name)?.value
    if (before) await endSession(before)
    await openSession(session.userId, session.sessionToken, {
      assurance: 'oidc',
      shared: (await cookies()).has(cookieName('shared')),
      device: deviceOf((await headers()).get('user-agent')),
    })
    return session
  },
  getSessionAndUser: async () => null,
  // next-auth asks that these be there. We never create users, link identities or let it end sessions.
  createUser: notOurs,
  getUser: notOurs,
  getUserByEmail: notOurs,
  updateUser: notOurs,
  linkAccount: notOurs,
  updateSession: notOurs,
  deleteSession: notOurs,
}

function notOurs(): never {
  throw new Error('next-auth only runs the OpenID Connect flow here')
}
