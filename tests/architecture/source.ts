import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

const root = resolve(import.meta.dirname, '../..')

export type SourceFile = {
  /** From the top of the project, `src/domain/calendar.ts`. */
  readonly path: string
  readonly text: string
  /** What it imports: a path of the project (`src/…`) or the name of a package. */
  readonly imports: readonly string[]
}

/** Every TypeScript file of a folder, read from disk: the rules hold for files that nobody listed. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('/generated/'))
    .map((file) => {
      const text = readFileSync(file, 'utf8')
      return { path: relative(root, file), text, imports: importsOf(file, text) }
    })
}

function importsOf(file: string, text: string): string[] {
  const names = ts.preProcessFile(text).importedFiles.map((imported) => imported.fileName)
  return [...new Set(names)].map((name) => {
    if (name.startsWith('@/')) return `src/${name.slice(2)}`
    return name.startsWith('.') ? relative(root, resolve(dirname(file), name)) : name
  })
}

/** The room a path of the project stands in: `domain`, `ui`, `features/statement`… or the name of a package. */
export function roomOf(path: string): string {
  const [top, room, feature] = path.split('/')
  if (top !== 'src') return path.startsWith('@') ? path.split('/').slice(0, 2).join('/') : top!
  return room === 'features' ? `features/${feature}` : room!.replace(/\.tsx?$/, '')
}
