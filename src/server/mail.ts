import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from './env'

/** What became of a message: it left; this address is not one; or it is to be tried again. */
export type Fate = 'left' | 'refused' | 'later'

export type Mail = {
  /** The same for each try, so that a mailbox that has it already can tell. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly language: 'fr' | 'en'
  /** Where one click stops these messages (RFC 8058); null for what cannot be stopped. */
  readonly stopUrl: string | null
}

/** A server that does not answer is left for later: nobody else's message waits behind it. */
const WAIT_MS = 20_000

let transport: { readonly url: string; readonly by: Transporter } | undefined

/**
 * Sends an e-mail by the server of the configuration, with a few connections for all. In the demo without one, it has
 * left: the demo's page shows it.
 */
export async function sendMail(mail: Mail): Promise<Fate> {
  const { mail: settings, demo, origin } = env()
  if (settings === null) return demo ? 'left' : 'later'
  if (transport?.url !== settings.url) {
    transport?.by.close()
    transport = { url: settings.url, by: createTransport(withHabits(settings.url)) }
  }
  try {
    await transport.by.sendMail({
      from: settings.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      messageId: `<${mail.id}@${new URL(origin).hostname}>`,
      headers: {
        'Content-Language': mail.language,
        'Auto-Submitted': 'auto-generated',
        ...(mail.stopUrl !== null && {
          'List-Unsubscribe': `<${mail.stopUrl}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        }),
      },
    })
    return 'left'
  } catch (error) {
    return isRefusal(error) ? 'refused' : 'later'
  }
}

/** The address of the server with how we use it: beside an address, the library reads no other options. */
function withHabits(address: string): string {
  const url = new URL(address)
  const habits = {
    ...{ pool: true, maxConnections: 4, connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS },
    // A line that breaks while sending is for the outbox to try again: here it could go on for ever.
    ...{ socketTimeout: WAIT_MS, maxRequeues: 0 },
  }
  for (const [name, value] of Object.entries(habits)) url.searchParams.set(name, String(value))
  return url.href
}

/** A refusal of the address itself, for good (5xx to RCPT). A server that refuses us is no fault of the address. */
function isRefusal(error: unknown): boolean {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string }
  return code === 'EENVELOPE' && command === 'RCPT TO' && (responseCode ?? 0) >= 500
}
