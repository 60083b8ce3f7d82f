import 'server-only'
import type { Heading, Link, PhrasingContent, Root, Text } from 'mdast'
import { toString } from 'mdast-util-to-string'
import type { Locale } from '@/i18n/locale'
import { contentOf } from './content'

/** A term of the glossary, and every form of it a page may use, the longest first. */
export type Term = { readonly id: string; readonly forms: readonly string[] }

/** `## prestataire, prestataires {#recipient}`: the forms of a term, the first of them shown, and its anchor. */
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
 * A copy of a page's tree where the first use of each term leads to the glossary. Headings and links are left as
 * they are: a title is not a place for a lesson.
 */
export function linkTerms(tree: Root, terms: readonly Term[]): Root {
  const idOfForm = new Map(terms.flatMap(({ id, forms }) => forms.map((form) => [form.toLowerCase(), id])))
  const forms = [...idOfForm.keys()].sort((one, other) => other.length - one.length)
  if (forms.length === 0) return tree
  const escaped = forms.map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${escaped.join('|')})(?![\\p{L}\\d])`, 'giu')
  const met = new Set<string>()

  const linked = (text: Text): PhrasingContent[] => {
    const parts: PhrasingContent[] = []
    let from = 0
    for (const { 0: form, index } of text.value.matchAll(pattern)) {
      const id = idOfForm.get(form.toLowerCase())!
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
      if (child.type === 'heading' || child.type === 'link' || !('children' in child)) return [child]
      return [{ ...child, children: walk(child.children as { type: string }[]) }]
    })
  return { ...tree, children: walk(tree.children) }
}
