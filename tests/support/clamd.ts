import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A scanner of the tests, on this machine, that speaks as clamd does and calls infected what holds `EICAR`. */
export type FakeClamd = {
  address: { host: string; port: number }
  /** How many bytes it was sent in all. */
  bytes: () => number
  stop: () => Promise<void>
}

export async function startClamd(answer?: string): Promise<FakeClamd> {
  let bytes = 0
  const server = createServer((socket) => {
    socket.on('error', () => {})
    void listen(socket).then(
      ({ content, sent }) => {
        bytes += sent
        socket.end(
          `${answer ?? (content.includes('EICAR') ? 'stream: Eicar-Signature FOUND' : 'stream: OK')}\0`,
        )
      },
      () => socket.destroy(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: { host: '127.0.0.1', port: (server.address() as AddressInfo).port },
    bytes: () => bytes,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function listen(socket: Socket): Promise<{ content: string; sent: number }> {
  const command = 'zINSTREAM\0'
  let buffer = Buffer.alloc(0)
  let content = ''
  let isOpened = false
  return new Promise((resolve, reject) => {
    socket.on('close', reject)
    socket.on('data', (piece) => {
      buffer = Buffer.concat([buffer, piece])
      if (!isOpened && buffer.length >= command.length) {
        if (buffer.toString('latin1', 0, command.length) !== command)
          return reject(new Error('unknown command'))
        buffer = buffer.subarray(command.length)
        isOpened = true
      }
      while (isOpened && buffer.length >= 4) {
        const length = buffer.readUInt32BE()
        if (length === 0) return resolve({ content, sent: content.length })
        if (buffer.length < 4 + length) return
        content += buffer.toString('latin1', 4, 4 + length)
        buffer = buffer.subarray(4 + length)
      }
    })
  })
}
