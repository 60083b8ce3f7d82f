import http from 'node:http'
import type { OutgoingHttpHeaders } from 'node:http'
import { textOfPdf } from './pdf'

/** One request exactly as written: no redirect is followed, no header is added but Host and the body's length. */
export type Question = {
  readonly method?: string
  /** Sent as it is: not normalized, not escaped. */
  readonly path: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Uint8Array
  /** Sends the body in chunks, without saying how long it is. */
  readonly chunked?: boolean
}

export type Reply = {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  /** Every header as it came, one `name: value` a line. */
  readonly head: string
  /** Its text; of a PDF, the text that its reader sees. */
  readonly body: string
}

/** A caller of one site, over a bounded number of connections kept open. Close it when done. */
export type Prober = { ask: (question: Question) => Promise<Reply>; close: () => void }

/** Opens a caller of the site at `url`; `connections` requests are under way at most. */
export function prober(url: string, connections = 8): Prober {
  const { hostname, port } = new URL(url)
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  return {
    ask: (question) =>
      ask({ host: hostname === 'localhost' ? '127.0.0.1' : hostname, port, agent }, question),
    close: () => agent.destroy(),
  }
}

function ask(
  place: { host: string; port: string; agent: http.Agent | false },
  question: Question,
): Promise<Reply> {
  const { method = 'GET', path, body, chunked } = question
  const headers: OutgoingHttpHeaders = { Host: `localhost:${place.port}`, ...question.headers }
  if (body !== undefined && !chunked && headers['Content-Length'] === undefined) {
    headers['Content-Length'] = Buffer.byteLength(body)
  }
  if (body !== undefined && chunked) headers['Transfer-Encoding'] = 'chunked'
  return new Promise((resolve, reject) => {
    const request = http.request({ ...place, method, path, headers, timeout: 60_000 }, (response) => {
      const parts: Buffer[] = []
      const done = () => {
        const raw = response.rawHeaders
        const lines = raw.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${raw[index + 1]}`] : []))
        const { statusCode: status = 0, headers } = response
        const head = lines.join('\n')
        resolve(textOf(headers, Buffer.concat(parts)).then((body) => ({ status, headers, head, body })))
      }
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', done)
      // Cut while answering: what came is what there is.
      response.on('error', done)
    })
    request.on('timeout', () =>
      request.destroy(new Error(`No answer in a minute: ${method} ${path.slice(0, 200)}`)),
    )
    request.on('error', (error) => {
      // A kept connection may be closed by the server at the very moment it is used again: ask on a new one.
      if (request.reusedSocket && place.agent) resolve(ask({ ...place, agent: false }, question))
      else reject(error)
    })
    if (body !== undefined) request.write(body)
    request.end()
  })
}

/** A PDF is packed: nobody's secret would be seen in its bytes. Asked for its headers alone, it has none. */
const textOf = async (headers: http.IncomingHttpHeaders, body: Buffer): Promise<string> =>
  headers['content-type'] === 'application/pdf' && body.length > 0 ? textOfPdf(body) : body.toString('utf8')

/** Runs `work` for each item, `width` at a time, in order of starting. */
export async function inParallel<T>(
  items: Iterable<T>,
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]() as IterableIterator<T>
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const item of left) await work(item)
    }),
  )
}

/** A form's fields as a browser writes them. */
export const formBody = (fields: Readonly<Record<string, string | readonly string[]>>): string =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : value.map((one) => [name, one]),
    ),
  ).toString()
