import { addMonths, parseDay } from '../calendar'
import { cents } from '../money'
import { isPhone } from '../offices/phone'
import type { CallState, Errand, Facts, FileFacts, Say, Told, ToldWork, Whose } from './call'

/*
 * The steps of a call: what each asks, and what it understands. A row more is a question more.
 */

export const stepNames = [
  ...['language', 'file', 'birth', 'code', 'menu', 'estimate', 'changes', 'alsoWork', 'dollars', 'cents'],
  ...['certainty', 'readBack', 'receipt', 'person', 'number', 'transferred', 'over'],
] as const
export type StepName = (typeof stepNames)[number]

/** What was understood: what it changes, what is said of it, what is done first. Null: nothing. */
export type Heard = {
  readonly change: Partial<CallState>
  readonly say?: readonly Say[]
  readonly errand?: Errand
} | null

type Step = {
  /** One key, several ended by the pound key, or the figures of an amount, where 0 and 9 are only figures. */
  readonly takes: 'one' | 'many' | 'amount'
  readonly ask: (state: CallState, facts: Facts) => readonly Say[]
  readonly hear: (state: CallState, keys: string, facts: Facts) => Heard
}

const go = (step: StepName, change: Partial<CallState> = {}, say: readonly Say[] = []): Heard => ({
  change: { ...change, step },
  say,
})

