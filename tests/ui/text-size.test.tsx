import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Breadcrumb } from '@/ui/Breadcrumb'
import { TextSizeButtons } from '@/ui/TextSizeButtons'
import { readTextSize, textSizeAfter, textSizes, textSizeSheet, type TextSizeStep } from '@/ui/text-size'

describe('TS-01 a step from each size', () => {
  it.each([
    ['larger', '100', '125'],
    ['larger', '125', '150'],
    ['larger', '150', '200'],
    ['larger', '200', '200'],
    ['smaller', '200', '150'],
    ['smaller', '125', '100'],
    ['smaller', '100', '100'],
    ['reset', '150', '100'],
  ] as const)('%s from %s is %s', (step, from, to) => expect(textSizeAfter(step, from)).toBe(to))

  it.each([undefined, '', '0', '99', '200%', '1e9', 'larger', '<b>'])('%j is the normal size', (value) =>
    expect(readTextSize(value)).toBe('100'),
  )
})

it('TS-02 every size but the normal one has a rule', () => {
  expect(textSizes.map(textSizeSheet)).toEqual([
    '',
    'html{font-size:125%}\n',
    'html{font-size:150%}\n',
    'html{font-size:200%}\n',
  ])
})

it('TS-03 each button says its step in words, and only the words are read aloud', () => {
  const words: Record<TextSizeStep, string> = { smaller: 'Smaller', reset: 'Usual', larger: 'Larger' }
  const html = renderToStaticMarkup(
    <TextSizeButtons action="/there" hidden={{ returnTo: '/here' }} label="Size" words={words} />,
  )
  for (const [step, word] of Object.entries(words)) {
    const button = new RegExp(`<button type="submit"[^>]*value="${step}"[^>]*>(.*?)</button>`).exec(html)
    expect(button?.[1]?.replace(/<span aria-hidden="true">.*?<\/span>/, '').replace(/<[^>]*>/g, '')).toBe(
      word,
    )
  }
})

it('BC-01 the way to a page ends at the page, which leads nowhere', () => {
  const html = renderToStaticMarkup(
    <Breadcrumb label="Way" trail={[{ href: '/', text: 'Home' }, { text: 'Here' }]} />,
  )
  expect(html.match(/<a /g)).toHaveLength(1)
  expect(html).toMatch(/<span aria-current="page">Here<\/span><\/li><\/ol>/)
})
