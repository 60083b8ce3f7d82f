// `npm run demo:call`: a telephone in the terminal, and the provider between it and a server that runs. What is said is
// written; keys are typed, then Enter: as the line asks, with `#` understood. Enter alone is silence.
import { createHmac, randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline/promises'

const token = process.env.QUINZE_TELEPHONE_TOKEN ?? ''
const start = new URL('/api/telephone', process.env.QUINZE_URL ?? 'http://localhost:3015').href
const call = { CallSid: `CA${randomUUID().replaceAll('-', '')}`, From: '+15145550123' }

/** Posts as a provider does, signed over the address and all that is sent. */
async function ask(url, fields) {
  const sent = Object.keys(fields).sort()
  const signed = sent.reduce((text, name) => text + name + fields[name], url)
  const signature = createHmac('sha1', token).update(signed).digest('base64')
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature },
    body: new URLSearchParams(fields),
  })
  if (response.ok) return response.text()
  throw new Error(`The line answered ${response.status}: is QUINZE_TELEPHONE_TOKEN the server's?`)
}

const terminal = createInterface({ input: process.stdin, output: process.stdout })
for (let answer = await ask(start, call); ;) {
  for (const [, words] of answer.matchAll(/<Say[^>]*>([^<]*)</g)) console.log(words)
  const number = /<Dial[^>]*>([^<]*)</.exec(answer)?.[1]
  const next = / action="([^"]*)"/.exec(answer)?.[1]
  if (!next) break
  const keys = number ? '' : (await terminal.question('> ')).replaceAll('#', '').trim()
  if (number) console.log(`(${number}: busy)`)
  const told = number ? { DialCallStatus: 'busy' } : keys ? { Digits: keys } : {}
  answer = await ask(next.replaceAll('&amp;', '&'), { ...call, ...told })
}
terminal.close()
