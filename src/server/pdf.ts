import 'server-only'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

/**
 * A document to keep or to mail: every word of it, already in its reader's language and written as it is to be
 * read. What people typed is put in as it is: no sign of it means anything to the template.
 */
export type PdfDocument = {
  readonly language: 'fr' | 'en'
  /** The name of the service, on every page: we have no right to anyone's signature. */
  readonly service: string
  /** What tells this document from others on every page: a receipt number. */
  readonly reference: string
  /** The words under each page, with `{page}` and `{pages}` where the numbers go. */
  readonly pageNumber: string
  readonly title: string
  /** Paragraphs under the title. */
  readonly lead: readonly string[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly sections: readonly PdfSection[]
  /** Paragraphs at the end: what was declared, what comes next. */
  readonly closing: readonly string[]
}
export type PdfSection = {
  readonly title: string
  /** Paragraphs before the questions, or instead of them. */
  readonly lead?: readonly string[]
  readonly items: readonly { readonly question: string; readonly answer: string }[]
  /** Things to do, or reasons, one after the other. */
  readonly list?: readonly string[]
}

/** What each template draws; `sent`: what a person sent, question by question. */
type Templates = { readonly sent: PdfDocument }

/** Why there is no document: `busy`, `too-long`, `too-slow`, or `failed` with what the compiler said. */
export class PdfError extends Error {
  constructor(
    readonly reason: 'busy' | 'too-long' | 'too-slow' | 'failed',
    detail = '',
  ) {
    super(`No PDF: ${reason}${detail && `, ${detail}`}`)
  }
}

/** Characters of the data, as JSON: some 400 pages, 3 seconds. What is longer is a mistake, or someone's joke. */
const MAX_LENGTH = 500_000
/** Documents under way and waiting. One takes 10 to 60 ms: the last waits a few seconds. */
const MAX_WAITING = 50
const MAX_WAIT_MS = 30_000

type Outcome =
  { readonly pdf: Uint8Array<ArrayBuffer> } | { readonly failure: string; readonly tooLong?: boolean }

/**
 * Makes a tagged PDF (PDF/UA-1) from data: the same data give the same bytes. A thread of its own makes one at a
 * time, so that no page waits for it. Throws `PdfError`.
 */
export async function makePdf<Name extends keyof Templates>(
  template: Name,
  data: Templates[Name],
): Promise<Uint8Array<ArrayBuffer>> {
  const json = JSON.stringify(data)
  if (json.length > MAX_LENGTH) throw new PdfError('too-long')
  if (waiting.size >= MAX_WAITING) throw new PdfError('busy')
  const outcome = await ask(template, json)
  if ('failure' in outcome) throw new PdfError(outcome.tooLong ? 'too-long' : 'failed', outcome.failure)
  return outcome.pdf
}

type Waiting = { readonly resolve: (outcome: Outcome) => void; readonly reject: (error: Error) => void }

const waiting = new Map<number, Waiting>()
let thread: Worker | undefined
let asked = 0

function ask(template: string, json: string): Promise<Outcome> {
  const worker = (thread ??= start())
  asked += 1
  const id = asked
  return new Promise<Outcome>((resolve, reject) => {
    const timer = setTimeout(() => abandon(worker, new PdfError('too-slow')), MAX_WAIT_MS)
    const end = () => {
      clearTimeout(timer)
      waiting.delete(id)
      // While a document is made, the process stays; an idle thread keeps nobody waiting at the end.
      if (waiting.size === 0) worker.unref()
    }
    waiting.set(id, {
      resolve: (outcome) => (end(), resolve(outcome)),
      reject: (error) => (end(), reject(error)),
    })
    worker.ref()
    worker.postMessage({ id, template, json })
  })
}

/** The file is read from the disk, as it is: the thread is no part of the bundle, nor is the compiler. */
function start(): Worker {
  // The marks keep the build from packing the thread, and the whole project along with it.
  const script = join(/* turbopackIgnore: true */ process.cwd(), 'src/server/pdf/worker.mjs')
  const worker = new Worker(/* turbopackIgnore: true */ script)
  worker.unref()
  worker.on('message', ({ id, ...outcome }: { id: number } & Outcome) => waiting.get(id)?.resolve(outcome))
  worker.on('error', (error) => abandon(worker, new PdfError('failed', String(error))))
  worker.on('exit', () => abandon(worker, new PdfError('failed', 'the thread ended')))
  return worker
}

/** Everyone who waits for this thread is told; the next document gets a new one. */
function abandon(worker: Worker, error: PdfError): void {
  if (thread !== worker) return
  thread = undefined
  for (const one of [...waiting.values()]) one.reject(error)
  void worker.terminate()
}
