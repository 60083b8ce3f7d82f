import 'server-only'
import { env } from './env'
import type { Fate } from './mail'

const WAIT_MS = 20_000

/**
 * What the provider says of the number itself, for good: not a number, one that takes no texts, or whose owner answered
 * STOP (https://www.twilio.com/docs/api/errors).
 */
const REFUSALS: readonly number[] = [21211, 21214, 21610, 21614, 21635]

/**
 * Sends a text message by the provider of the configuration, in the interface of Twilio's Messages resource. In the demo
 * without one, it has left: the demo's page shows it.
 */
export async function sendText(to: string, text: string): Promise<Fate> {
  const { texts, demo } = env()
  if (texts === null) return demo ? 'left' : 'later'
  const url = new URL(texts.url)
  const [account, token] = [url.username, url.password]
  try {
    const answer = await fetch(`${url.origin}/2010-04-01/Accounts/${account}/Messages.json`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}` },
      body: new URLSearchParams({ To: to, From: texts.from, Body: text }),
      signal: AbortSignal.timeout(WAIT_MS),
    })
    if (answer.ok) return 'left'
    const { code } = (await answer.json().catch(() => ({}))) as { code?: number }
    return answer.status === 400 && code !== undefined && REFUSALS.includes(code) ? 'refused' : 'later'
  } catch {
    return 'later'
  }
}
