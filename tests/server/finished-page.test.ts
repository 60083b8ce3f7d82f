import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { finishPage, rulesFor } from '@/finished-page'

/*
 * Numbered cases:
 *   FP-01 nothing for a script is left, and every word stays
 *   FP-02 the style sheets are in the page, in their order, named by their hash
 *   FP-03 a rule is left out only when it can never apply
 *   FP-04 with every class on the page, nothing of our style sheets is lost or moved
 */
const page = (body: string) =>
  '<!DOCTYPE html><html lang="fr-CA"><head><meta charSet="utf-8"/><link rel="preconnect" href="/" crossorigin=""/>' +
  '<link rel="stylesheet" href="/one.css" data-precedence="next"/><link rel="preload" as="script" href="/a.js"/>' +
  '<script src="/a.js" async=""></script><title>Titre</title><link rel="icon" href="/favicon.svg"/>' +
  '<link rel="stylesheet" href="/two.css"/></head><body><!--$-->' +
  body +
  '<!--/$--><script>self.__next_f.push([1,"<p class=\\"hidden\\">x</p>"])</script></body></html>'
const sheets: Record<string, string> = {
  '/one.css': '.a{color:red}.hidden{top:0}',
  '/two.css': 'html{font-size:150%}',
}
const finish = (body: string) => finishPage(page(body), (href) => sheets[href]!)

it('FP-01 leaves no script, and every word', () => {
  const { html } = finish('<p class="a">Un <!-- -->mot, &lt;script&gt;écrit&lt;/script&gt;</p>')
  expect(html).not.toMatch(/<script|<!--|preload|preconnect|__next_f|stylesheet/)
  expect(html).toContain('<p class="a">Un mot, &lt;script&gt;écrit&lt;/script&gt;</p></body></html>')
  expect(html).toContain('<title>Titre</title><link rel="icon" href="/favicon.svg"/>')
})

it('FP-02 holds its style, named by its hash', () => {
  const { html, styleHash } = finish('<p class="a b">$& $1</p>')
  const style = /<style>(.*)<\/style><\/head>/.exec(html)![1]!
  expect(style).toBe('.a{color:red}html{font-size:150%}')
  expect(styleHash).toBe(createHash('sha256').update(style).digest('base64'))
  expect(html).toContain('<p class="a b">$& $1</p>')
})

describe('FP-03 a rule is left out only when it can never apply', () => {
  const on =
    (...classes: string[]) =>
    (sheet: string) =>
      rulesFor(sheet, (name) => classes.includes(name))
  it.each([
    ['.a{x:1}.b{x:2}', '.a{x:1}'],
    ['.a,.b{x:1}', '.a{x:1}'],
    ['.a .b,.a>p{x:1}', '.a>p{x:1}'],
    ['.a:not(.b){x:1}', '.a:not(.b){x:1}'],
    [':is(.b,.c) .a{x:1}', ':is(.b,.c) .a{x:1}'],
    ['.ab{x:1}', ''],
    ['p,*,:root{x:1}', 'p,*,:root{x:1}'],
    ['[data-a=".b"]{x:1}', '[data-a=".b"]{x:1}'],
    ['.a:before{content:"}.b{"}.b{x:1}', '.a:before{content:"}.b{"}'],
    ['@media print{.b{x:1}.a{x:2}}', '@media print{.a{x:2}}'],
    ['@media print{.b{x:1}}', ''],
    ['@font-face{font-family:F;src:url(a.b)}', '@font-face{font-family:F;src:url(a.b)}'],
    ['@page{margin:2cm}', '@page{margin:2cm}'],
    ['@charset "utf-8";.a{x:1}', '@charset "utf-8";.a{x:1}'],
    ['/* .b */.a{x:1}', '.a{x:1}'],
    ['', ''],
  ])('%s', (sheet, kept) => expect(on('a')(sheet)).toBe(kept))
})

it('FP-04 loses and moves nothing of our style sheets', () => {
  const plain = (sheet: string) => sheet.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, '')
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!text)\.css$/.test(file),
  )
  expect(files.length).toBeGreaterThan(30)
  for (const file of files) {
    const sheet = readFileSync(`src/${file}`, 'utf8')
    expect({ file, rules: plain(rulesFor(sheet, () => true)) }).toEqual({ file, rules: plain(sheet) })
  }
})
