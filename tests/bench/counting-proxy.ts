import { connect, createServer, type Socket } from 'node:net'
import { freePort } from '../../src/setup/ports.mjs'

/**
 * Stands between a server and its database, and counts what the server asks: each statement executed, several in one
 * message counting once (they cost one round trip). It changes nothing of what passes.
 */
export async function startCountingProxy(databaseUrl: string) {
  let asked = 0
  const port = await freePort()
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname)
    const count = messageCounter((kind) => {
      if (kind === 'Q' || kind === 'E') asked += 1
    })
    client.on('data', count)
    client.pipe(database).pipe(client)
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.on('error', () => [client, database].forEach((one) => one.destroy()))
      socket.on('close', () => sockets.delete(socket))
    }
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const url = new URL(databaseUrl)
  url.port = String(port)
  return {
    url: url.href,
    asked: () => asked,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/**
 * Reads the frontend's half of PostgreSQL's protocol, in whatever pieces it comes: after the first message, which has
 * no kind, each is one letter and a length. Q is a simple query, E the execution of a prepared one.
 */
export function messageCounter(onMessage: (kind: string) => void): (piece: Buffer) => void {
  let kept: Buffer = Buffer.alloc(0)
  let begun = false
  return (piece) => {
    kept = Buffer.concat([kept, piece])
    for (;;) {
      const head = begun ? 1 : 0
      if (kept.length < head + 4) return
      const end = head + kept.readUInt32BE(head)
      if (kept.length < end) return
      if (begun) onMessage(String.fromCharCode(kept[0]!))
      begun = true
      kept = kept.subarray(end)
    }
  }
}
