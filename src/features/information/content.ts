import 'server-only'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { parseDay } from '@/domain/calendar'
import type { Day } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import type { ContentPage } from '@/i18n/paths'
import { typeset } from '@/i18n/typeset'

/** Whom a page tells its readers to call. Their words are in `information.call`. */
const callees = ['contactCentre', 'office', 'complaints', 'community', 'emergency'] as const
export type Callee = (typeof callees)[number]

const text = z.string().trim().min(1)
const frontMatter = z.strictObject({
  title: text,
  /** The title in a menu or a breadcrumb. */
  short: text,
  /** One sentence, for lists of pages and search engines. */
  summary: text,
  /** The day the page was last compared with its sources. */
  verified: text.transform((typed, context): Day => {
    const day = parseDay(typed)
    if (!day) context.addIssue({ code: 'custom', message: 'not a day' })
    return day as Day
  }),
  /** Articles and publications the page rests on. */
  sources: z.array(text).min(1),
  call: z.array(z.enum(callees)).min(1),
})

export type Content = z.output<typeof frontMatter> & { readonly tree: Root }

const folder = join(process.cwd(), 'src/features/information/content')
const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkDirective)

/**
 * The words of a page: what its file says of itself, and its tree, with the spaces and signs of print.
 * @throws when the file is missing or says too little: the build stops there
 */
export function contentOf(page: ContentPage, locale: Locale): Content {
  const key = `${page} ${locale}`
  const known = contents.get(key)
  if (known) return known
  const content = readContent(readFileSync(join(folder, `${page}.${locale}.md`), 'utf8'), locale)
  contents.set(key, content)
  return content
}
const contents = new Map<string, Content>()

/**
 * Reads the text of a content file.
 * @throws when the front matter says too little, or a `:::details` is never closed and would swallow what follows
 */
export function readContent(source: string, locale: Locale): Content {
  const tree = parser.parse(source)
  requireClosed(tree, source.split('\n'))
  const [first, ...children] = tree.children
  const said = frontMatter.parse(first?.type === 'yaml' ? parseYaml(first.value) : null)
  const print = (words: string) => typeset(words, locale)
  setInPrint(children, print)
  const { title, short, summary, sources } = said
  return {
    ...said,
    title: print(title),
    short: print(short),
    summary: print(summary),
    sources: sources.map(print),
    tree: { type: 'root', children },
  }
}

/** A `:::` within the list before it closes nothing: it wants an empty line above. */
function requireClosed({ children }: Root, lines: readonly string[]): void {
  for (const node of children) {
    if (node.type !== 'containerDirective') continue
    const { start, end } = node.position!
    if (lines[end.line - 1] !== ':::')
      throw new Error(`The “:::” opened at line ${start.line} is never closed`)
  }
}

type Node = { type: string; name?: string; value?: string; children?: Node[] }

function setInPrint(nodes: readonly unknown[], print: (words: string) => string): void {
  for (const node of nodes as readonly Node[]) {
    if (node.type === 'text') node.value = print(node.value!)
    if (!node.children) continue
    node.children = withHours(node.children)
    setInPrint(node.children, print)
  }
}

/** Nothing computed has a name that begins with a digit: `8:30` is an hour, not a directive called 30. */
function withHours(nodes: readonly Node[]): Node[] {
  const whole: Node[] = []
  for (const node of nodes) {
    const isHour = node.type === 'textDirective' && /^\d/.test(node.name!)
    const word = isHour ? { type: 'text', value: `:${node.name}` } : node
    const before = whole.at(-1)
    if (word.type === 'text' && before?.type === 'text') before.value! += word.value!
    else whole.push(word)
  }
  return whole
}
