import 'server-only'
import type pg from 'pg'
import type { Adapter } from 'next-auth/adapters'
import { poolOf } from './db'
import { hashOf } from './secrets'
import { anonymousPool } from './viewer'

/** The sign-in tables are outside row-level security and have a role and a small pool of their own. */
const store = (): pg.Pool => poolOf('quinze_auth')

export type Realm = 'citizen' | 'staff'
/** The longest a session lives, however busy. */
export const LONGEST_SESSION_SECONDS = 12 * 60 * 60

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
export async function openSession(userId: string, token: string, assurance: 'oidc'): Promise<void> {
  await store().query(
    `insert into auth."session" (token_hash, user_id, realm, assurance, ends_at)
     select $1, id, case when person_id is not null then 'citizen' else 'staff' end, $3,
       app_now() + make_interval(secs => $4)
     from auth."user" where id = $2`,
    [hashOf(token), userId, assurance, LONGEST_SESSION_SECONDS],
  )
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
    await openSession(session.userId, session.sessionToken, 'oidc')
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
