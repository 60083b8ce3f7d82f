import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { lettersOf, rewriter } from './letters.mjs'

/*
 * The thread that makes PDF: one document after the other, in the order they were asked for. It is run from the disk,
 * outside the bundle, and imports nothing of the product.
 */

/** Past this, someone is playing: 250 pages hold 4,000 answers. */
const MAX_PAGES = 250

const require = createRequire(import.meta.url)
const fontFile = (name) => readFileSync(require.resolve(name))
// Our own fonts and no other, so that a document is the same on every machine. Open Sans has Latin, Greek, Cyrillic
// and Hebrew; DejaVu has Arabic, Armenian, Georgian, the syllabics of Inuktitut and Cree; the last has emoji.
const openSans = [
  fontFile('@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf'),
  fontFile('@expo-google-fonts/open-sans/700Bold/OpenSans_700Bold.ttf'),
]
const others = [
  fontFile('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  fontFile('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
]
const fonts = [...openSans, ...others]
const readable = rewriter(() => [openSans[0], ...others].map(lettersOf))
/** For a text whose letters the fonts have, and still cannot set together. */
const plain = rewriter(() => [lettersOf(openSans[0])])

const templates = { sent: readFileSync(new URL('./sent.typ', import.meta.url), 'utf8') }
const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })

parentPort.on('message', ({ id, template, json }) => {
  const outcome = make(templates[template], JSON.parse(json))
  parentPort.postMessage({ id, ...outcome }, outcome.pdf ? [outcome.pdf.buffer] : [])
})

function make(source, data) {
  const first = compile(source, everyText(data, readable))
  return first.failure && !first.tooLong ? compile(source, everyText(data, plain)) : first
}

function compile(source, data) {
  try {
    const compiled = compiler.compile({ mainFileContent: source, inputs: { data: JSON.stringify(data) } })
    if (compiled.hasError()) return { failure: told(compiled.takeError()) }
    const { result } = compiled
    if (result.numOfPages > MAX_PAGES) return { failure: `${result.numOfPages} pages`, tooLong: true }
    return { pdf: new Uint8Array(compiler.pdf(result, { pdfStandard: 'ua-1' })) }
  } catch (error) {
    return { failure: told(error) }
  } finally {
    // Nothing anyone wrote stays in the compiler's memory.
    compiler.evictCache(0)
  }
}

/** What the compiler said, without the words it was about, which are someone's: this goes to the log. */
function told(error) {
  const short = error?.shortDiagnostics?.map(({ message }) => message)
  const said = String(error?.message ?? error)
  // The export tells what it found as one text, each thing between the quotes of its message.
  const found = [...said.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, message]) => message)
  const messages = short ?? (found.length > 0 ? found : ['unknown'])
  return [...new Set(messages.map((one) => one.replaceAll(/`[^`]*`/g, '…')))].join('; ').slice(0, 300)
}

function everyText(value, rewrite) {
  if (typeof value === 'string') return rewrite(value)
  if (Array.isArray(value)) return value.map((one) => everyText(one, rewrite))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, everyText(one, rewrite)]))
}
