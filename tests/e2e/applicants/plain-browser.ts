import type { APIRequestContext } from '@playwright/test'
import { expect } from '@playwright/test'

/*
 * A browser without scripts, as little of one as a person needs: it opens a page, fills its form, sends it, and goes
 * where the answer says. It keeps the cookies; it never knows an address that no page gave it.
 */

/** One name of a form: the values one may choose among, or null where one types. */
type Input = { readonly name: string; readonly several: boolean; readonly choices: string[] | null }
export type Form = {
  readonly action: string
  readonly hidden: readonly (readonly [string, string])[]
  readonly inputs: readonly Input[]
}
export type Opened = { readonly path: string; readonly html: string; readonly text: string }
export type PlainBrowser = {
  readonly open: (path: string) => Promise<Opened>
  /** Sends the form of a page, which must answer with a page to go to. */
  readonly send: (from: Opened, action: string, values: Readonly<Record<string, string>>) => Promise<Opened>
}

export function plainBrowser(request: APIRequestContext, origin: string): PlainBrowser {
  const open = async (path: string): Promise<Opened> => {
    const response = await request.get(path)
    expect(response.status(), path).toBe(200)
    const html = await response.text()
    return { path: new URL(response.url()).pathname, html, text: textOf(html) }
  }
  return {
    open,
    async send(from, action, values) {
      const { hidden, inputs } = formOf(from, action)
      const filled = Object.entries(values).flatMap(([name, value]) => {
        const input = inputs.find((one) => one.name === name)
        if (!input) throw new Error(`${from.path} has no ${name}`)
        if (!input.choices) return [[name, value]]
        const chosen = value === '' ? [] : input.several ? value.split(' ') : [value]
        for (const one of chosen) expect(input.choices, `${from.path}: ${name}`).toContain(one)
        return chosen.map((one) => [name, one])
      })
      const response = await request.post(action, {
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: origin },
        data: new URLSearchParams([...hidden.map(([name, value]) => [name, value]), ...filled]).toString(),
        maxRedirects: 0,
      })
      expect(response.status(), `${from.path} → ${action}`).toBe(303)
      return open(response.headers()['location']!)
    },
  }
}

/** The form of a page that goes to an address, as its HTML has it. */
export function formOf({ path, html }: Opened, action: string): Form {
  const found = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].find(
    ([, attributes = '']) => attribute(attributes, 'action') === action,
  )
  if (!found) throw new Error(`${path} has no form that goes to ${action}`)
  const hidden: [string, string][] = []
  const inputs = new Map<string, Input>()
  for (const [, tag, attributes = '', inner = ''] of found[2]!.matchAll(
    /<(input|textarea|select)\b([^>]*?)\/?>(?:(.*?)<\/\1>)?/gs,
  )) {
    const name = attribute(attributes, 'name')
    if (name === null) continue
    const type = attribute(attributes, 'type')
    const value = attribute(attributes, 'value') ?? ''
    if (type === 'hidden') hidden.push([name, value])
    else if (type === 'radio' || type === 'checkbox') {
      const before = inputs.get(name)?.choices ?? []
      inputs.set(name, { name, several: type === 'checkbox', choices: [...before, value] })
    } else if (tag === 'select') inputs.set(name, { name, several: false, choices: optionsIn(inner) })
    else inputs.set(name, { name, several: false, choices: null })
  }
  for (const [, attributes = ''] of found[2]!.matchAll(/<button\b([^>]*)>/g)) {
    const name = attribute(attributes, 'name')
    const value = attribute(attributes, 'value') ?? ''
    if (name !== null) {
      const before = inputs.get(name)?.choices ?? []
      inputs.set(name, { name, several: false, choices: [...before, value] })
    }
  }
  return { action, hidden, inputs: [...inputs.values()] }
}

const optionsIn = (html: string): string[] =>
  [...html.matchAll(/<option\b([^>]*)>/g)].map(([, attributes = '']) => attribute(attributes, 'value') ?? '')

/** Where the links of a page lead. */
export const linksOf = ({ html }: Opened): string[] =>
  [...html.matchAll(/<a\b([^>]*)>/g)].flatMap(([, attributes = '']) => attribute(attributes, 'href') ?? [])

function attribute(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(attributes)
  return found ? unescaped(found[1]!) : null
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/g, (whole, name: string) => named[name] ?? whole)

/** What one reads in the main part of a page. */
function textOf(html: string): string {
  const main = /<main\b[^>]*>(.*?)<\/main>/s.exec(html)?.[1] ?? ''
  return unescaped(
    main
      .replace(/<(script|style)\b.*?<\/\1>/gs, '')
      .replace(/<!--.*?-->/gs, '')
      .replace(/<\/?(?:span|strong|bdi|a|abbr)\b[^>]*>/g, '')
      .replace(/<[^>]+>/g, '\n'),
  )
}
