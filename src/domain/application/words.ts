import { contradictionCodes } from './contradictions'
import { documentKinds } from './document-kinds'
import { documentReasons } from './documents'
import type { Field } from './question'
import { sectionNames } from './question'
import { pages } from './questions'
import { problems } from './reading'

/** Everything the application has a sentence for, so that none can be missing in a language. */
export type WordsNeeded = {
  /** `section.<name>` */
  readonly sections: readonly string[]
  /** `page.<name>` */
  readonly pages: readonly string[]
  /** `field.<words>`; of a list, `field.jobs.employer`. */
  readonly fields: readonly string[]
  /** `choice.<set>.<choice>` */
  readonly choices: readonly string[]
  /** `unknown.<words>`: the tick given instead of an answer. */
  readonly unknowns: readonly string[]
  /** `error.<code>` */
  readonly problems: readonly string[]
  /** `contradiction.<code>` */
  readonly contradictions: readonly string[]
  /** `document.<kind>` */
  readonly documents: readonly string[]
  /** `why.<code>` */
  readonly reasons: readonly string[]
  /** `paper.<code>`: what is accepted, and what may replace it. */
  readonly papers: readonly string[]
}

/** The names of the texts, under the key said above each. */
export function wordsNeeded(): WordsNeeded {
  const asked = pages.flatMap(({ fields, list }) =>
    fields.map((field: Field) => ({ field, words: list ? `${list}.${field.name}` : field.name })),
  )
  const once = (names: readonly string[]): string[] => [...new Set(names)]
  return {
    sections: sectionNames,
    pages: pages.map(({ name }) => name),
    fields: once(asked.map(({ words }) => words)),
    choices: once(
      asked.flatMap(({ field, words }) =>
        (field.choices ?? []).map((choice) => `${field.set ?? words}.${choice}`),
      ),
    ),
    unknowns: once(asked.flatMap(({ field, words }) => (field.unknown ? [words] : []))),
    problems,
    contradictions: contradictionCodes,
    documents: Object.keys(documentKinds),
    reasons: documentReasons,
    papers: once(
      Object.values(documentKinds).flatMap(({ accepted, substitutes }) => [...accepted, ...substitutes]),
    ),
  }
}
