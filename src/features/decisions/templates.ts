import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from '@/domain/decision/outcomes'
import type { ReasonCode } from '@/domain/decision/reasons'
import type { TaskKind } from '@/domain/decision/task'
import type { Locale } from '@/i18n/locale'
import { typeset } from '@/i18n/typeset'

/*
 * The words around a decision, one file for each kind of notice and language, that a writer edits: a title, paragraphs,
 * lists and headings, with `{placeholders}`, and `::blocks` for what is made of the decision itself. A line whose
 * placeholder has no value in a decision is left out of its notice.
 */

/** Every notice, by the name of its file. */
export const templateNames = [
  'accepted',
  'accepted-application',
  'changed',
  'ended',
  'ended-closing',
  'ended-death',
  'held',
  'held-application',
  'maintained',
  'partlyAccepted',
  'partlyAccepted-application',
  'refused',
  'refused-application',
  'refused-closing',
  'refused-review',
  'released',
] as const
export type TemplateName = (typeof templateNames)[number]

/** What a writer may name in a line. */
export const placeholders = [
  'fromMonth',
  'lastMonth',
  'paymentMonth',
  'paymentDay',
  'amount',
  'replaced',
] as const
export type Placeholder = (typeof placeholders)[number]

/** What is made of the decision: each stands once in every notice. */
export const blocks = ['reasons', 'items', 'amounts', 'words', 'todo', 'call', 'review'] as const
export type Block = (typeof blocks)[number]

export type TemplateLine =
  | { readonly kind: 'paragraph' | 'item' | 'heading'; readonly text: string }
  | { readonly kind: 'block'; readonly block: Block }
export type Template = { readonly title: string; readonly lines: readonly TemplateLine[] }

/** The notice of a decision on a task of this kind. One that follows a death is written to those who are left. */
export function templateFor(
  kind: TaskKind,
  outcome: Outcome,
  reasons: readonly { readonly code: ReasonCode }[] = [],
): TemplateName {
  if (outcome === 'ended' && reasons.some(({ code }) => code === 'deceased')) return 'ended-death'
  const own = `${outcome}-${kind}`
  return templateNames.find((name) => name === own) ?? outcome
}

const folder = join(process.cwd(), 'src/features/decisions/templates')
const read = new Map<string, Template>()

/** The template of a notice, with the signs and spaces of print. Throws when its file says what no notice can. */
export function templateOf(name: TemplateName, locale: Locale): Template {
  const key = `${name}.${locale}`
  const known = read.get(key)
  if (known) return known
  const template = readTemplate(readFileSync(join(folder, `${key}.md`), 'utf8'), locale)
  read.set(key, template)
  return template
}

/** Reads the text of a template. */
export function readTemplate(source: string, locale: Locale): Template {
  const [, title, body] = /^---\ntitle: (.+)\n---\n([\s\S]*)$/.exec(source) ?? []
  if (title === undefined || body === undefined) throw new Error('A template begins with its title')
  const lines = body
    .split(/\n\s*\n|\n(?=- )/)
    .map((part) => part.trim().replaceAll(/\s*\n\s*/g, ' '))
    .filter((part) => part !== '')
    .map((part) => lineOf(part, locale))
  const missing = blocks.filter(
    (block) => lines.filter((line) => line.kind === 'block' && line.block === block).length !== 1,
  )
  if (missing.length > 0) throw new Error(`A notice has each of its blocks once: ${missing.join(', ')}`)
  return { title: typeset(title, locale), lines }
}

function lineOf(part: string, locale: Locale): TemplateLine {
  if (part.startsWith('::')) {
    const block = blocks.find((one) => `::${one}` === part)
    if (!block) throw new Error(`No notice has the block ${part}`)
    return { kind: 'block', block }
  }
  const unknown = placeholdersIn(part).find((name) => !(placeholders as readonly string[]).includes(name))
  if (unknown !== undefined) throw new Error(`Nothing is called {${unknown}} in a notice`)
  if (part.startsWith('## ')) return { kind: 'heading', text: typeset(part.slice(3), locale) }
  if (part.startsWith('- ')) return { kind: 'item', text: typeset(part.slice(2), locale) }
  if (/^[#>*`|]/.test(part)) throw new Error(`A notice cannot draw this: ${part}`)
  return { kind: 'paragraph', text: typeset(part, locale) }
}

/** What a line names. */
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w*)\}/g)].map(([, name]) => name ?? '')
