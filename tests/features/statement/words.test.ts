import { describe, expect, it } from 'vitest'
import { changeTopics } from '@/domain/statement/answers'
import { lineCodes } from '@/domain/benefit/codes'
import { stateNames } from '@/domain/statement/state'
import { sections } from '@/features/statement/form'
import { type Locale, locales } from '@/i18n/locale'
import { messages } from '@/i18n/messages'

function has(locale: Locale, subject: 'statement' | 'receipt' | 'benefit', key: string): boolean {
  const found = key
    .split('.')
    .reduce<unknown>(
      (node, part) => (node as Record<string, unknown> | undefined)?.[part],
      messages[locale][subject],
    )
  return typeof found === 'string' && found !== ''
}

const problems = {
  money: ['required', 'format', 'negative', 'decimals', 'ambiguous', 'tooLarge'],
  date: [
    'required',
    'dayMissing',
    'monthMissing',
    'yearMissing',
    'digits',
    'year',
    'impossible',
    'tooEarly',
    'tooLate',
    'backBeforeLeft',
  ],
  text: ['required', 'tooLong'],
  choice: ['required'],
  adult: ['required'],
  postalCode: ['required', 'format', 'elsewhere'],
  changed: ['required', 'tickOrSend', 'notPrivate'],
  confirm: ['required'],
  attest: ['required'],
  correctionReason: ['required', 'tooLong'],
}

describe.each(locales)('the words of the questions in %s', (locale) => {
  it('W-01 every question, choice, button and title has its words', () => {
    const keys = sections.flatMap((section) => [
      `topic.${section.topic}.label`,
      `topic.${section.topic}.hint`,
      `question.${section.topic}.title`,
      `question.${section.topic}.intro`,
      ...(section.list ? ['entry', 'add', 'remove'].map((name) => `question.${section.topic}.${name}`) : []),
      ...section.fields.flatMap((field) => [
        `field.${section.topic}.${field.name}.label`,
        ...(field.kind === 'yesNo' || field.kind === 'choice' ? (field.choices ?? []) : []).map(
          (choice) => `field.${section.topic}.${field.name}.option.${choice}`,
        ),
      ]),
    ])
    expect(sections.map((section) => section.topic)).toEqual([...changeTopics])
    expect(keys.filter((key) => !has(locale, 'statement', key))).toEqual([])
  })

  it('W-02 every problem a field can have has its sentence', () => {
    const keys = Object.entries(problems).flatMap(([kind, names]) =>
      names.map((name) => `error.${kind}.${name}`),
    )
    expect(keys.filter((key) => !has(locale, 'statement', key))).toEqual([])
  })

  it('W-03 every money, date and difficult field has an example', () => {
    const bare = sections
      .flatMap(({ topic, fields }) => fields.map((field) => ({ topic, field })))
      .filter(({ field }) => field.kind === 'money' || field.kind === 'date' || field.kind === 'postalCode')
      .filter(({ topic, field }) => !has(locale, 'statement', `field.${topic}.${field.name}.hint`))
    expect(bare).toEqual([])
  })

  it('W-04 every state has its status, every line of a benefit its title and its reason', () => {
    expect(stateNames.filter((name) => !has(locale, 'statement', `home.status.${name}`))).toEqual([])
    const keys = lineCodes.flatMap((code) => [`line.${code}.title`, `line.${code}.why`])
    expect(keys.filter((key) => !has(locale, 'benefit', key))).toEqual([])
  })
})
