import type { Nodes, Parent } from 'mdast'
import { toString } from 'mdast-util-to-string'

/** The headings and the other lines of a page's tree, in reading order. What is computed in a line is `…`. */
export function passagesOf(tree: Parent): { readonly headings: string[]; readonly lines: string[] } {
  const headings: string[] = []
  const lines: string[] = []
  const walk = (nodes: readonly Nodes[]) => {
    for (const node of nodes) {
      if (node.type === 'heading') headings.push(wordsIn(node))
      else if (node.type === 'paragraph') lines.push(wordsIn(node))
      else if ('children' in node) walk(node.children)
    }
  }
  walk(tree.children as Nodes[])
  return { headings, lines }
}

function wordsIn(node: Nodes): string {
  if (node.type === 'textDirective') return '…'
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map((child) => wordsIn(child)).join('') : toString(node)
}
