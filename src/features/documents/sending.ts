/*
 * How a browser sends a file in pieces. Each is a request of its own, short enough for a line that carries little; after
 * one that failed, the server is asked how much it has, and the next begins there.
 */

const PIECE_BYTES = 512 * 1024
/** A line that is lost is tried again for about ten minutes, ever more patiently. Milliseconds. */
const waits = [1, 2, 4, 8, 15, ...Array.from({ length: 19 }, () => 30)].map((seconds) => seconds * 1000)

export type Step =
  | { readonly at: 'sending'; readonly name: string; readonly percent: number }
  | { readonly at: 'checking' | 'waiting'; readonly name: string }
type Proof = { readonly formKey: string; readonly requirement: string }
export type Wrong = { readonly problem: string; readonly file: number }
type Tell = (step: Step) => void
type Reply = { readonly status: number; readonly data: Record<string, unknown> }

/** Sends files one after the other. The first that was not good, or null. Throws when the form must go by itself. */
export async function sendAll(files: readonly File[], proof: Proof, tell: Tell): Promise<Wrong | null> {
  let wrong: Wrong | null = null
  for (const [index, file] of files.entries()) {
    const problem = await sendOne(file, proof, tell)
    if (problem) wrong ??= { problem, file: index + 1 }
  }
  return wrong
}

async function sendOne(file: File, { formKey, requirement }: Proof, tell: Tell): Promise<string | null> {
  const patiently = (path: string, body?: object): Promise<Reply> =>
    keepTrying(() => ask(path, body), file.name, tell)
  const begun = await patiently('/api/application/uploads', {
    formKey,
    requirement,
    name: file.name,
    size: String(file.size),
  })
  if (begun.status === 422) return String(begun.data['problem'])
  if (begun.status !== 201) throw new Error('unexpected')
  const path = `/api/application/uploads/${String(begun.data['id'])}`
  let stuck = 0
  for (let offset = 0; offset < file.size;) {
    tell({ at: 'sending', name: file.name, percent: Math.floor((offset / file.size) * 100) })
    const piece = file.slice(offset, offset + PIECE_BYTES)
    const to = `${path}?formKey=${encodeURIComponent(formKey)}&offset=${offset}`
    // After a failure, what is here is asked before anything is sent again.
    const reply = await post(to, piece).catch(() => patiently(path))
    if (reply.status === 422) return String(reply.data['problem'])
    const here = reply.data['offset']
    if (typeof here !== 'number' || ![200, 409].includes(reply.status)) throw new Error('unexpected')
    // A piece that never gets through: as patiently as a line that is lost, and no longer.
    stuck = here === offset ? stuck + 1 : 0
    if (stuck > 0) await pause(waits[stuck - 1])
    offset = here
  }
  tell({ at: 'checking', name: file.name })
  const ended = await patiently(`${path}/end`, { formKey })
  if (ended.status === 422) return String(ended.data['problem'])
  if (ended.status !== 200) throw new Error('unexpected')
  return null
}

async function keepTrying(once: () => Promise<Reply>, name: string, tell: Tell): Promise<Reply> {
  for (const wait of waits) {
    try {
      return await once()
    } catch {
      tell({ at: 'waiting', name })
      await pause(wait)
    }
  }
  return once()
}

/** Waits, or less when the line is back. Throws when there was waiting enough. */
function pause(wait: number | undefined): Promise<void> {
  if (wait === undefined) throw new Error('unexpected')
  return new Promise((resolve) => {
    setTimeout(resolve, wait)
    addEventListener('online', () => resolve(), { once: true })
  })
}

function ask(path: string, body?: object): Promise<Reply> {
  const headers = { Accept: 'application/json', ...(body && { 'Content-Type': 'application/json' }) }
  return answerOf(fetch(path, body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers }))
}

const post = (path: string, piece: Blob): Promise<Reply> =>
  answerOf(
    fetch(path, {
      method: 'POST',
      body: piece,
      headers: { Accept: 'application/json', 'Content-Type': 'application/octet-stream' },
    }),
  )

async function answerOf(asked: Promise<Response>): Promise<Reply> {
  const response = await asked
  // Down for a moment, behind a proxy or being replaced: as a line that is lost.
  if (response.status >= 500) throw new Error('unavailable')
  return { status: response.status, data: (await response.json()) as Record<string, unknown> }
}
