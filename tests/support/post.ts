import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'

/** A letter as the server of mail took it: to whom, and what was written, its lines joined again. */
export type Received = { readonly to: string; readonly raw: string }
/** A text message as the provider took it. */
export type ReceivedText = {
  readonly to: string
  readonly from: string
  readonly body: string
  readonly path: string
}

/**
 * A real SMTP server and a provider of text messages, on loopback. An address that begins with `refused` is refused for
 * good, one with `later` for now; so are the numbers that end in 99 and in 98. `loseReplies` has every letter fail once it was
 * taken (the reply is lost); `slowMs` has every reply wait.
 */
export async function startPost() {
  const [mails, texts]: [Received[], ReceivedText[]] = [[], []]
  const state = { loseReplies: false, slowMs: 0 }
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, done) {
      const refusal = (responseCode: number) => Object.assign(new Error('No'), { responseCode })
      if (address.startsWith('refused')) return done(refusal(550))
      return done(address.startsWith('later') ? refusal(451) : undefined)
    },
    onData(stream, session, done) {
      void text(stream).then(async (raw) => {
        const unfolded = raw.replace(/=\r\n/g, '')
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw: unfolded })
        await wait(state.slowMs)
        done(state.loseReplies ? Object.assign(new Error('Lost'), { responseCode: 451 }) : undefined)
      })
    },
  })
  smtp.on('error', () => {})
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', ready))
  const provider = createServer((request, answer) => {
    void text(request).then(async (body) => {
      const form = new URLSearchParams(body)
      const to = form.get('To') ?? ''
      const say = (status: number, data: object) => answer.writeHead(status).end(JSON.stringify(data))
      if (to.endsWith('99')) return say(400, { code: 21610 })
      if (to.endsWith('98')) return say(503, {})
      const credentials = Buffer.from((request.headers.authorization ?? '').slice(6), 'base64').toString()
      if (credentials !== 'AC0:secret') return say(401, {})
      texts.push({ to, from: form.get('From') ?? '', body: form.get('Body') ?? '', path: request.url ?? '' })
      await wait(state.slowMs)
      return say(201, { sid: 'SM0' })
    })
  })
  await new Promise<void>((ready) => provider.listen(0, '127.0.0.1', ready))
  const port = (server: { address(): string | AddressInfo | null }) => (server.address() as AddressInfo).port
  return {
    mails,
    texts,
    state,
    env: {
      QUINZE_SMTP: `smtp://127.0.0.1:${port(smtp.server)}`,
      QUINZE_MAIL_FROM: 'avis@exemple.ca',
      QUINZE_TEXTS: `http://AC0:secret@127.0.0.1:${port(provider)}`,
      QUINZE_TEXTS_FROM: '+15145550100',
    },
    stop: async () => {
      await new Promise<void>((done) => smtp.close(() => done()))
      await new Promise<void>((done) => void provider.close(() => done()))
    },
  }
}
