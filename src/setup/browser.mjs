import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'
import { oneAtATime } from './one-at-a-time.mjs'
import { dataFolder, root } from './places.mjs'
import { Problem, step } from './say.mjs'

/**
 * A Chromium for the tests: the one named by E2E_CHROMIUM, Playwright's own, the system's, or the one that npm
 * carries, unpacked into the data folder with the libraries it needs.
 * @returns {Promise<{ executablePath: string, env: Record<string, string> }>} `env` is to be added to its environment
 * @throws {Problem} when E2E_CHROMIUM names nothing, or no browser fits this machine
 */
export async function provideBrowser() {
  const named = process.env.E2E_CHROMIUM
  if (named) {
    if (existsSync(named)) return { executablePath: named, env: {} }
    throw new Problem(
      `E2E_CHROMIUM names ${named}, which is not there.`,
      'Name a Chromium, or unset E2E_CHROMIUM.',
    )
  }
  const { chromium } = await import('@playwright/test')
  for (const place of [chromium.executablePath(), '/usr/bin/chromium']) {
    if (existsSync(place)) return { executablePath: place, env: {} }
  }
  return unpackBrowser()
}

async function unpackBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      `The browser that npm carries does not run on ${process.platform} ${process.arch}.`,
      'Run: npx playwright install chromium. Or name a Chromium in E2E_CHROMIUM.',
    )
  }
  const require = createRequire(join(root, 'package.json'))
  const packaged = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..')
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8'))
  const folder = join(dataFolder('shared'), `chromium-${version}`)
  await oneAtATime(`${folder}.lock`, async () => {
    if (existsSync(folder)) return
    await step('Unpacking the browser for the tests', async () => {
      const draft = `${folder}.${process.pid}`
      mkdirSync(draft, { recursive: true })
      const unpacked = createWriteStream(join(draft, 'chromium'), { mode: 0o755 })
      await pipeline(
        createReadStream(join(packaged, 'bin', 'chromium.br')),
        createBrotliDecompress(),
        unpacked,
      )
      for (const name of ['al2023', 'fonts', 'swiftshader']) {
        unpackTar(brotliDecompressSync(readFileSync(join(packaged, 'bin', `${name}.tar.br`))), draft)
      }
      renameSync(draft, folder)
    })
  })
  return { executablePath: join(folder, 'chromium'), env: browserEnv(folder) }
}

/** The libraries and, on a machine without any, the fonts lie beside the browser. */
function browserEnv(folder) {
  const libraries = {
    LD_LIBRARY_PATH: [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  }
  if (existsSync('/etc/fonts/fonts.conf')) return libraries
  const settings = join(folder, 'own-fonts.conf')
  if (!existsSync(settings)) {
    const cache = join(folder, 'fonts-cache')
    writeFileSync(
      settings,
      `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${cache}</cachedir></fontconfig>`,
    )
  }
  return { ...libraries, FONTCONFIG_FILE: settings }
}

/** Writes the files of a plain tar archive: blocks of 512 bytes, a header (name, mode, size) before each file. */
function unpackTar(bytes, folder) {
  const text = (from, length) =>
    bytes
      .toString('utf8', from, from + length)
      .replace(/\0.*/s, '')
      .trim()
  for (let at = 0; at + 512 <= bytes.length && text(at, 100) !== '';) {
    const [path, mode, size] = [
      join(folder, text(at, 100)),
      parseInt(text(at + 100, 8), 8),
      parseInt(text(at + 124, 12), 8),
    ]
    const isFile = text(at + 156, 1) === '0'
    mkdirSync(isFile ? dirname(path) : path, { recursive: true })
    if (isFile) writeFileSync(path, bytes.subarray(at + 512, at + 512 + size), { mode })
    at += 512 + Math.ceil(size / 512) * 512
  }
}
