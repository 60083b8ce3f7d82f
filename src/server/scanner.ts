import 'server-only'
import { connect, type Socket } from 'node:net'
import { env, type ScannerAddress } from './env'
import { logError } from './log'
import type { Bytes } from './storage'

/**
 * What the scanner said of a file. `notScanned`: there is no scanner here. `waiting`: there is one, and it did not
 * answer; it is asked again later, and nobody may take the file for clean meanwhile.
 */
export type Verdict = 'clean' | 'infected' | 'waiting' | 'notScanned'

const MAX_WAIT_MS = 30_000

/** Has a file looked at by the scanner of this server, if there is one. */
export async function scan(source: Bytes, address: ScannerAddress | null = env().scanner): Promise<Verdict> {
  if (!address) return 'notScanned'
  try {
    const said = await ask(address, source)
    if (said.endsWith(' OK')) return 'clean'
    if (said.endsWith(' FOUND')) return 'infected'
    // Too large for it, out of memory, reloading: it has not looked.
    throw new Error('The scanner did not look')
  } catch (error) {
    logError('scanner', error)
    return 'waiting'
  }
}

/** Sends a file in pieces, each after its length, and reads the one line of the answer (clamd's INSTREAM). */
async function ask(address: ScannerAddress, source: Bytes): Promise<string> {
  const socket = connect(address)
  socket.setTimeout(MAX_WAIT_MS, () => socket.destroy(new Error('The scanner is silent')))
  const answer = readAll(socket)
  // Whoever writes waits too: a failure while nobody listens for the answer must not end the process.
  answer.catch(() => {})
  try {
    await write(socket, Buffer.from('zINSTREAM\0'))
    for await (const piece of source) {
      const length = Buffer.alloc(4)
      length.writeUInt32BE(piece.length)
      await write(socket, Buffer.concat([length, piece]))
    }
    await write(socket, Buffer.alloc(4))
    return (await answer).split('\0')[0]!.trim()
  } finally {
    socket.destroy()
  }
}

const write = (socket: Socket, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())))

async function readAll(socket: Socket): Promise<string> {
  let text = ''
  for await (const piece of socket) {
    text += (piece as Buffer).toString('latin1')
    if (text.includes('\0') || text.length > 4096) break
  }
  return text
}
