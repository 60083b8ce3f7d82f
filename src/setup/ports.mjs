import { createServer } from 'node:net'
import { Problem } from './say.mjs'

/** A port of this machine that nobody listens on. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(address.port))
    })
  })
}

/**
 * Makes sure a port can be listened on, on both loopback addresses: a browser tries ::1 for `localhost` first,
 * and would find somebody else's server there.
 * @throws {Problem} naming the port and the variable that changes it
 */
export async function requireFreePort(port, what, variable) {
  for (const host of ['127.0.0.1', '::1']) {
    const code = await listenError(port, host)
    if (code === 'EADDRINUSE')
      throw new Problem(
        `Port ${port}, meant for ${what}, is taken by another program.`,
        `Stop that program, or choose another port: ${variable}=${port + 100} npm start`,
      )
    if (code === 'EACCES')
      throw new Problem(
        `Port ${port}, meant for ${what}, may not be opened by this user.`,
        `Choose a port above 1023: ${variable}=3015 npm start`,
      )
  }
}

/** The error code of trying to listen, or null. A machine without IPv6 has nobody there either. */
function listenError(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', (error) => resolve(error.code ?? 'unknown'))
    server.listen(port, host, () => server.close(() => resolve(null)))
  })
}
