import { expect, test } from 'vitest'
import { messageCounter } from '../bench/counting-proxy'
import { scriptsOf } from '../bench/pages'
import { figureOf, growthOf, linesOf, median, percentile, ratioOf, verdict, type Round } from '../bench/table'
import { shortStatement } from '../bench/visit'

const round = (perSecond: number, errors = 0): Round => ({
  perSecond,
  p50: perSecond / 10,
  p99: perSecond,
  bytes: 5,
  errors,
})

test('1. a percentile is a value that was measured, by nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index)
  expect(percentile(hundred, 0.5)).toBe(50)
  expect(percentile(hundred, 0.99)).toBe(99)
  expect(percentile(hundred, 1)).toBe(100)
  expect(percentile([7], 0.01)).toBe(7)
  // Of a hundred, the slowest is past the ninety-ninth; of ten, it is the ninety-ninth.
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 900], 0.99)).toBe(900)
  // Numbers, not their digits.
  expect(percentile([9, 10, 100], 0.5)).toBe(10)
  expect(percentile([], 0.5)).toBeNaN()
})

test('2. a figure takes the middle of its rounds, and every error of all of them', () => {
  expect(median([100, 9, 20])).toBe(20)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([])).toBeNaN()
  expect(figureOf('page', [round(10, 1), round(500, 0), round(30, 2)])).toEqual({
    name: 'page',
    perSecond: 30,
    p50: 3,
    p99: 30,
    bytes: 5,
    errors: 3,
  })
})

test('3. a ratio compares what was measured in the same round, so a slow minute falls on both', () => {
  expect(ratioOf([round(10), round(1)], [round(20), round(2)])).toBe(0.5)
  // By the middles alone this would be 1.
  expect(ratioOf([round(10), round(20), round(30)], [round(20), round(40), round(10)])).toBe(0.5)
  expect(ratioOf([], [])).toBeNaN()
})

test('4. growth is above 1 when the larger town is slower', () => {
  expect(growthOf([round(100)], [round(50)])).toBe(2)
  expect(growthOf([round(100)], [round(100)])).toBe(1)
})

test('5. a target is met at its limit, missed past it, and never met by what is not a number', () => {
  expect(verdict(0.25, { atLeast: 0.25 })).toBe('met')
  expect(verdict(0.249, { atLeast: 0.25 })).toBe('missed')
  expect(verdict(1.1, { atMost: 1.1 })).toBe('met')
  expect(verdict(1.11, { atMost: 1.1 })).toBe('missed')
  expect(verdict(NaN, { atLeast: 0 })).toBe('missed')
})

test('6. columns are as wide as their widest entry', () => {
  expect(
    linesOf(
      ['', 'per s'],
      [
        ['page', '1'],
        ['a filing', '2000000'],
      ],
    ),
  ).toEqual(['            per s', 'page            1', 'a filing  2000000'])
})

test('7. the scripts of a page are those a browser of today loads, each once', () => {
  const html = `<link rel="preload" as="script" href="/a.js"/><script src="/a.js" async=""></script>
    <script src="/old.js" noModule=""></script><link rel="stylesheet" href="/s.css"/><script>inline()</script>
    <script src="/b.js?v=1&amp;w=2"></script>`
  expect(scriptsOf(html)).toEqual(['/a.js', '/b.js?v=1&w=2'])
})

test('8. the proxy counts what is asked of the database, however the bytes are cut', () => {
  const message = (kind: string, body: string) => {
    const head = Buffer.alloc(5)
    head.write(kind)
    head.writeUInt32BE(4 + body.length, 1)
    return Buffer.concat([head, Buffer.from(body)])
  }
  const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0])
  const talk = Buffer.concat([startup, message('Q', 'begin'), message('B', 'QQEE'), message('E', '12345')])
  for (const size of [1, 3, 7, talk.length]) {
    const seen: string[] = []
    const count = messageCounter((kind) => seen.push(kind))
    for (let at = 0; at < talk.length; at += size) count(talk.subarray(at, at + size))
    expect(seen).toEqual(['Q', 'B', 'E'])
  }
})

test('9. a statement is sent as its own page drew it; a page without one is told', () => {
  const page = `<input type="hidden" name="page" value="start"/><input type="hidden" name="key" value="k"/>`
  expect(shortStatement(page).toString()).toBe('page=start&key=k&attest=yes&intent=send')
  expect(() => shortStatement('<p>Sign in</p>')).toThrow('no statement')
})
