import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { locales, type Locale } from '@/i18n/locale'
import { typeset } from '@/i18n/typeset'

/** A ready-made answer: its title in the list, and the words it puts into the form. */
export type CannedAnswer = { readonly name: string; readonly title: string; readonly text: string }

/*
 * One file per answer and language, `late-statement.fr.md`: a first line `# Title`, an empty line, then the words as they
 * are sent. Whoever writes them needs nothing else; a test holds them to both languages and to the length of sentences.
 */
const folder = join(process.cwd(), 'src/features/messages/answers')
const known = new Map<Locale, readonly CannedAnswer[]>()

/**
 * The ready-made answers in a language, by title.
 * @throws when a file has no title or no words, or is missing in a language
 */
export function cannedAnswers(locale: Locale): readonly CannedAnswer[] {
  const before = known.get(locale)
  if (before) return before
  const files = readdirSync(folder)
  const names = [...new Set(files.map((file) => file.split('.')[0]!))]
  for (const name of names) {
    const missing = locales.find((one) => !files.includes(`${name}.${one}.md`))
    if (missing) throw new Error(`The answer ${name} is missing in ${missing}`)
  }
  const answers = names
    .map((name) => readAnswer(name, readFileSync(join(folder, `${name}.${locale}.md`), 'utf8'), locale))
    .sort((one, other) => one.title.localeCompare(other.title, locale))
  known.set(locale, answers)
  return answers
}

function readAnswer(name: string, source: string, locale: Locale): CannedAnswer {
  const [, title, text] = /^# (.+)\n\n([\s\S]+)$/.exec(source.trim()) ?? []
  if (!title || !text) throw new Error(`The answer ${name} (${locale}) has no title or no words`)
  return { name, title: typeset(title, locale), text: typeset(text, locale) }
}

/** The words of a ready-made answer; empty when an address names none. */
export const cannedText = (name: string, locale: Locale): string =>
  cannedAnswers(locale).find((answer) => answer.name === name)?.text ?? ''
