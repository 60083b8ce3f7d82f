import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { finishPage } from './finished-page'
import { isMadeAhead } from './i18n/paths'
import { readTextSize, textSizeCookie, textSizePath, textSizeSheet, type TextSize } from './ui/text-size'

/*
 * The pages made ahead, finished and compressed, in the memory of this process (decisions/public-page-shelf.md). The
 * framework makes each again when its time has come; here a page is only kept for a moment, so that a thousand readers
 * ask the framework once. What is drawn for one reader is never kept: the framework says which pages it made ahead.
 */
const KEPT_MS = 2_000

type Copy = { readonly policy: string; readonly etag: string; readonly as: Map<Encoding, Buffer> }
type Encoding = 'identity' | 'gzip' | 'br'
/** `made` and `policy` are the framework's; a copy of it is finished for each text size that is asked for. */
type Kept = {
  readonly made: string
  readonly policy: string
  readonly copies: Map<TextSize, Copy>
  isFresh: boolean
}

const shelf = new Map<string, Kept>()

/**
 * Answers with a page from the shelf. When it is not there or no longer fresh, the framework answers, and its page is
 * kept on the way. `files` is the folder of the style sheets of the build.
 */
export function giveFromShelf(request: IncomingMessage, response: ServerResponse, files: string): boolean {
  // The framework's own script asks for a page in parts; no page of ours sends it.
  if (request.headers['rsc'] !== undefined) return false
  const path = request.url!.split('?', 1)[0]!
  const kept = shelf.get(path)
  if (kept?.isFresh) {
    give(request.headers, response, kept, files)
    return true
  }
  if (request.method !== 'GET' || !isMadeAhead(path)) return false
  // Whoever comes while it is made again is given the one before.
  if (kept) keep(path, kept)
  keepWhatIsSent(path, request, response, files)
  return false
}

function keep(path: string, kept: Kept): void {
  kept.isFresh = true
  shelf.set(path, kept)
  setTimeout(() => (kept.isFresh = false), KEPT_MS).unref()
}

/** Puts itself before an answer: a page made ahead is kept and given finished, anything else is left alone. */
function keepWhatIsSent(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  files: string,
): void {
  const asked = { ...request.headers }
  // Whole and plain from the framework: it is compared and compressed here.
  delete request.headers['if-none-match']
  delete request.headers['accept-encoding']
  const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse
  const write = response.write.bind(response) as (...all: unknown[]) => boolean
  const end = response.end.bind(response) as (...all: unknown[]) => ServerResponse
  const stepAside = () => Object.assign(response, { writeHead, write, end })
  const isMade = () => response.statusCode === 200 && response.hasHeader('x-nextjs-prerender')
  Object.assign(response, {
    // The framework sends the headers of a page before its body; those of a page made ahead are replaced at its end.
    writeHead: (...all: unknown[]) => (isMade() ? response : stepAside().writeHead(...all)),
    // In parts: it is not a page made ahead.
    write: (...all: unknown[]) => stepAside().write(...all),
    end: (...all: unknown[]) => {
      stepAside()
      const [body] = all
      if (!isMade() || typeof body !== 'string' || body === '') return end(...all)
      const before = shelf.get(path)
      const policy = String(response.getHeader('content-security-policy'))
      const copies = before?.made === body ? before.copies : new Map<TextSize, Copy>()
      const kept = { made: body, policy, copies, isFresh: true }
      keep(path, kept)
      give(asked, response, kept, files)
      return response
    },
  })
}

function give(asked: IncomingHttpHeaders, response: ServerResponse, kept: Kept, files: string): void {
  const size = textSizeOf(asked)
  const copy = kept.copies.get(size) ?? copyOf(kept, size, files)
  kept.copies.set(size, copy)
  for (const name of response.getHeaderNames()) {
    if (/^x-nextjs-|^content-length$/.test(name)) response.removeHeader(name)
  }
  response.setHeader('Content-Security-Policy', copy.policy)
  response.setHeader('ETag', copy.etag)
  // It differs by text size, which a cookie says; and a notice must not wait for a copy to grow old.
  response.setHeader('Cache-Control', 'private, no-cache')
  response.setHeader('Vary', 'Accept-Encoding, Cookie')
  if (asked['if-none-match']?.includes(copy.etag)) {
    response.writeHead(304).end()
    return
  }
  const encoding = encodingOf(asked)
  const body = encoded(copy, encoding)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Content-Length', body.length)
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding)
  response.writeHead(200).end(body)
}

function copyOf({ made, policy }: Kept, size: TextSize, files: string): Copy {
  const { html, styleHash } = finishPage(made, (href) =>
    href === textSizePath ? textSizeSheet(size) : sheetOf(href, files),
  )
  return {
    policy: policy.replace("style-src 'self'", `style-src 'sha256-${styleHash}'`),
    etag: `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`,
    as: new Map([['identity', Buffer.from(html)]]),
  }
}

const sheets = new Map<string, string>()

/** A style sheet of the build. Its files are named from its own folder, which is not the page's. */
function sheetOf(href: string, files: string): string {
  let sheet = sheets.get(href)
  if (sheet === undefined) {
    const folder = '/_next/static/'
    sheet = readFileSync(join(files, href.slice(folder.length)), 'utf8').replaceAll(
      'url(../',
      `url(${folder}`,
    )
    sheets.set(href, sheet)
  }
  return sheet
}

function encoded(copy: Copy, encoding: Encoding): Buffer {
  const plain = copy.as.get('identity')!
  const body = copy.as.get(encoding) ?? (encoding === 'br' ? brotli(plain) : gzipSync(plain, { level: 9 }))
  copy.as.set(encoding, body)
  return body
}

const brotli = (plain: Buffer) =>
  brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })

function encodingOf(asked: IncomingHttpHeaders): Encoding {
  const accepted = String(asked['accept-encoding'] ?? '')
  return (['br', 'gzip'] as const).find((name) => accepted.includes(name)) ?? 'identity'
}

function textSizeOf({ cookie }: IncomingHttpHeaders): TextSize {
  return readTextSize(new RegExp(`(?:^|; )${textSizeCookie}=(\\d+)`).exec(cookie ?? '')?.[1])
}
