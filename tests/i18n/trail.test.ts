import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { locales } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { auditActs, auditSubjects } from '@/server/audit'

/*
 * The trail in words. Numbered cases:
 *   TW-01 every act and every subject the code or the database writes in the trail has its words in both languages
 *   TW-02 no word is kept for a code that nothing writes
 */
const folder = 'prisma/migrations'
const migrations = readdirSync(folder, { withFileTypes: true })
  .filter((one) => one.isDirectory())
  .map(({ name }) => readFileSync(join(folder, name, 'migration.sql'), 'utf8'))

/** The acts and subjects of each line that the database itself adds to the trail: `values` or `select` of literals. */
const written = migrations.flatMap((text) =>
  [...text.matchAll(/insert into audit \(([^)]*)\)\s+(?:values \(|select )([^;]*)/g)].map(
    ([, names, values]) => {
      const columns = names!.split(',').map((name) => name.trim())
      const cells = values!.split(',').map((value) => /^'(\w+)'\)?$/.exec(value.trim())?.[1] ?? '')
      return { act: cells[columns.indexOf('act')]!, subject: cells[columns.indexOf('subject_kind')]! }
    },
  ),
)
const acts = new Set<string>([...auditActs, ...written.map(({ act }) => act)])
const subjects = new Set<string>([...auditSubjects, ...written.map(({ subject }) => subject)])

test('TW-01 every act and subject has its words', () => {
  const inserts = migrations.join('').match(/insert into audit\b/g)
  expect(written).toHaveLength(inserts!.length)
  expect(written.flatMap(({ act, subject }) => [act, subject])).not.toContain('')
  for (const locale of locales) {
    const t = textsOf(locale, 'trail') as unknown as { has: (key: string) => boolean }
    const without = [
      ...[...acts].map((act) => `act.${act}`),
      ...[...subjects].map((subject) => `subject.${subject}`),
    ].filter((key) => !t.has(key))
    expect(without, locale).toEqual([])
  }
})

test('TW-02 no word is for nothing', () => {
  const words = JSON.parse(readFileSync('src/i18n/fr/trail.json', 'utf8')) as Record<
    'act' | 'subject',
    Record<string, string>
  >
  expect(Object.keys(words.act).filter((act) => !acts.has(act))).toEqual([])
  expect(Object.keys(words.subject).filter((subject) => !subjects.has(subject))).toEqual([])
})
