import http from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { answerMachines } from './for-machines'
import { apiPolicy, commonHeaders, transportSecurity } from './headers'
import { defaultLocale, languageHeader } from './i18n/locale'
import { localeOf, paths } from './i18n/paths'
import { giveFromShelf } from './shelf'

/*
 * What stands before the framework, in the same process, for every request (decisions/front-door.md). The framework
 * answers 200 to PUT, DELETE, PATCH and TRACE on a page, 500 to an address that cannot be decoded, and leaves our
 * headers out of its own redirects and failures. It never decides who may see what.
 */

const apiMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const pageMethods = ['GET', 'HEAD']

/** A form that arrives drop by drop is cut by its endpoint after twenty seconds; anything else after these. */
const HEADERS_TIMEOUT_MS = 15_000
const REQUEST_TIMEOUT_MS = 60_000
/** Where files come in. On a line that carries little they take minutes, and their endpoint cuts those that stall. */
const filesIn = /^\/api\/application\/(?:files|uploads\/[^/?]+)(?:\?|$)/
const LONGEST_FILE_MS = 16 * 60_000

/**
 * Longer than a person thinks between two pages, and than most proxies keep an idle connection: whoever closes first
 * must not be the one who cannot ask again.
 */
const KEEP_ALIVE_MS = 75_000

/** No address of ours is half as long, those of the identity provider's answers included. A search is two hundred letters. */
const LONGEST_ADDRESS = 8_000

/** Puts the door in place. Called once, before the first request. `build` is the folder of the build, where we run. */
export function openFrontDoor(build: string): void {
  const files = join(process.cwd(), build, 'static')
  const emit = http.Server.prototype.emit
  http.Server.prototype.emit = function (this: http.Server, event: string | symbol, ...args: unknown[]) {
    if (event === 'connection') {
      this.headersTimeout = HEADERS_TIMEOUT_MS
      this.requestTimeout = REQUEST_TIMEOUT_MS
      this.keepAliveTimeout = KEEP_ALIVE_MS
    }
    if (event === 'request' && isAnswered(args[0] as IncomingMessage, args[1] as ServerResponse, files))
      return true
    if (event === 'request') mayTakeLong(args[0] as IncomingMessage, args[1] as ServerResponse)
    if (event === 'clientError' && isTooLong(args[0] as ClientError, args[1] as Duplex)) return true
    if (event === 'clientError' && isOnItsWay(args[0] as ClientError, args[1] as Duplex)) return true
    return Reflect.apply(emit, this, [event, ...args]) as boolean
  }
}

/** Turned away, or given what is at hand. */
function isAnswered(request: IncomingMessage, response: ServerResponse, files: string): boolean {
  // What the framework says of an address replaces these; where it says nothing, they stand.
  for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value)
  response.setHeader('Content-Security-Policy', apiPolicy)
  if (request.headers['x-forwarded-proto'] === 'https') {
    response.setHeader(transportSecurity.key, transportSecurity.value)
  }
  // Our pages are never navigated by script; the framework fails with 500 on a tree it cannot read.
  delete request.headers['next-router-state-tree']
  const path = request.url ?? ''
  if (!isReadable(path)) return refuse(request, response, 400, 'unreadable')
  if (path.length > LONGEST_ADDRESS) return refuse(request, response, 414, 'too-large')
  // Whatever the request said of it.
  request.headers[languageHeader] = localeOf(path) ?? ''
  const isApi = path.startsWith('/api/')
  // Nor are endpoints pages: a form sent to none of them, in the manner of a page, fails with 500.
  if (isApi) delete request.headers['rsc']
  const allowed = isApi ? apiMethods : pageMethods
  if (!allowed.includes(request.method ?? '')) {
    response.setHeader('Allow', allowed.join(', '))
    return refuse(request, response, 405, 'wrong-method')
  }
  return !isApi && (answerMachines(request, response) || giveFromShelf(request, response, files))
}

type ClientError = Error & { readonly code?: string; readonly rawPacket?: Buffer }

/**
 * Node reads no more than 16 kB of an address and its headers, and would answer an empty page. Ten thousand letters with
 * their accents are more: whoever sent them is led to the page that says so, in the language of the address.
 */
function isTooLong(error: ClientError, socket: Duplex): boolean {
  if (error.code !== 'HPE_HEADER_OVERFLOW' || !socket.writable) return false
  const [, path = ''] = error.rawPacket?.toString('latin1', 0, 16).split(' ') ?? []
  const to = paths.problem(localeOf(path) ?? defaultLocale, 'too-large')
  const headers = { ...commonHeaders, 'Content-Security-Policy': apiPolicy, 'Cache-Control': 'no-store' }
  const lines = Object.entries({ ...headers, Location: to, 'Content-Length': '0', Connection: 'close' })
  socket.end(
    `HTTP/1.1 303 See Other\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`,
  )
  return true
}

/** Connections over which a file comes now, each with what cuts it at last. */
const onTheirWay = new WeakMap<Duplex, NodeJS.Timeout>()

function mayTakeLong(request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'POST' || !filesIn.test(request.url ?? '')) return
  const { socket } = request
  const cut = setTimeout(() => socket.destroy(), LONGEST_FILE_MS).unref()
  onTheirWay.set(socket, cut)
  const end = () => {
    onTheirWay.delete(socket)
    clearTimeout(cut)
  }
  socket.once('close', end)
  // Answered before all of it came: the rest is held to the same end.
  response.once('close', () => request.complete && end())
}

/** Node gives every request its minute, and would cut a file that comes slowly. */
function isOnItsWay(error: ClientError, socket: Duplex): boolean {
  return error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && onTheirWay.has(socket)
}

function isReadable(path: string): boolean {
  try {
    return path.startsWith('/') && decodeURIComponent(path.split('?', 1)[0]!) !== ''
  } catch {
    return false
  }
}

/** A browser is led to the page that says why in words, a program is told the code. */
function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  code: 'unreadable' | 'wrong-method' | 'too-large',
): true {
  const to = paths.problem(localeOf(request.url ?? '') ?? defaultLocale, code)
  response.setHeader('Cache-Control', 'no-store')
  if (request.headers.accept?.includes('text/html')) {
    response.writeHead(303, { Location: to }).end()
  } else {
    response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
    response.end(request.method === 'HEAD' ? undefined : JSON.stringify({ code, to }))
  }
  return true
}
