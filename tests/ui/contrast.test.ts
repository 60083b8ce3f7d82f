import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const source = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8')
const [normal = '', more = ''] = source.split('@media (prefers-contrast: more)')

/** The colour tokens of a piece of the sheet; `var()` is followed. */
function colours(...sheets: string[]): Map<string, string> {
  const values = new Map<string, string>()
  for (const [, name, value] of sheets.join('\n').matchAll(/--qc-color-([\w-]+):\s*([^;]+);/g)) {
    values.set(name!, value!)
  }
  return values
}

function hex(name: string, values: Map<string, string>): string {
  const value = values.get(name)
  if (!value) throw new Error(`No token --qc-color-${name}`)
  const other = /^var\(--qc-color-([\w-]+)\)$/.exec(value)?.[1]
  return other ? hex(other, values) : value
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const digits = colour.slice(1)
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const share = parseInt(full.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function ratio(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const text: [string, string][] = [
  ['text-primary', 'background'],
  ['text-primary', 'grey-pale'],
  ['text-primary', 'blue-pale'],
  ['text-primary', 'yellow-pale'],
  ['blue-dark', 'yellow-pale'],
  ['link-text', 'background'],
  ['link-visited', 'background'],
  ['error', 'background'],
  ['grey-dark', 'background'],
  ['white', 'blue-piv'],
  ['white', 'blue-medium'],
  ['white', 'error'],
  ['blue-medium', 'blue-pale'],
  ['blue-medium', 'grey-pale'],
  ['green-dark', 'green-pale'],
  ['red-dark', 'pink-pale'],
]
const edges: [string, string][] = [
  ['formfield-border', 'background'],
  ['link-focus-outline', 'background'],
  ['focus-on-blue', 'blue-piv'],
  ['blue-piv', 'background'],
]

describe.each([
  ['as usual', colours(normal)],
  ['when more contrast is asked for', colours(normal, more)],
])('C-01 contrast %s', (_, values) => {
  it.each(text)('%s on %s reads at 7 to 1 (AAA)', (front, back) => {
    expect(ratio(hex(front, values), hex(back, values))).toBeGreaterThanOrEqual(7)
  })

  it.each(edges)('%s beside %s is seen at 3 to 1', (front, back) => {
    expect(ratio(hex(front, values), hex(back, values))).toBeGreaterThanOrEqual(3)
  })
})
