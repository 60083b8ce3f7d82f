import 'server-only'
import type { Heading, Link, PhrasingContent, Root, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Locale } from '@/i18n/locale'
import { contentOf } from './content'

/** A term of the glossary, and every form of it a page may use, the one shown first. */
export type Term = { readonly id: string; readonly forms: readonly string[] }

/**
 * `## prestataire, prestataires {#recipient}`: the forms of a term, the first of them shown, and its anchor. A comma
 * within a form has a non-breaking space after it: `revenus,&nbsp;gains et avantages`.
 */
const termPattern = /^(?<forms>.+) \{#(?<id>[\w-]+)\}$/

/** The forms and the anchor a heading of the glossary gives; null for another heading. */
export function termOf(heading: Heading): Term | null {
  const { forms, id } = termPattern.exec(toString(heading))?.groups ?? {}
  return forms && id ? { id, forms: forms.split(', ') } : null
}

/** Every term of the glossary, in the order of its page. */
export function termsOf(locale: Locale): readonly Term[] {
  return contentOf('glossary', locale).tree.children.flatMap((node) => {
    const term = node.type === 'heading' ? termOf(node) : null
    return term ? [term] : []
  })
}

/** The address of a term, as content files and the trees of pages write it. */
export const glossaryScheme = 'glossary:'

/**
 * A copy of a page's tree where the first use of each term leads to the glossary. Headings, links and the summaries
 * of details are left as they are: a title is not a place for a lesson.
 */
export function linkTerms(tree: Root, terms: readonly Term[]): Root {
  const find = finderOf(terms)
  const met = new Set<string>()

  const linked = (text: Text): PhrasingContent[] => {
    const parts: PhrasingContent[] = []
    let from = 0
    for (const { form, id, index } of find(text.value)) {
      if (met.has(id)) continue
      met.add(id)
      if (index > from) parts.push({ type: 'text', value: text.value.slice(from, index) })
      const link: Link = {
        type: 'link',
        url: `${glossaryScheme}${id}`,
        children: [{ type: 'text', value: form }],
      }
      parts.push(link)
      from = index + form.length
    }
    if (from < text.value.length) parts.push({ type: 'text', value: text.value.slice(from) })
    return parts
  }
  const walk = <Child extends { type: string }>(children: readonly Child[]): Child[] =>
    children.flatMap((child) => {
      if (child.type === 'text') return linked(child as unknown as Text) as unknown as Child[]
      if (!('children' in child) || !takesLinks(child)) return [child]
      return [{ ...child, children: walk(child.children as { type: string }[]) }]
    })
  return { ...tree, children: walk(tree.children) }
}

/** Whether the words of a node may lead to the glossary. */
export function takesLinks(node: { type: string; data?: object | undefined }): boolean {
  const isSummary = node.data !== undefined && 'directiveLabel' in node.data
  return node.type !== 'heading' && node.type !== 'link' && !isSummary
}

type Found = { readonly form: string; readonly id: string; readonly index: number }

/**
 * Finds the terms in a text, whole words only, the longest form first, and whatever the spaces between its words: a
 * line of a content file ends anywhere. Small and capital letters count as the same, with two exceptions: CLE is not
 * “clé” nor PAS “pas”; and “Social Assistance” is the program where “social assistance” is the whole.
 */
function finderOf(terms: readonly Term[]): (text: string) => Found[] {
  const exact = new Map<string, string>()
  const anyCase = new Map<string, string>()
  for (const { id, forms } of terms) {
    for (const form of forms.map(plainSpaces)) {
      const small = form.toLowerCase()
      const isAcronym = form === form.toUpperCase() && form !== small
      exact.set(form, id)
      if (!isAcronym && (form === small || !anyCase.has(small))) anyCase.set(small, id)
    }
  }
  if (exact.size === 0) return () => []
  const patterns = [...exact.keys()]
    .sort((one, other) => other.length - one.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+'))
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${patterns.join('|')})(?![\\p{L}\\d])`, 'giu')
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: form, index }) => {
      const words = plainSpaces(form)
      const id = exact.get(words) ?? anyCase.get(words.toLowerCase())
      return id === undefined ? [] : [{ form, id, index }]
    })
}

const plainSpaces = (words: string): string => words.replace(/\s+/g, ' ')
