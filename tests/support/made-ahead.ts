import { existsSync, utimesSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildSite } from '../../src/setup/build.mjs'

/**
 * Makes a page of the built site look as old as one of a site put online hours ago, so that it is made again before it is
 * sent. It must not have been visited yet: what was made again stays in its server. `path` is its French address without
 * the slash before it, whatever its language: `en/vos-droits`.
 */
export async function madeAgo(path: string, hours: number): Promise<void> {
  const app = join(dirname(await buildSite('.next-test')), '.next-test', 'server', 'app')
  const file = join(app, `${path}.html`)
  if (!existsSync(file)) throw new Error(`${path} was not made ahead`)
  const at = new Date(Date.now() - hours * 3_600_000)
  utimesSync(file, at, at)
}
