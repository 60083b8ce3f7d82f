/** A stream of numbers decided by its seeds: the same on every machine, for ever. Not for secrets. */
export type Random = {
  /** 32 bits. */
  readonly word: () => number
  /** From 0, inclusive, to 1, exclusive. */
  readonly next: () => number
  /** A whole number from `low` to `high`, both inclusive. */
  readonly whole: (low: number, high: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** One of the values, as often as its weight says. */
  readonly weighted: <T>(entries: Weights<T>) => T
}

export type Weights<T> = readonly (readonly [value: T, weight: number])[]

/**
 * The stream number `stream` of one household. Each household has streams of its own, so that what is drawn for one
 * never depends on how many others there are. The generator is Doty-Humphrey's "small fast counter", sfc32.
 */
export function randomOf(seed: number, index: number, stream: number): Random {
  let [a, b, c, counter] = [seed | 0, index | 0, stream | 0, 1]
  const word = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 15; round += 1) word()
  const next = () => word() / 4_294_967_296
  return {
    word,
    next,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    weighted: (entries) => {
      let left = next() * entries.reduce((total, [, weight]) => total + weight, 0)
      return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1)!)[0]
    },
  }
}

/** An identifier shaped as PostgreSQL's `uuidv7()` would make it at that millisecond, with drawn bits. */
export function uuidOf(random: Random, milliseconds: number): string {
  const time = hex(milliseconds, 12)
  const variant = '89ab'[random.word() & 3]!
  const [one, two, three] = [hex(random.word(), 8), hex(random.word(), 8), hex(random.word(), 8)]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${one.slice(0, 3)}-${variant}${one.slice(3, 6)}-${two}${three.slice(0, 4)}`
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
