import { setTimeout as wait } from 'node:timers/promises'
import type { Statement } from './world'

/** Clients at work on a list of statements. */
export type Burst = {
  /** How many of the statements are acknowledged so far. */
  readonly acknowledged: () => number
  /** How many requests are waiting for their answer now. */
  readonly waiting: () => number
  /** Resolves when every statement is acknowledged, refused, or given up. */
  readonly done: Promise<void>
}

/** A client tries again this often, and gives up after this long. */
const pauseMs = 25
const patienceMs = 60_000

/** Files statements over HTTP, `clients` at once. Each is sent again, with its key, until it is acknowledged. */
export function fileAll(url: string, statements: readonly Statement[], clients: number): Burst {
  const queue = [...statements]
  let waiting = 0
  const client = async () => {
    for (let statement = queue.shift(); statement; statement = queue.shift()) {
      const giveUp = Date.now() + patienceMs
      for (;;) {
        waiting += 1
        const isAnswered = await send(url, statement).finally(() => (waiting -= 1))
        if (isAnswered || Date.now() > giveUp) break
        await wait(pauseMs)
      }
    }
  }
  return {
    acknowledged: () => statements.filter(({ told }) => told.length > 0).length,
    waiting: () => waiting,
    done: Promise.all(Array.from({ length: clients }, client)).then(() => {}),
  }
}

/** Sends one statement once and notes what comes back. False when it must be sent again. */
async function send(url: string, statement: Statement): Promise<boolean> {
  try {
    const response = await fetch(`${url}/api/statements/${statement.month}/submission`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        origin: url,
        cookie: `quinze=${statement.token}`,
      },
      body: JSON.stringify(fieldsOf(statement)),
      signal: AbortSignal.timeout(15_000),
    })
    const answer = (await response.json()) as { receiptNumber?: string }
    const isReceipt = response.status === 200 || response.status === 201
    if (isReceipt && answer.receiptNumber) {
      if (statement.told.length === 0) statement.hadBeenReceived = response.status === 200
      statement.told.push(answer.receiptNumber)
    } else if (response.status < 500) statement.refusal = `${response.status} ${JSON.stringify(answer)}`
    else return again(statement)
    return true
  } catch {
    return again(statement)
  }
}

function again(statement: Statement): false {
  statement.failures += 1
  return false
}

function fieldsOf({ key, netCents }: Statement): Record<string, string | string[]> {
  const net = (netCents / 100).toFixed(2).replace('.', ',')
  return {
    changed: ['work'],
    'work.0.employer': 'Café du coin',
    'work.0.gross': '900',
    'work.0.net': net,
    'work.0.certainty': 'final',
    attest: 'yes',
    key,
  }
}
