import { z } from 'zod'
import { type ChangeTopic, changeTopics } from '@/domain/statement/answers'
import { type JourneyPage, questionsFor } from '@/domain/statement/journey'
import { storableText } from '@/domain/typed'
import { entryName, type FormSection, inputNames, maxEntries, sectionOf, sections } from './form'

/** What a person typed and has not sent, exactly as typed: names of fields and their values. */
export type Draft = Readonly<Record<string, string | readonly string[]>>

/**
 * What the draft and submission addresses accept: any form at all, its size being bounded at the door. What the
 * answers must be is the matter of `readDraft`, so that nothing typed is lost for being wrong.
 */
export const draftSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/** The most estimates of a month one statement can confirm: one per entry of the three income topics. */
const maxConfirmed = 3 * maxEntries

/** Fields outside the topics: [name, the page that asks it]. */
const general: readonly (readonly [string, JourneyPage | 'never'])[] = [
  ['changed', 'start'],
  ['private', 'start'],
  ['lateReason', 'start'],
  ['attest', 'start'],
  ['attest', 'verification'],
  // What who helps says of the reading back.
  ['readBack', 'start'],
  ['readBack', 'verification'],
  ['correctionReason', 'verification'],
  // The version being corrected: set when a correction begins, sent along by programs.
  ['corrects', 'never'],
]

/**
 * The draft once a page was sent: what that page asked is replaced, the rest stays. A topic is replaced when
 * the page carried it. Names we never asked are left out without a word.
 */
export function mergeDraft(stored: Draft, posted: Draft, page: JourneyPage | null): Draft {
  const clean = knownFields(posted)
  const replaced = (name: string) => {
    if (general.some(([field, where]) => field === name && where === page)) return true
    if (name.startsWith('confirm.')) return 'confirm.0.of' in clean
    const topic = topicOf(name)
    return topic !== null && Object.keys(clean).some((other) => topicOf(other) === topic)
  }
  const kept = Object.entries(stored).filter(([name]) => !replaced(name))
  return Object.fromEntries([...kept, ...Object.entries(clean)])
}

/**
 * Two answers made into one: the topics of both, and for a topic in both, those of `mine`. What the other adult
 * told of something else is kept.
 */
export function joinDrafts(sent: Draft, mine: Draft): Draft {
  const ticked = tickedIn(mine)
  const kept = Object.entries(sent).filter(([name]) => {
    const topic = topicOf(name)
    return topic === null || !ticked.includes(topic)
  })
  return { ...Object.fromEntries(kept), ...mine, changed: questionsFor([...tickedIn(sent), ...ticked]) }
}

/** The value of a field, or '' when it was never typed. Of a repeated field, the first. */
export function valueOf(draft: Draft, name: string): string {
  const value = Object.hasOwn(draft, name) ? draft[name] : undefined
  return (typeof value === 'string' ? value : value?.[0]) ?? ''
}

/** The topics ticked in a draft, in their order. */
export function tickedIn(draft: Draft): ChangeTopic[] {
  const value = Object.hasOwn(draft, 'changed') ? draft.changed : undefined
  return questionsFor(typeof value === 'string' ? [value] : (value ?? []))
}

/** How many entries a topic shows: as many as the draft names, and one at least. */
export function entryCount(draft: Draft, section: FormSection): number {
  if (!section.list) return 1
  const indexes = Object.keys(draft)
    .filter((name) => topicOf(name) === section.topic)
    .map((name) => Number(name.split('.')[1]))
  return Math.min(maxEntries, Math.max(0, ...indexes) + 1)
}

/** The draft with one more empty entry of a topic; unchanged when the list is full or no list. */
export function addEntry(draft: Draft, topic: string): Draft {
  const section = listSection(topic)
  if (!section) return draft
  const count = entryCount(draft, section)
  const first = section.fields[0]
  return count >= maxEntries || !first
    ? draft
    : { ...draft, [`${entryName(section, count)}.${inputNames(first)[0]}`]: '' }
}

/** The draft without one entry of a topic; the entries after it move up. */
export function removeEntry(draft: Draft, entry: string): Draft {
  const [topic = '', number = ''] = entry.split('.')
  const section = listSection(topic)
  if (!section || !/^\d{1,2}$/.test(number)) return draft
  const removed = Number(number)
  return Object.fromEntries(
    Object.entries(draft).flatMap(([name, value]) => {
      const [, index = '', ...rest] = name.split('.')
      if (topicOf(name) !== topic || Number(index) < removed) return [[name, value]]
      if (Number(index) === removed) return []
      return [[[topic, Number(index) - 1, ...rest].join('.'), value]]
    }),
  )
}

/** Only the fields this form knows, as text, without what PostgreSQL cannot keep (NUL, half characters). */
export function knownFields(posted: Draft): Draft {
  const kept: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(posted)) {
    if (!isKnown(name)) continue
    kept[name] = typeof value === 'string' ? storableText(value) : value.map(storableText)
  }
  return kept
}

function isKnown(name: string): boolean {
  if (general.some(([field]) => field === name)) return true
  const confirmed = /^confirm\.(0|[1-9]\d?)\.(of|same|final)$/.exec(name)
  if (confirmed) return Number(confirmed[1]) < maxConfirmed
  const topic = topicOf(name)
  if (topic === null) return false
  const section = sectionOf(topic)
  const parts = name.split('.').slice(1)
  if (section.list && !(/^(0|[1-9]\d?)$/.test(parts[0] ?? '') && Number(parts.shift()) < maxEntries))
    return false
  return section.fields.some((field) => inputNames(field).includes(parts.join('.')))
}

function topicOf(name: string): ChangeTopic | null {
  const first = name.split('.')[0]
  return name.includes('.') ? (changeTopics.find((topic) => topic === first) ?? null) : null
}

function listSection(topic: string): FormSection | null {
  return sections.find((section) => section.list && section.topic === topic) ?? null
}
