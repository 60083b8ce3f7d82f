import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { month } from '@/domain/calendar'
import { cents } from '@/domain/money'
import { changeTopics, nothingChanged } from '@/domain/statement/answers'
import { noKnownIncome } from '@/domain/statement/known-income'
import { draftOf, prefill } from '@/features/statement/answers-of'
import {
  addEntry,
  type Draft,
  entryCount,
  joinDrafts,
  knownFields,
  mergeDraft,
  removeEntry,
  tickedIn,
} from '@/features/statement/draft'
import { maxEntries, sectionOf } from '@/features/statement/form'
import {
  estimateMark,
  type FormContext,
  journeyOf,
  readDraft,
  readSending,
} from '@/features/statement/schema'

const alone: FormContext = {
  kind: 'statement',
  month: month('2026-11'),
  adultIds: ['ana'],
  estimates: [],
  correcting: null,
}
const couple: FormContext = { ...alone, adultIds: ['ana', 'luc'] }

const full: Draft = {
  changed: [...changeTopics],
  'work.0.adultId': 'ana',
  'work.0.employer': 'Café du coin',
  'work.0.gross': '1 234,56 $',
  'work.0.net': '1000',
  'work.0.certainty': 'estimated',
  'work.1.adultId': 'luc',
  'work.1.employer': 'Usine',
  'work.1.gross': '200',
  'work.1.net': '150.5',
  'work.1.certainty': 'final',
  'work.1.ended.day': '6',
  'work.1.ended.month': '11',
  'work.1.ended.year': '2026',
  'selfEmployment.0.adultId': 'ana',
  'selfEmployment.0.activity': 'Couture',
  'selfEmployment.0.net': '40',
  'selfEmployment.0.certainty': 'final',
  'otherIncome.0.adultId': 'luc',
  'otherIncome.0.kind': 'pension',
  'otherIncome.0.amount': '75',
  'otherIncome.0.certainty': 'final',
  'people.0.what': 'childArrived',
  'people.0.name': 'Zoé',
  'people.0.on.day': '2',
  'people.0.on.month': '11',
  'people.0.on.year': '2026',
  'move.on.day': '1',
  'move.on.month': '12',
  'move.on.year': '2026',
  'move.street': '12, rue des Érables',
  'move.city': 'Sorel-Tracy',
  'move.postalCode': 'j3p 1a1',
  'move.tenure': 'tenant',
  'move.rent': '650',
  'studies.0.adultId': 'ana',
  'studies.0.what': 'started',
  'studies.0.on.day': '3',
  'studies.0.on.month': '11',
  'studies.0.on.year': '2026',
  'studies.0.level': 'college',
  'studies.0.fullTime': 'no',
  'absence.0.adultId': 'ana',
  'absence.0.leftOn.day': '4',
  'absence.0.leftOn.month': '11',
  'absence.0.leftOn.year': '2026',
  'absence.0.place': 'Ontario',
  'absence.0.reason': 'Visite',
  'assets.liquid': '1200',
  'assets.details': 'Vente du vélo',
  'health.0.adultId': 'luc',
  'health.0.what': 'admitted',
  'health.0.on.day': '5',
  'health.0.on.month': '11',
  'health.0.on.year': '2026',
  'other.words': 'Merci',
}

