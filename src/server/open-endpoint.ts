import 'server-only'
import { addressOf } from './address'
import { readJson } from './body'
import { refuse, statusOf, wantsJson, type Problem } from './endpoint'
import { logError } from './log'
import { secondsToWait } from './rate-limit'

/** Why a request is turned away before it is looked at: as anywhere, or because its address asks too often. */
export type OpenProblem = Exclude<Problem, 'foreign-origin' | 'other-person' | 'not-allowed'> | 'too-many'

type Spec = {
  /** Under which requests are counted: endpoints of one name share a count. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  /** The most requests one address may make in a minute. */
  readonly perMinute: number
  /** The most a body may weigh. */
  readonly maxBytes: number
  /** What a program is told when it is turned away, in both languages. */
  readonly explain: (problem: OpenProblem, values: ProblemValues) => unknown
  readonly run: (call: OpenCall) => OpenAnswer
}
export type ProblemValues = {
  readonly maximum?: number
  readonly seconds?: number
  readonly reference?: string
}
export type OpenCall = {
  /** The body as it was sent, of any shape; null for a read. */
  readonly body: unknown
  readonly query: URLSearchParams
}
/** `json` is written already: whoever answers a thousand at once writes them as cheaply as they can. */
export type OpenAnswer = { readonly status: number; readonly json: string }

/**
 * Builds the handlers of an address for programs of any site: JSON in, JSON out, no cookie read, nothing kept, and
 * not one question to the database. Does, in this order: count the address, body within limits, run. The rest of the
 * addresses are built by `endpoint`.
 */
export function openEndpoint(spec: Spec) {
  const answer = (request: Request): Promise<Response> =>
    handle(spec, request).catch((error: unknown) => {
      const reference = logError(new URL(request.url).pathname, error)
      return turnAway(spec, request, 'unexpected', { reference })
    })
  const otherwise = async (request: Request) => turnAway(spec, request, 'wrong-method', {})
  const on = (verb: string) => (verb === spec.method ? answer : otherwise)
  return {
    GET: on('GET'),
    POST: on('POST'),
    PUT: on('PUT'),
    PATCH: on('PATCH'),
    DELETE: on('DELETE'),
    OPTIONS: async () => permission(spec),
  }
}

async function handle(spec: Spec, request: Request): Promise<Response> {
  const seconds = await secondsToWait(spec.name, addressOf(request), spec.perMinute)
  if (seconds > 0) {
    return turnAway(spec, request, 'too-many', { seconds, maximum: spec.perMinute })
  }
  const query = new URL(request.url).searchParams
  const read = spec.method === 'GET' ? { value: null } : await readJson(request, spec.maxBytes)
  if ('fault' in read) return turnAway(spec, request, read.fault, { maximum: spec.maxBytes })
  const { status, json } = spec.run({ body: read.value, query })
  return send(status, json)
}

const openToAll = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Retry-After',
  'Cache-Control': 'private, no-store',
}

/** What a browser asks before a page of another site may send JSON here. */
function permission({ method }: Spec): Response {
  const headers = {
    ...openToAll,
    Allow: `${method}, OPTIONS`,
    'Access-Control-Allow-Methods': method,
    'Access-Control-Allow-Headers': 'Content-Type',
    'Access-Control-Max-Age': '86400',
  }
  return new Response(null, { status: 204, headers })
}

function turnAway(spec: Spec, request: Request, problem: OpenProblem, values: ProblemValues): Response {
  const more: Record<string, string> = {}
  if (problem === 'wrong-method') more['Allow'] = `${spec.method}, OPTIONS`
  if (values.seconds) more['Retry-After'] = String(values.seconds)
  // Someone who opened the address in a browser is led to a page in words.
  const accepted = request.headers.get('accept') ?? ''
  if (problem !== 'too-many' && accepted.includes('text/html') && !wantsJson(request)) {
    return refuse(request, problem, more['Allow'] ? { allow: more['Allow'] } : {})
  }
  const status = problem === 'too-many' ? 429 : statusOf[problem]
  return send(status, JSON.stringify(spec.explain(problem, values)), more)
}

function send(status: number, json: string, more: Record<string, string> = {}): Response {
  const headers = { ...openToAll, 'Content-Type': 'application/json; charset=utf-8', ...more }
  return new Response(json, { status, headers })
}
