/** A message taken apart: its arguments and tags, and its words with every branch of a plural or a choice. */
export type Message = { readonly names: string[]; readonly texts: string[] }

/** Reads an ICU message as far as ours go (arguments, plural, select, tags). Throws when a brace is missing. */
export function readMessage(source: string): Message {
  const names = new Set<string>()
  let at = 0

  const skip = () => {
    while (/\s/.test(source[at] ?? '')) at += 1
  }
  const word = () => {
    const start = at
    while (/[\w=#-]/.test(source[at] ?? '')) at += 1
    return source.slice(start, at)
  }
  const expect = (sign: string) => {
    if (source[at] !== sign) throw new Error(`Expected ${sign} at ${at} in: ${source}`)
    at += 1
  }
  /** Every way a piece can be read, one per branch. */
  const piece = (inside: boolean): string[] => {
    let read = ['']
    const add = (ends: string[]) => (read = read.flatMap((start) => ends.map((end) => start + end)))
    while (at < source.length && !(inside && source[at] === '}')) {
      if (source[at] === '}') throw new Error(`Unexpected } at ${at} in: ${source}`)
      if (source[at] === '{') add(argument())
      else {
        add([source[at]!])
        at += 1
      }
    }
    return read
  }
  const argument = (): string[] => {
    expect('{')
    skip()
    const name = word()
    if (!name) throw new Error(`An argument has no name at ${at} in: ${source}`)
    skip()
    if (source[at] === '}') {
      at += 1
      names.add(name)
      return [`{${name}}`]
    }
    expect(',')
    skip()
    names.add(`${name}, ${word()}`)
    skip()
    expect(',')
    const branches: string[] = []
    for (skip(); source[at] !== '}'; skip()) {
      word()
      skip()
      expect('{')
      branches.push(...piece(true))
      expect('}')
    }
    at += 1
    return branches
  }

  const texts = piece(false)
  for (const [, tag] of source.matchAll(/<(\w+)>/g)) names.add(`<${tag}>`)
  return { names: [...names].sort(), texts }
}

/** Every sentence of a file under its key, `home.title`. */
export function flatten(tree: object, above = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const name = above ? `${above}.${key}` : key
    if (typeof value === 'string') found.set(name, value)
    else for (const [inner, text] of flatten(value as object, name)) found.set(inner, text)
  }
  return found
}
