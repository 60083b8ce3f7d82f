import { describe, expect, test } from 'vitest'
import {
  countQuestions,
  errorsIn,
  fieldsOf,
  findPage,
  isPrivate,
  isSecret,
  journeyOf,
  pageAfter,
  pageId,
  type PageRef,
  partOf,
  prune,
  sectionsOf,
  statusOf,
} from '@/domain/application/journey'
import type { Draft } from '@/domain/draft'
import { answers, child, couple, date, errorsOfAll, fieldNamesOf, pagesOf, send, today } from './build'

describe('a single adult with nothing', () => {
  test('answers at most 40 questions, the direct deposit among them', () => {
    const draft = answers()
    expect(errorsOfAll(draft)).toEqual([])
    expect(countQuestions(journeyOf(draft, 'applicant', today), draft, today)).toBe(39)
  })

  test('walks from the first page to the check, each page once', () => {
    const said = answers()
    const seen: string[] = []
    let draft: Draft = {}
    let ref: PageRef | null = journeyOf(draft, 'applicant', today)[0] ?? null
    while (ref && seen.length < 100) {
      seen.push(pageId(ref))
      draft = send(draft, ref, said)
      expect(errorsIn(ref, draft, today)).toEqual([])
      ref = pageAfter(ref, draft, 'applicant', today)
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(pagesOf(said))
    expect(seen).toEqual([
      'urgent',
      'identity',
      'reason',
      'status',
      'before',
      'numbers',
      'reaching',
      'helper',
      'dwelling',
      'address',
      'rent',
      'livesWith',
      'pastUnion',
      'studies',
      'health',
      'work',
      'independence',
      'away',
      'income',
      'awaited',
      'money',
      'owned',
      'givenAway',
      'deposit',
      'account',
      'needs',
      'more',
    ])
  })

  test('urgent need comes first', () => {
    expect(journeyOf({}, 'applicant', today)[0]).toEqual({ page: 'urgent', whose: 'applicant', index: null })
  })
})

describe('the task list', () => {
  test('a section is to do, started or done', () => {
    const status = (draft: Draft, section: string) =>
      sectionsOf(draft, 'applicant', today).find((one) => one.section === section)?.status
    expect(status({}, 'you')).toBe('todo')
    expect(status({ givenName: 'Noé' }, 'you')).toBe('started')
    expect(status(answers(), 'you')).toBe('done')
    expect(status(answers({ givenName: '' }), 'you')).toBe('started')
    expect(status(answers(), 'children')).toBeUndefined()
  })

  test('a page without a required answer is done once it was seen', () => {
    const more: PageRef = { page: 'more', whose: 'applicant', index: null }
    expect(statusOf(more, {}, today)).toBe('todo')
    expect(statusOf(more, { more: '' }, today)).toBe('done')
  })

  test('after a page comes the next that is not done, then those left before; then none', () => {
    const ref = (page: PageRef['page']): PageRef => ({ page, whose: 'applicant', index: null })
    const { rent: _, ...draft } = answers()
    expect(pageAfter(ref('urgent'), draft, 'applicant', today)).toEqual(ref('rent'))
    expect(pageAfter(ref('needs'), draft, 'applicant', today)).toEqual(ref('rent'))
    expect(pageAfter(ref('needs'), answers(), 'applicant', today)).toBeNull()
  })
})

describe('branches', () => {
  test('a page that is not asked is not found, whatever the address', () => {
    for (const id of ['child-0', 'spouse', 'spouse-status', 'job-0', '__proto__', 'identity-', '']) {
      expect(findPage(id, answers(), 'applicant', today)).toBeNull()
    }
    expect(findPage('identity', answers(), 'applicant', today)?.page).toBe('identity')
  })

  test('the answers of a branch that is left are left out', () => {
    const draft = prune(
      answers({ work: 'never', 'jobs.0.employer': 'Dépanneur', 'jobs.0.net': '100' }),
      today,
    )
    expect(Object.keys(draft).filter((name) => name.startsWith('jobs.'))).toEqual([])
    // An answer that opened a page which opened another: all of it goes.
    const far = { couple: 'lessThanAYear', ...date('coupleSince', '2026-05-01') }
    expect(Object.keys(prune(answers({ ...far, livesWith: 'partner' }), today))).toContain('coupleSince.day')
    expect(Object.keys(prune(answers({ ...far, livesWith: 'nobody' }), today))).not.toContain(
      'coupleSince.day',
    )
  })

  test('names that are no question of ours are left out', () => {
    const draft = prune(
      { ...answers(), admin: 'yes', ['__proto__x']: '1', 'children.0.givenName': 'X' },
      today,
    )
    expect(draft).toEqual(prune(answers(), today))
  })

  test('entries are asked one after the other, each with its own follow-up', () => {
    const two = answers({
      livesWith: 'children',
      childrenMoney: 'no',
      ...child(0, { another: 'yes' }),
      ...child(1, { lives: 'sharedCustody', custodyDays: '7', custodyPaper: 'judgment' }),
    })
    expect(pagesOf(two).filter((id) => id.startsWith('child'))).toEqual([
      'child-0',
      'childLife-0',
      'childOtherParent-0',
      'child-1',
      'childLife-1',
      'childCustody-1',
      'childOtherParent-1',
      'childrenMoney',
    ])
    expect(errorsOfAll(two)).toEqual([])
  })

  test('a child of 16 is asked about school, a younger one is not', () => {
    const aged = (year: string) => answers({ livesWith: 'children', ...child(0, { 'birthDate.year': year }) })
    expect(pagesOf(aged('2010'))).toContain('childGrown-0')
    expect(pagesOf(aged('2011'))).not.toContain('childGrown-0')
  })

  test('a hundred children: the twentieth is the last page, and says to tell the rest in words', () => {
    const many = Object.assign(
      {},
      ...Array.from({ length: 100 }, (_, index) => child(index, { another: 'yes' })),
    ) as Draft
    const draft = answers({ livesWith: 'children', childrenMoney: 'no', ...many })
    expect(pagesOf(draft).filter((id) => id.startsWith('child-'))).toHaveLength(20)
    expect(errorsOfAll(draft)).toEqual(['children.19.another: list.full'])
    expect(Object.keys(prune(draft, today)).some((name) => name.startsWith('children.20.'))).toBe(false)
  })

  test('income: one page for each kind ticked, under its own name', () => {
    const draft = answers({ income: 'gift employmentInsurance' })
    expect(pagesOf(draft).filter((id) => id.startsWith('incomeItem'))).toEqual([
      'incomeItem-employmentInsurance',
      'incomeItem-gift',
    ])
    expect(fieldNamesOf(draft)).toContain('incomes.employmentInsurance.amount')
  })

  test('someone without a home gives a city, and where letters may wait', () => {
    const homeless = answers({
      dwelling: 'noHome',
      street: '',
      postalCode: '',
      rent: '',
      lettersAt: 'Accueil',
    })
    expect(errorsOfAll(homeless)).toEqual([])
    expect(fieldNamesOf(homeless)).not.toContain('street')
    expect(pagesOf(homeless)).not.toContain('rent')
  })
})

describe('two adults', () => {
  test('the applicant who answers for both is asked the spouse’s pages, in the section of the spouse', () => {
    const draft = couple()
    expect(errorsOfAll(draft)).toEqual([])
    const spouse = sectionsOf(draft, 'applicant', today).find(({ section }) => section === 'spouse')
    expect(spouse?.pages.map(pageId).slice(0, 3)).toEqual(['spouse', 'spouse-status', 'spouse-before'])
    expect(spouse?.status).toBe('done')
  })

  test('the spouse who answers alone has pages of their own, and the applicant none of them', () => {
    const draft = couple({ spouseAnswers: 'self' })
    expect(pagesOf(draft).some((id) => id.startsWith('spouse-'))).toBe(false)
    const own = pagesOf(draft, 'spouse')
    expect(own[0]).toBe('spouse-urgent')
    expect(own.every((id) => id.startsWith('spouse-'))).toBe(true)
  })

  test('without a spouse there is nothing for one to answer', () => {
    expect(pagesOf(answers(), 'spouse')).toEqual([])
  })

  test('how to reach someone safely is asked of them alone, even when the other answers for them', () => {
    const kept = ['urgent', 'reaching', 'reachWords', 'helper', 'helperWho', 'more']
    const asked = pagesOf(couple({ 'spouse.safeReach': 'onlyAsISay' }))
    for (const page of kept) expect(asked).not.toContain(`spouse-${page}`)
    expect(pagesOf(couple({ 'spouse.safeReach': 'onlyAsISay' }), 'spouse')).toContain('spouse-reachWords')
    for (const name of [
      'phone',
      'reachWords',
      'spouse.phone',
      'urgentNeeds',
      'helperName',
      'protectAddress',
    ]) {
      expect(isPrivate(name)).toBe(true)
    }
    for (const name of ['rent', 'givenName', 'spouse.status', 'nobody.knows'])
      expect(isPrivate(name)).toBe(false)
  })

  test('the numbers of people and of accounts are sealed, wherever they stand', () => {
    const secret = [
      'sin',
      'spouse.sin',
      'healthNumber',
      'children.3.healthNumber',
      'transit',
      'institution',
      'account',
    ]
    for (const name of secret) expect(isSecret(name)).toBe(true)
    for (const name of ['givenName', 'healthNumberNone', 'children.3.givenName'])
      expect(isSecret(name)).toBe(false)
  })

  test('each answer is kept where it belongs', () => {
    const places = Object.fromEntries(
      [
        'rent',
        'children.0.givenName',
        'others.2.tie',
        'spouseGivenName',
        'homeValueUnknown',
        'givenName',
        'birthDate.day',
        'jobs.0.employer',
        'spouse.jobs.0.employer',
        'spouse.status',
        'phone',
      ].map((name) => [name, partOf(name)]),
    )
    expect(places).toEqual({
      rent: 'household',
      'children.0.givenName': 'household',
      'others.2.tie': 'household',
      spouseGivenName: 'household',
      homeValueUnknown: 'household',
      givenName: 'applicant',
      'birthDate.day': 'applicant',
      'jobs.0.employer': 'applicant',
      'spouse.jobs.0.employer': 'spouse',
      'spouse.status': 'spouse',
      phone: 'applicant',
    })
  })

  test('addresses of pages hold letters, digits and hyphens only', () => {
    for (const id of pagesOf(couple({ income: 'gift', 'spouse.work': 'now' }))) expect(id).toMatch(/^[\w-]+$/)
    expect(pageId({ page: 'job', whose: 'spouse', index: 1 })).toBe('spouse-job-1')
    expect(fieldsOf({ page: 'job', whose: 'spouse', index: 1 }, {}, today)[0]?.name).toBe(
      'spouse.jobs.1.employer',
    )
  })
})
