import type { Nodes, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { Fragment, type ReactNode } from 'react'
import type { Instant } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { contentPages, paths, type ContentPage } from '@/i18n/paths'
import { Details } from '@/ui/Details'
import { doors, type Door } from './doors'
import { glossaryScheme, termOf } from './glossary'
import { inserts } from './inserts'

/** What the parts of a page need to know to be drawn. */
export type Drawn = { readonly locale: Locale; readonly now: Instant }

/**
 * A content file as a page: paragraphs, headings, lists, links, `::insert` lines for what is computed, and
 * `:::details[Summary]` for more words. Anything else stops the build, so that a page never shows its source.
 */
export function Prose({ tree, ...drawn }: Drawn & { readonly tree: Root }) {
  return <>{all(tree.children, drawn)}</>
}

function all(nodes: readonly Nodes[], drawn: Drawn): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{one(node, drawn)}</Fragment>)
}

function one(node: Nodes, drawn: Drawn): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value
    case 'paragraph':
      return <p>{all(node.children, drawn)}</p>
    case 'strong':
      return <strong>{all(node.children, drawn)}</strong>
    case 'emphasis':
      return <em>{all(node.children, drawn)}</em>
    case 'break':
      return <br />
    case 'heading': {
      const Level = `h${node.depth}` as 'h2' | 'h3' | 'h4'
      const term = termOf(node)
      return term ? <Level id={term.id}>{term.forms[0]}</Level> : <Level>{all(node.children, drawn)}</Level>
    }
    case 'list': {
      const List = node.ordered ? 'ol' : 'ul'
      return <List>{all(node.children, drawn)}</List>
    }
    case 'listItem': {
      const [first, ...rest] = node.children
      // A line alone in its item is a line, not a paragraph.
      return (
        <li>
          {first?.type === 'paragraph' ? all(first.children, drawn) : first && one(first, drawn)}
          {all(rest, drawn)}
        </li>
      )
    }
    case 'link':
      return <a href={hrefOf(node.url, drawn.locale)}>{all(node.children, drawn)}</a>
    case 'containerDirective': {
      if (node.name !== 'details') break
      const [summary, ...rest] = node.children
      return <Details summary={toString(summary)}>{all(rest, drawn)}</Details>
    }
    case 'leafDirective':
    case 'textDirective': {
      const Insert = inserts[node.name]
      if (!Insert) break
      return <Insert {...drawn} of={node.attributes?.['of'] ?? ''} />
    }
    default:
  }
  const where = node.position ? ` at line ${node.position.start.line}` : ''
  throw new Error(
    `A content file holds “${'name' in node ? node.name : node.type}”${where}, which no page draws`,
  )
}

/**
 * The address behind a link of a content file: `page:rights` is a page of words, `to:signIn` another page of ours,
 * `glossary:recipient` a term, and the rest is `https:` or `tel:`.
 * @throws when it leads nowhere
 */
export function hrefOf(url: string, locale: Locale): string {
  const [scheme, name = ''] = url.split(/:(.*)/s)
  if (`${scheme}:` === glossaryScheme) return `${paths.content(locale, 'glossary')}#${name}`
  const [page = '', anchor] = name.split('#')
  if (scheme === 'page' && isContentPage(page)) {
    return paths.content(locale, page) + (anchor ? `#${anchor}` : '')
  }
  if (scheme === 'to' && Object.hasOwn(doors, name)) return doors[name as Door](locale)
  if (scheme === 'https' || scheme === 'tel') return url
  throw new Error(`A content file links to “${url}”, which is no page`)
}

const isContentPage = (name: string): name is ContentPage => contentPages.includes(name as ContentPage)
