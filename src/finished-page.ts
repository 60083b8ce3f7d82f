import { createHash } from 'node:crypto'

/** A page made ahead as it is sent, and the hash its content policy names its one style by. */
export type FinishedPage = { readonly html: string; readonly styleHash: string }

/** What the framework leaves in a page for its own script, and links to fetch ahead what is not fetched. */
const forScripts =
  /<script\b[^>]*>[^]*?<\/script>|<link rel="(?:preload|preconnect)"[^>]*>|<meta name="next-size-adjust"[^>]*>|<!--[^]*?-->/g
const comments = /\/\*[^]*?\*\//g
const styleSheet = /<link rel="stylesheet" href="([^"]+)"[^>]*>/g

/**
 * Finishes a page that runs no script: what only a script could use is left out, and the rules of its style sheets that
 * it needs are written into it. It comes in one answer, where it would be two, one after the other, and weighs half.
 * `sheetOf` gives the text of a style sheet the page links to.
 */
export function finishPage(made: string, sheetOf: (href: string) => string): FinishedPage {
  let sheets = ''
  const bare = made.replace(forScripts, '').replace(styleSheet, (_, href: string) => {
    sheets += sheetOf(href)
    return ''
  })
  const classes = new Set([...bare.matchAll(/ class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' ')))
  const style = rulesFor(sheets, (name) => classes.has(name))
  return {
    html: bare.replace('</head>', () => `<style>${style}</style></head>`),
    styleHash: createHash('sha256').update(style).digest('base64'),
  }
}

/**
 * The rules of a style sheet a page can use: a selector that asks for a class nothing on the page has never applies, and
 * no script adds one later. What stands in brackets (`:not(.a)`) asks for nothing. The order is kept.
 */
export function rulesFor(sheet: string, has: (className: string) => boolean): string {
  let kept = ''
  for (const { head, block } of blocksOf(sheet.replace(comments, ''))) {
    if (block === null) kept += `${head};`
    else if (/^@(media|supports)/.test(head)) {
      const inner = rulesFor(block, has)
      if (inner) kept += `${head}{${inner}}`
    } else if (head.startsWith('@')) kept += `${head}{${block}}`
    else {
      const selectors = selectorsOf(head).filter((selector) => classesOf(selector).every(has))
      if (selectors.length > 0) kept += `${selectors.join(',')}{${block}}`
    }
  }
  return kept
}

type Block = { readonly head: string; readonly block: string | null }

/** The parts of a sheet one after the other: `head{block}`, or `head;` without a block. */
function blocksOf(sheet: string): Block[] {
  const blocks: Block[] = []
  let depth = 0
  let begun = 0
  let opened = 0
  for (const { 0: sign, index } of sheet.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]/g)) {
    if (sign === '{') {
      if (depth === 0) opened = index
      depth += 1
    } else if (sign === '}') {
      depth -= 1
      if (depth > 0) continue
      blocks.push({ head: sheet.slice(begun, opened).trim(), block: sheet.slice(opened + 1, index) })
      begun = index + 1
    } else if (sign === ';' && depth === 0) {
      blocks.push({ head: sheet.slice(begun, index).trim(), block: null })
      begun = index + 1
    }
  }
  return blocks
}

/** The selectors of a list, cut at the commas outside brackets. */
function selectorsOf(list: string): string[] {
  const selectors = ['']
  let depth = 0
  for (const letter of list) {
    if (letter === '(' || letter === '[') depth += 1
    if (letter === ')' || letter === ']') depth -= 1
    if (letter === ',' && depth === 0) selectors.push('')
    else selectors[selectors.length - 1] += letter
  }
  return selectors
}

/** The classes a selector asks for, those within brackets left out. */
function classesOf(selector: string): string[] {
  let outside = selector.replace(/\[[^\]]*\]/g, '')
  while (/\([^()]*\)/.test(outside)) outside = outside.replace(/\([^()]*\)/g, '')
  return [...outside.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)].map(([, name]) => name!)
}