export const steps: Readonly<Record<StepName, Step>> = {
  language: {
    takes: 'one',
    ask: () => [
      { code: 'welcome', in: 'fr' },
      { code: 'welcome', in: 'en' },
    ],
    hear: (_, keys) =>
      keys === '1' || keys === '2' ? go('file', { language: keys === '1' ? 'fr' : 'en' }) : null,
  },
  file: {
    takes: 'many',
    ask: () => [{ code: 'askFile' }],
    hear: (_, keys) => (/^\d{4,20}$/.test(keys) ? go('birth', { file: keys }) : null),
  },
  birth: {
    takes: 'many',
    ask: () => [{ code: 'askBirth' }],
    hear: (_, keys) => {
      const birth = /^\d{8}$/.test(keys)
        ? parseDay(`${keys.slice(4)}-${keys.slice(2, 4)}-${keys.slice(0, 2)}`)
        : null
      return birth && go('code', { birth })
    },
  },
  code: {
    takes: 'many',
    ask: () => [{ code: 'askCode' }],
    hear: (_, keys) => {
      if (keys === '1') return { change: {}, errand: { kind: 'sendCode' } }
      return /^\d{5,6}$/.test(keys) ? { change: {}, errand: { kind: 'prove', code: keys } } : null
    },
  },
  menu: {
    takes: 'one',
    ask: (_, { file }) => (file ? menuOf(file) : []),
    hear: (_, keys, { file }) => {
      const [due] = file?.due ?? []
      if (keys === '1' && file && due) return beginTelling(file, due)
      return keys === '2' && file?.receipt ? go('receipt') : null
    },
  },
  estimate: {
    takes: 'one',
    ask: ({ told }, { file }) => {
      const estimate = file?.estimates[told?.finals.length ?? 0]
      if (!file || !estimate) return []
      const { adult, topic, cents: amount } = estimate
      return [{ code: 'estimate', whose: whoseOf(file, adult), topic, amount }]
    },
    hear: ({ told }, keys, { file }) => {
      const estimate = file?.estimates[told?.finals.length ?? 0]
      if (!told || !file || !estimate) return null
      if (keys === '1') return afterFinal({ ...told, finals: [...told.finals, estimate.cents] }, file)
      return keys === '2' ? go('dollars', { asking: 'final' }) : null
    },
  },
  changes: {
    takes: 'one',
    ask: ({ adult }, { file }) => (file ? [{ code: 'changes', whose: whoseOf(file, adult) }] : []),
    hear: (state, keys, { file }) => {
      const { told, adult } = state
      if (!told || !file) return null
      if (keys === '1') return afterAdult(state, told, file)
      if (keys === '2' && (file.jobs[adult] ?? 0) <= 1) return go('dollars', { asking: 'gross' })
      const other = { ...told, other: true }
      // Which of several jobs it is cannot be told by keys.
      if (keys === '2') return afterAdult(state, other, file, [{ code: 'severalJobs' }])
      return keys === '3' ? go('alsoWork', { told: other }, [{ code: 'otherNoted' }]) : null
    },
  },
  alsoWork: {
    takes: 'one',
    ask: () => [{ code: 'alsoWork' }],
    hear: (state, keys, { file }) => {
      if (!state.told || !file) return null
      if (keys === '2') return afterAdult(state, state.told, file)
      if (keys !== '1') return null
      return (file.jobs[state.adult] ?? 0) <= 1
        ? go('dollars', { asking: 'gross' })
        : afterAdult(state, state.told, file, [{ code: 'severalJobs' }])
    },
  },
  dollars: {
    takes: 'amount',
    ask: ({ asking }) => [
      { code: asking === 'gross' ? 'askGross' : asking === 'net' ? 'askNet' : 'askFinal' },
    ],
    hear: (_, keys) => (/^\d{1,6}$/.test(keys) ? go('cents', { dollars: Number(keys) }) : null),
  },
  cents: {
    takes: 'amount',
    ask: () => [{ code: 'askCents' }],
    hear: ({ told, asking, dollars, grossCents }, keys, { file }) => {
      // One figure could be five cents or fifty.
      if (!told || !file || !/^(\d{2}|0)$/.test(keys)) return null
      const amount = cents(dollars * 100 + Number(keys))
      if (asking === 'final') return afterFinal({ ...told, finals: [...told.finals, amount] }, file)
      if (asking === 'gross') return go('dollars', { grossCents: amount, asking: 'net' })
      return amount > grossCents
        ? go('dollars', { asking: 'gross' }, [{ code: 'netAboveGross' }])
        : go('certainty', { netCents: amount })
    },
  },
  certainty: {
    takes: 'one',
    ask: () => [{ code: 'certainty' }],
    hear: (state, keys, { file }) => {
      const { told, adult, grossCents, netCents } = state
      if (!told || !file || (keys !== '1' && keys !== '2')) return null
      const work: ToldWork = {
        adult,
        grossCents,
        netCents,
        certainty: keys === '1' ? 'final' : 'estimated',
      }
      return afterAdult(state, { ...told, work: [...told.work, work] }, file)
    },
  },
  readBack: {
    takes: 'one',
    ask: ({ told, paymentCents }, { file }) => (told && file ? readBack(told, paymentCents, file) : []),
    hear: ({ told }, keys, { file }) => {
      if (!told || !file) return null
      if (keys === '1') return { change: {}, errand: { kind: 'file', told } }
      const due = file.due.find(({ month }) => month === told.month)
      return keys === '2' && due ? beginTelling(file, due) : null
    },
  },
  receipt: {
    takes: 'one',
    ask: (_, { file }) =>
      file?.receipt ? [{ code: 'receipt', ...file.receipt }, { code: 'receiptKeys' }] : [],
    hear: () => null,
  },
  person: {
    takes: 'one',
    ask: (_, { isAnswered, answersFrom, file }) => [
      isAnswered ? { code: 'personOpen' } : { code: 'personClosed', at: answersFrom },
      ...(file ? ([{ code: 'personBack' }] as const) : []),
      { code: 'personKeys' },
    ],
    hear: (_, keys, { isAnswered, file }) => {
      if (keys === '1' && isAnswered) return go('transferred')
      return keys === '2' && file ? go('number') : null
    },
  },
  number: {
    takes: 'many',
    ask: (_, { knowsNumber }) => [
      ...(knowsNumber ? ([{ code: 'numberHere' }] as const) : []),
      { code: 'numberOther' },
    ],
    hear: (_, keys, { knowsNumber }) => {
      if (keys === '1' && knowsNumber) return { change: {}, errand: { kind: 'askCallBack', number: null } }
      const number = `+1${keys}`
      return isPhone(number) ? { change: {}, errand: { kind: 'askCallBack', number } } : null
    },
  },
  transferred: { takes: 'one', ask: () => [], hear: () => null },
  over: { takes: 'one', ask: () => [], hear: () => null },
}

