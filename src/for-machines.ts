import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from './server/env'
import { isReady, openMetrics } from './server/health'
import { isSame } from './server/secrets'

/*
 * What machines ask of the service, before the framework: `/healthz` whether this process lives, `/readyz` whether it may
 * be sent people, `/metrics` how the service is, for whoever knows the key. Without a key nobody does, and that address
 * is nobody's.
 */
const plain = 'text/plain; charset=utf-8'

type Said = { readonly status: number; readonly type: string; readonly text: string }

/** Answers an address for machines; false for any other. */
export function answerMachines(request: IncomingMessage, response: ServerResponse): boolean {
  const answer = answerFor(request)
  if (!answer) return false
  void answer().then(
    ({ status, type, text }) =>
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(text),
    () => response.writeHead(503, { 'Content-Type': plain, 'Cache-Control': 'no-store' }).end('away\n'),
  )
  return true
}

function answerFor({ url = '', method, headers }: IncomingMessage): (() => Promise<Said>) | null {
  if (method !== 'GET' && method !== 'HEAD') return null
  switch (url) {
    case '/healthz':
      return async () => ({ status: 200, type: plain, text: 'ok\n' })
    case '/readyz':
      return async () =>
        (await isReady())
          ? { status: 200, type: plain, text: 'ready\n' }
          : { status: 503, type: plain, text: 'not ready\n' }
    case '/metrics':
      return knowsTheKey(headers.authorization)
        ? async () => ({
            ...{ status: 200, type: 'application/openmetrics-text; version=1.0.0; charset=utf-8' },
            text: await openMetrics(),
          })
        : null
    default:
      return null
  }
}

function knowsTheKey(authorization = ''): boolean {
  const { metricsKey } = env()
  return metricsKey !== null && isSame(authorization, `Bearer ${metricsKey}`)
}
