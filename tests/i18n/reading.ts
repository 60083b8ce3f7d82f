import type { Nodes, Parent } from 'mdast'
import { toString } from 'mdast-util-to-string'

/** One block of words of a page: a paragraph, a line of a list, a heading. */
export type Block = { readonly kind: string; readonly text: string }

/** The words of a tree, block by block, in reading order. An insert within a line counts as one word. */
export function blocksOf(tree: Parent): Block[] {
  return tree.children.flatMap((node) => blocks(node as Nodes))
}

function blocks(node: Nodes): Block[] {
  if (node.type === 'heading' || node.type === 'paragraph') return [{ kind: node.type, text: wordsOf(node) }]
  return 'children' in node ? blocksOf(node as Parent) : []
}

function wordsOf(node: Nodes): string {
  if (node.type === 'textDirective') return '0'
  if (node.type === 'break') return ' '
  if ('children' in node) return (node.children as Nodes[]).map(wordsOf).join('')
  return toString(node)
}

/** Points that end no sentence: those of a short form, and of an hour that the sentence goes on after. */
const notEnds =
  /(?<=(?<!\p{L})(?:c|art|al|no|etc|ex|M|Mme|s|ss|p|St|Ste|Dr|A-\d[\d.]*))\.(?=\s)|(?<=\b[ap]\.m)\.(?=\s+[\p{Ll}\d])/gu

/** The sentences of a block of words; a line without an end mark is one too when it is a paragraph. */
export function sentencesOf(text: string): string[] {
  const held = text.replace(notEnds, '\u2024')
  return held
    .split(/(?<=[.?!…][»”)]?)\s+/)
    .map((sentence) => sentence.replaceAll('\u2024', '.').trim())
    .filter((sentence) => /\p{L}/u.test(sentence))
}

export const countWords = (sentence: string): number =>
  sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length

/** Words in capitals with no full name before them: « centre local d’emploi (CLE) » introduces CLE. */
export function unexplained(text: string, known: readonly string[]): string[] {
  const faults: string[] = []
  const met = new Set(known)
  for (const { 0: acronym, index } of text.matchAll(/(?<![\p{L}\d-])\p{Lu}{2,}(?![\p{L}\d-])/gu)) {
    if (met.has(acronym)) continue
    if (text[index - 1] !== '(') faults.push(acronym)
    met.add(acronym)
  }
  return faults
}

/** The bones of a page, to compare two languages: what stands where, and where its links and inserts lead. */
export function bonesOf(tree: Parent): string[] {
  return tree.children.flatMap((child) => {
    const node = child as Nodes
    const inside = 'children' in node ? bonesOf(node as Parent) : []
    switch (node.type) {
      case 'text':
      case 'strong':
      case 'emphasis':
      case 'break':
        return inside
      case 'heading':
        return [`h${node.depth}`, ...inside]
      case 'link':
        return [`link ${node.url}`]
      case 'containerDirective':
      case 'leafDirective':
      case 'textDirective':
        return [`${node.type} ${node.name} ${JSON.stringify(node.attributes)}`, ...inside]
      default:
        return [node.type, ...inside]
    }
  })
}
