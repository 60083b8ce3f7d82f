import 'server-only'

/** Raw form values, or the same fields sent as JSON: every value a string or a list of strings. */
export type Fields = Record<string, string | string[]>

/** Why a body could not be read. Each has a page in plain words (`paths.problem`). */
export type BodyFault = 'too-large' | 'too-slow' | 'unreadable' | 'unknown-type'

const MAX_BYTES = 256 * 1024
/** Values, not names: one name may come many times. */
const MAX_VALUES = 1_000
const MAX_WAIT_MS = 20_000

/** Reads a form or a JSON body whole, bounded in size, time (`waitMs`) and number of fields. */
export async function readBody(
  request: Request,
  waitMs = MAX_WAIT_MS,
): Promise<{ fields: Fields } | { fault: BodyFault }> {
  const type = typeOf(request)
  if (request.body === null) return { fields: {} }
  const isForm = type === 'application/x-www-form-urlencoded'
  if (!isForm && type !== 'application/json') return { fault: 'unknown-type' }
  const read = await readText(request, waitMs, MAX_BYTES)
  if ('fault' in read) return read
  const fields = isForm ? fromForm(read.text) : fromJson(read.text)
  return fields ? { fields } : { fault: 'unreadable' }
}

/** Reads a JSON body of any shape whole, bounded in size and time: for what programs send. */
export async function readJson(
  request: Request,
  maxBytes: number,
  waitMs = MAX_WAIT_MS,
): Promise<{ value: unknown } | { fault: BodyFault }> {
  if (typeOf(request) !== 'application/json') return { fault: 'unknown-type' }
  if (request.body === null) return { fault: 'unreadable' }
  const read = await readText(request, waitMs, maxBytes)
  if ('fault' in read) return read
  try {
    return { value: JSON.parse(read.text) as unknown }
  } catch {
    return { fault: 'unreadable' }
  }
}

/** The type a body says it has, without its parameters. */
const typeOf = (request: Request): string =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''

async function readText(
  request: Request,
  waitMs: number,
  maxBytes: number,
): Promise<{ text: string } | { fault: BodyFault }> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return { fault: 'too-large' }
  const reader = request.body!.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  let timer: NodeJS.Timeout | undefined
  const slow = new Promise<'slow'>((resolve) => (timer = setTimeout(() => resolve('slow'), waitMs)))
  try {
    for (;;) {
      const part = await Promise.race([reader.read(), slow])
      if (part === 'slow') return { fault: 'too-slow' }
      if (part.done) break
      size += part.value.byteLength
      if (size > maxBytes) return { fault: 'too-large' }
      parts.push(part.value)
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)) }
  } catch {
    // The connection broke, or the bytes are not UTF-8.
    return { fault: 'unreadable' }
  } finally {
    clearTimeout(timer)
    reader.cancel().catch(() => {})
  }
}

function fromForm(text: string): Fields | null {
  const fields = new Map<string, string | string[]>()
  let values = 0
  for (const [name, value] of new URLSearchParams(text)) {
    values += 1
    if (values > MAX_VALUES || value.includes('\0') || name.includes('\0')) return null
    const before = fields.get(name)
    if (Array.isArray(before)) before.push(value)
    else fields.set(name, before === undefined ? value : [before, value])
  }
  return Object.fromEntries(fields)
}

function fromJson(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    const fields = Object.entries(value)
    const plain = (entry: unknown): boolean => typeof entry === 'string' && !entry.includes('\0')
    const fits = fields.every(
      ([name, entry]) => plain(name) && (plain(entry) || (Array.isArray(entry) && entry.every(plain))),
    )
    const values = fields.flatMap(([, entry]) => entry).length
    return fits && values <= MAX_VALUES ? (Object.fromEntries(fields) as Fields) : null
  } catch {
    return null
  }
}