/** So many statements are named; of the others one hears that they are there, after these are sent. */
const MOST_DUE = 3

function menuOf({ due, payment, receipt, closedFrom }: FileFacts): Say[] {
  return [
    ...(closedFrom === null ? [] : [{ code: 'closed', month: closedFrom } as const]),
    ...(due.length === 0 ? [{ code: 'nothingDue' } as const] : []),
    ...due.slice(0, MOST_DUE).map(({ month: of, dueOn, late }) => ({
      code: late ? ('late' as const) : ('due' as const),
      month: of,
      day: dueOn,
    })),
    ...(due.length > MOST_DUE ? [{ code: 'moreDue', count: due.length - MOST_DUE } as const] : []),
    ...(payment ? [paymentSaid(payment)] : []),
    ...(due[0] ? [{ code: 'menuFile', month: due[0].month } as const] : []),
    ...(receipt ? [{ code: 'menuReceipt' } as const] : []),
    { code: 'menuKeys' },
  ]
}

function paymentSaid({ month, paidOn: day, cents: amount }: NonNullable<FileFacts['payment']>): Say {
  return amount === null ? { code: 'paymentUnknown', month, day } : { code: 'payment', month, day, amount }
}

/** Begins to tell a month: what was estimated before it first, then each adult in turn. */
function beginTelling({ estimates }: FileFacts, { month, late, begun }: FileFacts['due'][number]): Heard {
  const say: Say[] = [
    ...(late ? [{ code: 'lateNote' } as const] : []),
    ...(begun ? [{ code: 'begunNote' } as const] : []),
  ]
  const told: Told = { month, work: [], other: false, finals: [] }
  return go(estimates.length > 0 ? 'estimate' : 'changes', { told, adult: 0 }, say)
}

function afterFinal(told: Told, { estimates }: FileFacts): Heard {
  return go(told.finals.length < estimates.length ? 'estimate' : 'changes', { told })
}

/** The next adult; after the last, what it comes to. */
function afterAdult({ adult }: CallState, told: Told, { jobs }: FileFacts, say: readonly Say[] = []): Heard {
  if (adult + 1 < jobs.length) return go('changes', { told, adult: adult + 1 }, say)
  return { change: { told }, say, errand: { kind: 'preview', told } }
}

function readBack(told: Told, paymentCents: CallState['paymentCents'], file: FileFacts): Say[] {
  const finals = file.estimates.map(({ adult, topic }, index): Say => {
    return { code: 'readFinal', whose: whoseOf(file, adult), topic, amount: told.finals[index]! }
  })
  const adults = file.jobs.map((_, adult): Say => {
    const whose = whoseOf(file, adult)
    const work = told.work.find((one) => one.adult === adult)
    if (!work) return { code: told.other ? 'readNoWork' : 'readNothing', whose }
    const { grossCents: gross, netCents: amount, certainty } = work
    return { code: 'readWork', whose, gross, amount, certainty }
  })
  return [
    { code: 'readMonth', month: told.month },
    ...finals,
    ...adults,
    ...(told.other ? [{ code: 'readOther' } as const] : []),
    paymentCents === null
      ? { code: 'readPaymentUnknown' }
      : { code: 'readPayment', month: addMonths(told.month, 1), amount: paymentCents },
    { code: 'attest' },
  ]
}

const whoseOf = ({ jobs }: FileFacts, adult: number): Whose =>
  adult !== 0 ? 'other' : jobs.length === 1 ? 'alone' : 'own'