describe('a draft read strictly', () => {
  it('S-01 nothing ticked is "nothing changed"', () => {
    expect(readDraft({}, alone)).toEqual({ answers: { ...nothingChanged, confirmed: [] }, errors: [] })
  })

  it('S-02 reads every part of every topic into the answers', () => {
    const { answers, errors } = readDraft(full, couple)
    expect(errors).toEqual([])
    expect(answers).toEqual({
      changed: [...changeTopics],
      work: [
        {
          adultId: 'ana',
          employer: 'Café du coin',
          grossCents: 123_456,
          netCents: 100_000,
          certainty: 'estimated',
          ended: null,
        },
        {
          adultId: 'luc',
          employer: 'Usine',
          grossCents: 20_000,
          netCents: 15_050,
          certainty: 'final',
          ended: '2026-11-06',
        },
      ],
      selfEmployment: [{ adultId: 'ana', activity: 'Couture', netCents: 4_000, certainty: 'final' }],
      otherIncome: [{ adultId: 'luc', kind: 'pension', monthlyCents: 7_500, certainty: 'final' }],
      people: [{ what: 'childArrived', name: 'Zoé', on: '2026-11-02' }],
      move: {
        on: '2026-12-01',
        street: '12, rue des Érables',
        city: 'Sorel-Tracy',
        postalCode: 'J3P 1A1',
        tenure: 'tenant',
        monthlyRentCents: 65_000,
      },
      studies: [{ adultId: 'ana', what: 'started', on: '2026-11-03', level: 'college', fullTime: false }],
      absences: [{ adultId: 'ana', leftOn: '2026-11-04', backOn: null, place: 'Ontario', reason: 'Visite' }],
      assets: { liquidCents: 120_000, details: 'Vente du vélo' },
      health: [{ adultId: 'luc', what: 'admitted', on: '2026-11-05' }],
      other: 'Merci',
      confirmed: [],
    })
  })

  it('S-03 answers made into a draft read back as the same answers', () => {
    const { answers } = readDraft(full, couple)
    if (!answers) throw new Error('S-02 must pass first')
    expect(readDraft(draftOf(answers), couple).answers).toEqual(answers)
  })

  it('S-04 what was typed under a topic that is not ticked is no answer and no error', () => {
    expect(readDraft({ ...full, changed: [], 'work.0.net': '-1' }, couple).answers).toEqual({
      ...nothingChanged,
      confirmed: [],
    })
  })

  it('S-05 a ticked topic with nothing typed says every field, once, in order', () => {
    const { errors } = readDraft({ changed: 'work' }, couple)
    expect(errors.map(({ field, key }) => [field, key])).toEqual([
      ['work.0.adultId', 'adult.required'],
      ['work.0.employer', 'text.required'],
      ['work.0.gross', 'money.required'],
      ['work.0.net', 'money.required'],
      ['work.0.certainty', 'choice.required'],
    ])
    expect(errors.every((error) => error.page === 'questions')).toBe(true)
  })

  it('S-06 an adult alone is not asked who; another person’s id is refused', () => {
    const job = { ...full, changed: ['selfEmployment'], 'selfEmployment.0.adultId': '' }
    expect(readDraft(job, alone).answers?.selfEmployment[0]?.adultId).toBe('ana')
    expect(readDraft({ ...job, 'selfEmployment.0.adultId': 'eve' }, alone).errors[0]?.key).toBe(
      'adult.required',
    )
  })

  it('S-07 an optional date left empty is none; half a date is an error on the part that misses', () => {
    const { errors } = readDraft({ ...full, 'work.0.ended.day': '3' }, couple)
    expect(errors).toMatchObject([{ field: 'work.0.ended', part: 'month', key: 'date.monthMissing' }])
  })

  it('S-08 a return before the departure is refused', () => {
    const back = {
      'absence.0.backOn.day': '3',
      'absence.0.backOn.month': '11',
      'absence.0.backOn.year': '2026',
    }
    expect(readDraft({ ...full, ...back }, couple).errors).toMatchObject([
      { field: 'absence.0.backOn', key: 'date.backBeforeLeft' },
    ])
  })

  it('S-09 a birth may be expected, a job cannot have ended next month', () => {
    const at = (name: string, numberOfMonth: string) => ({
      [`${name}.day`]: '1',
      [`${name}.month`]: numberOfMonth,
      [`${name}.year`]: '2027',
    })
    expect(readDraft({ ...full, ...at('health.0.on', '4') }, couple).errors).toEqual([])
    expect(readDraft({ ...full, ...at('work.0.ended', '1') }, couple).errors).toMatchObject([
      { field: 'work.0.ended', key: 'date.tooLate', values: { latest: '2026-11-30' } },
    ])
  })
})

describe('estimates to confirm', () => {
  const estimate = { topic: 'work', adultId: 'ana', name: 'Café', estimatedCents: cents(40_000) } as const
  const context: FormContext = { ...alone, estimates: [estimate] }
  const of = { 'confirm.0.of': estimateMark(estimate) }

  it('S-10 each is asked, and answered by the same amount or another', () => {
    expect(readDraft(of, context).errors).toMatchObject([
      { page: 'start', field: 'confirm.0.same', key: 'confirm.required' },
    ])
    const same = readDraft({ ...of, 'confirm.0.same': 'yes' }, context)
    expect(same.answers?.confirmed).toEqual([{ ...estimate, finalCents: 40_000 }])
    const other = readDraft({ ...of, 'confirm.0.same': 'no', 'confirm.0.final': '450' }, context)
    expect(other.answers?.confirmed).toEqual([{ ...estimate, finalCents: 45_000 }])
  })

  it('S-11 an answer about another amount confirms nothing: the estimate changed meanwhile', () => {
    const stale = { 'confirm.0.of': estimateMark({ ...estimate, estimatedCents: cents(1) }) }
    expect(readDraft({ ...stale, 'confirm.0.same': 'yes' }, context).errors).toHaveLength(1)
  })

  it('S-12 another amount leads through the verification, where the attestation is then asked', () => {
    const draft = { ...of, 'confirm.0.same': 'no', 'confirm.0.final': '450' }
    expect(journeyOf(draft, context).estimateDiffers).toBe(true)
    expect(readSending(draft, context)).toMatchObject([{ page: 'verification', key: 'attest.required' }])
  })
})

