import { extractText, getDocumentProxy } from 'unpdf'

type Node = { readonly role?: string; readonly children?: readonly Node[] }

/** A PDF as a program reads it: what it says of itself, the tags of its pages in order, the text of each. */
export type ReadPdf = {
  readonly info: Readonly<Record<string, unknown>>
  readonly about: Readonly<Record<string, unknown>>
  readonly marked: boolean
  readonly tags: readonly string[]
  readonly pages: readonly string[]
}

/** Reads a PDF whole. Throws when it is none. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // The reader takes the bytes for itself.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes))
  const { info, metadata } = await pdf.getMetadata()
  const tags: string[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    collect((await page.getStructTree()) as Node | null, tags)
  }
  const marks = await pdf.getMarkInfo()
  const { text } = await extractText(pdf, { mergePages: false })
  await pdf.cleanup()
  return {
    info: info as Record<string, unknown>,
    about: Object.fromEntries((metadata ?? []) as Iterable<[string, unknown]>),
    marked: marks?.Marked === true,
    tags,
    pages: text,
  }
}

function collect(node: Node | null, tags: string[]): void {
  if (node?.role) tags.push(node.role)
  for (const child of node?.children ?? []) collect(child, tags)
}

/** Everything a PDF says, as one text: what it says of itself too. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  const { info, about, pages } = await readPdf(bytes)
  return [JSON.stringify(info), JSON.stringify(about), ...pages].join('\n')
}
