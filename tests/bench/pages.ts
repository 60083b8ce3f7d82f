import { gzipSync } from 'node:zlib'
import { setTimeout as wait } from 'node:timers/promises'
import type { Send } from './visit'

/** What a page weighs: its HTML, and the scripts a browser of today loads for it. */
export type Weight = { readonly html: number; readonly htmlGzip: number; readonly scriptGzip: number }

/** Loads a page and its scripts, and weighs them as they travel: compressed. */
export async function weigh(send: Send, url: string, cookie?: string): Promise<Weight> {
  const page = await send(url, cookie ? { cookie } : {})
  if (page.status !== 200) throw new Error(`${url} answers ${page.status}`)
  let scriptGzip = 0
  for (const source of scriptsOf(page.body)) {
    const script = await send(new URL(source, url).href)
    if (script.status !== 200) throw new Error(`${source} answers ${script.status}`)
    scriptGzip += gzipSync(script.body).length
  }
  return { html: Buffer.byteLength(page.body), htmlGzip: gzipSync(page.body).length, scriptGzip }
}

/** The scripts of a page, each once. Those marked `nomodule` are for browsers that are gone. */
export function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<script\b[^>]*>|<link\b[^>]*>/gi)].map(([tag]) => tag)
  const sources = tags
    .filter((tag) => !/\bnomodule\b/i.test(tag))
    .filter((tag) => /^<script/i.test(tag) || /\bas="script"|\brel="modulepreload"/.test(tag))
    .map((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&'))
  return [...new Set(sources.filter((source) => source !== undefined))]
}

/** How many questions one visit asks of the database, once connections and statements are known. */
export async function questionsOf(asked: () => number, visit: (round: number) => Promise<unknown>) {
  const counts: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const before = asked()
    await visit(round)
    // What a page leaves for after its answer counts too.
    await wait(150)
    counts.push(asked() - before)
  }
  return counts.slice(2).sort((one, other) => one - other)[1]!
}