describe('a change report', () => {
  const change: FormContext = { ...alone, kind: 'change' }

  it('S-13 must say what changed', () => {
    expect(readDraft({}, change).errors).toMatchObject([{ page: 'start', field: 'changed' }])
  })

  it('S-14 for the office alone, keeps to people, a move and words, and says so of the rest', () => {
    const draft: Draft = { changed: ['other'], private: 'yes', 'other.words': 'Appelez le matin' }
    expect(readDraft(draft, change).answers?.changed).toEqual(['other'])
    const more = readDraft({ ...draft, changed: ['work', 'other'] }, change)
    expect(more.errors).toMatchObject([{ page: 'start', key: 'changed.notPrivate' }])
    expect(readDraft({ ...draft, changed: ['work'] }, change).errors).toMatchObject([
      { key: 'changed.required' },
    ])
  })
})

describe('what is sent with the answers', () => {
  it('S-15 the attestation, and a reason for a correction', () => {
    expect(readSending({ attest: 'yes' }, alone)).toEqual([])
    const correcting: FormContext = { ...alone, correcting: 1 }
    expect(readSending({ attest: 'yes' }, correcting)).toMatchObject([
      { page: 'verification', field: 'correctionReason', key: 'correctionReason.required' },
    ])
    expect(readSending({ attest: 'yes', correctionReason: 'Erreur de montant' }, correcting)).toEqual([])
  })
})

describe('a draft', () => {
  it('S-16 keeps the other pages when one is sent, and what was typed under a topic unticked', () => {
    const draft = mergeDraft(full, { changed: 'move' }, 'start')
    expect(tickedIn(draft)).toEqual(['move'])
    expect(draft['work.0.net']).toBe('1000')
    expect(tickedIn(mergeDraft(full, {}, 'start'))).toEqual([])
  })

  it('S-17 replaces a topic its page carried: an untouched radio does not come back', () => {
    const draft = mergeDraft(full, { 'work.0.employer': 'Autre' }, 'questions')
    expect(draft['work.0.employer']).toBe('Autre')
    expect(draft['work.0.certainty']).toBeUndefined()
    expect(draft['work.1.employer']).toBeUndefined()
    expect(draft['move.city']).toBe('Sorel-Tracy')
  })

  it('S-18 leaves out names we never asked, and what a database cannot keep', () => {
    expect(
      knownFields({
        __proto__x: '1',
        constructor: '1',
        formKey: 'x',
        'work.99.employer': 'x',
        'work.00.employer': 'x',
        'work.0.salary': '1',
        'move.0.city': 'x',
        'people.0.on': '1',
        'other.words': 'a\0b\ud800c\r\nd',
      }),
    ).toEqual({ 'other.words': 'abc\nd' })
  })

  it('S-19 one more job, one less: the others move up with all they hold', () => {
    const work = sectionOf('work')
    const three = addEntry(full, 'work')
    expect(entryCount(three, work)).toBe(3)
    const without = removeEntry(three, 'work.0')
    expect(entryCount(without, work)).toBe(2)
    expect(without['work.0.employer']).toBe('Usine')
    expect(without['work.0.ended.day']).toBe('6')
    expect(removeEntry(full, 'work.zero')).toBe(full)
    expect(addEntry(full, 'move')).toBe(full)
  })

  it('S-20 a list has an end', () => {
    let draft = full
    for (let count = 0; count < 50; count += 1) draft = addEntry(draft, 'work')
    expect(entryCount(draft, sectionOf('work'))).toBe(maxEntries)
  })

  it('S-21 is filled with last month’s income where nothing was typed, never with its certainty', () => {
    const known = { ...noKnownIncome, ...readDraft(full, couple).answers, liquidCents: cents(0) }
    const filled = prefill({ changed: ['work'] }, ['work'], known)
    expect(filled['work.0.net']).toBe('1000,00')
    expect(filled['work.0.certainty']).toBeUndefined()
    expect(filled['move.city']).toBeUndefined()
    expect(prefill({ 'work.0.employer': '' }, ['work'], known)['work.0.employer']).toBe('')
  })

  it('S-23 two answers join: mine win on the same topic, the other’s stay on the rest', () => {
    const sent = {
      changed: ['work', 'other'],
      'work.0.net': '1',
      'work.1.net': '2',
      'other.words': 'Bonjour',
    }
    const mine = { changed: ['move', 'work'], 'work.0.net': '9', 'move.city': 'Alma' }
    expect(joinDrafts(sent, mine)).toEqual({
      changed: ['work', 'move', 'other'],
      'work.0.net': '9',
      'move.city': 'Alma',
      'other.words': 'Bonjour',
    })
  })

  it('S-22 whatever the fields, reading names problems and never throws', () => {
    const names = fc.constantFrom(...Object.keys(full), 'confirm.0.same', 'private', 'x')
    const values = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.string()), fc.constantFrom('yes', '1'))
    fc.assert(
      fc.property(fc.dictionary(names, values), (posted) => {
        const draft = mergeDraft(full, posted, 'questions')
        const { answers, errors } = readDraft(draft, couple)
        expect(answers === null).toBe(errors.length > 0)
      }),
      { numRuns: 300 },
    )
  })
})
