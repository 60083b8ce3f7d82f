import { Agent, request } from 'node:http'

/** What came back. The body has been read to its end. */
export type Reply = {
  readonly status: number
  readonly location: string | null
  readonly cookies: readonly string[]
  readonly body: string
}

/** Sends one request on a connection that is kept. */
export type Send = (
  url: string,
  options?: { readonly cookie?: string; readonly form?: URLSearchParams; readonly origin?: string },
) => Promise<Reply>

/** A client with a pool of connections of its own; `stop` closes them. */
export function client(): { send: Send; stop: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: 512, scheduling: 'lifo' })
  const send: Send = (url, { cookie, form, origin } = {}) =>
    new Promise((resolve, reject) => {
      const body = form?.toString()
      const asked = request(
        url,
        {
          agent,
          method: body === undefined ? 'GET' : 'POST',
          // 127.0.0.1 answers for `localhost`, whichever address that is here.
          lookup: (_host, options, found) =>
            options.all ? found(null, [{ address: '127.0.0.1', family: 4 }]) : found(null, '127.0.0.1', 4),
          timeout: 30_000,
          headers: {
            ...(cookie ? { cookie } : {}),
            ...(body === undefined
              ? {}
              : {
                  'content-type': 'application/x-www-form-urlencoded',
                  'content-length': Buffer.byteLength(body),
                  origin: origin ?? new URL(url).origin,
                }),
          },
        },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? null,
              cookies: response.headers['set-cookie'] ?? [],
              body: Buffer.concat(parts).toString(),
            }),
          )
        },
      )
      asked.on('timeout', () => asked.destroy(new Error('No answer in 30 s')))
      asked.on('error', reject)
      asked.end(body)
    })
  return { send, stop: () => agent.destroy() }
}

export const sessionCookie = (token: string) => `quinze=${token}`

/** The form of a page, as its short way sends it: every hidden field, the attestation ticked, the button pressed. */
export function shortStatement(page: string): URLSearchParams {
  const form = new URLSearchParams()
  for (const [tag] of page.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1]
    const value = /value="([^"]*)"/.exec(tag)?.[1]
    if (name !== undefined && value !== undefined && !form.has(name)) form.set(name, value)
  }
  if (!form.has('key') || form.get('page') !== 'start') throw new Error('The page has no statement to send')
  form.set('attest', 'yes')
  form.set('intent', 'send')
  return form
}

/** Whether a statement was filed now: the receipt's page is told. */
export const isReceipt = (reply: Reply): boolean =>
  reply.status === 303 && /\/mon-dossier\/recus\/[\w-]+$/.test(reply.location ?? '')

/**
 * Signs in through the demo's identity provider, from our button to our file, as a browser does: every redirect and
 * cookie. Returns the session's cookie.
 */
export async function signIn(send: Send, site: string, subject: string): Promise<string> {
  const jars = new Map<string, Map<string, string>>()
  const go = async (url: string, form?: URLSearchParams): Promise<Reply & { url: string }> => {
    const { host } = new URL(url)
    const jar = jars.get(host) ?? jars.set(host, new Map()).get(host)!
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await send(url, { cookie, ...(form ? { form, origin: site } : {}) })
    for (const line of reply.cookies) {
      const [pair] = line.split(';')
      const at = pair!.indexOf('=')
      jar.set(pair!.slice(0, at), pair!.slice(at + 1))
    }
    if (!reply.location) return { ...reply, url }
    const next = new URL(reply.location, url)
    return next.pathname === '/fr/mon-dossier' ? { ...reply, url: next.href } : go(next.href)
  }
  const choice = await go(`${site}/api/sign-in/citizen`, new URLSearchParams({ language: 'fr' }))
  const back = await go(choice.url, new URLSearchParams({ person: subject }))
  const session = jars.get(new URL(site).host)?.get('quinze')
  if (!session || !back.url.endsWith('/fr/mon-dossier')) throw new Error(`Sign-in ended at ${back.url}`)
  return sessionCookie(session)
}
