import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Known } from '../../prisma/import/check-household'
import { readLine, type Reading } from '../../prisma/import/read-line'
import { commandWords, faultWords, phrase } from '../../prisma/import/words'
import { inProject } from '../../src/setup/places.mjs'
import { adult, header, household, totals } from './made-up'

/*
 * Numbered cases, before the code:
 *   IR-01 the example of the format is accepted, line by line
 *   IR-02 each fault of a field has its sentence, at its place
 *   IR-03 what fields say beside each other: ages, periods, offices, mandates
 *   IR-04 what is no line at all: bytes, length, JSON
 *   IR-05 no explanation repeats a value of the line
 *   IR-06 whatever the bytes, the reader answers
 *   IR-07 every sentence is there in both languages, in the typography of each
 */
const known: Known = {
  madeOn: '2026-11-20' as Known['madeOn'],
  offices: new Map([
    ['009', { id: 'a', serves: true }],
    ['002', { id: 'b', serves: true }],
    ['H-01', { id: 'c', serves: false }],
  ]),
}
const read = (line: unknown): Reading => readLine(Buffer.from(JSON.stringify(line)), known)
const faults = (line: unknown): string[] => told(read(line))
const told = (reading: Reading): string[] =>
  reading.what === 'faulty' ? reading.faults.map(({ field, key }) => `${field} ${key}`.trim()) : []
const raw = (bytes: Uint8Array | string | null): string[] =>
  told(readLine(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, known))

test('IR-01 the example of the format is accepted', () => {
  const lines = readFileSync(inProject('prisma', 'import', 'example.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
  const readings = lines.map((line) => readLine(Buffer.from(line), known))
  expect(readings.flatMap(told)).toEqual([])
  expect(readings.map(({ what }) => what)).toEqual([
    'header',
    'household',
    'household',
    'household',
    'totals',
  ])
})

describe('IR-02 each fault of a field', () => {
  const inAdult = (more: object) => household('AAAA', { adults: [adult(more)] })
  const inSituation = (more: object) =>
    household('AAAA', {
      situations: [{ from: '2025-03', programme: 'socialAssistance', onAssistanceSince: '2025-03', ...more }],
    })
  const inAddress = (more: object) =>
    household('AAAA', {
      address: {
        street: '1, rue Inventée',
        city: 'Amos',
        postalCode: 'J9T 1A1',
        from: '2025-03-01',
        protected: false,
        ...more,
      },
    })
  const withContact = (contact: object) => inAdult({ contact })
  const cases: [string, unknown, string[]][] = [
    ['an unknown field', household('AAAA', { nickname: 'x' }), ['nickname unknownField']],
    ['an unknown field inside', inAdult({ nickname: 'x' }), ['adults[0].nickname unknownField']],
    ['a field named with a person', household('AAAA', { 'Jean Untel': 1 }), ['… unknownField']],
    ['no file number', household('AAAA', { fileNumber: undefined }), ['fileNumber fileNumber']],
    ['a file number in small letters', household('abc'), ['fileNumber fileNumber']],
    ['a file number too long', household('A'.repeat(33)), ['fileNumber fileNumber']],
    ['no adult', household('AAAA', { adults: [] }), ['adults noAdult']],
    ['three adults', household('AAAA', { adults: [adult(), adult(), adult()] }), ['adults tooMany']],
    ['adults that are no list', household('AAAA', { adults: {} }), ['adults list']],
    ['an adult that is no object', household('AAAA', { adults: ['x'] }), ['adults[0] notObject']],
    ['an adult without a name', inAdult({ familyName: '' }), ['adults[0].familyName empty']],
    ['an adult without a given name', inAdult({ givenName: undefined }), ['adults[0].givenName text']],
    ['a name without letters', inAdult({ givenName: '---' }), ['adults[0].givenName name']],
    ['a name too long', inAdult({ givenName: 'a'.repeat(101) }), ['adults[0].givenName tooLong']],
    ['a name with a space at its end', inAdult({ givenName: 'Noé ' }), ['adults[0].givenName unclean']],
    ['a NUL in a name', inAdult({ givenName: 'No\0é' }), ['adults[0].givenName unclean']],
    ['a lone surrogate', inAdult({ givenName: 'No\ud800é' }), ['adults[0].givenName unclean']],
    ['a day that does not exist', inAdult({ birthDate: '2026-02-30' }), ['adults[0].birthDate day']],
    ['a day written otherwise', inAdult({ birthDate: '30/01/1988' }), ['adults[0].birthDate day']],
    ['a language we do not speak', inAdult({ language: 'es' }), ['adults[0].language choice']],
    ['a number that is no SIN', inAdult({ sin: '000000001' }), ['adults[0].sin sin']],
    ['an e-mail address that is none', withContact({ email: 'noe@' }), ['adults[0].contact.email email']],
    [
      'a telephone as people write it',
      withContact({ mobile: '819 555-0100' }),
      ['adults[0].contact.mobile phone'],
    ],
    ['no situation', household('AAAA', { situations: [] }), ['situations noSituation']],
    ['a month that does not exist', inSituation({ from: '2025-13' }), ['situations[0].from month']],
    ['half a cent', inSituation({ recoveryCents: 12.5 }), ['situations[0].recoveryCents cents']],
    ['less than nothing', inSituation({ recoveryCents: -1 }), ['situations[0].recoveryCents cents']],
    [
      'an amount past the limit',
      inSituation({ recoveryCents: 100_000_000 }),
      ['situations[0].recoveryCents cents'],
    ],
    ['a programme nobody knows', inSituation({ programme: 'other' }), ['situations[0].programme choice']],
    ['yes for true', inSituation({ livesWithParents: 'yes' }), ['situations[0].livesWithParents flag']],
    ['a postal code of Ontario', inAddress({ postalCode: 'K1A 0A1' }), ['address.postalCode postalCode']],
    [
      'a postal code without its space',
      inAddress({ postalCode: 'J9T1A1' }),
      ['address.postalCode postalCode'],
    ],
    ['nothing said of protection', inAddress({ protected: undefined }), ['address.protected flag']],
    ['a header of another format', header({ format: 'csv' }), ['format format']],
    ['a header of another version', header({ version: 2 }), ['version version']],
    ['totals that are no number', totals([], { adults: '3' }), ['adults total']],
    ['a line of another type', household('AAAA', { type: 'statement' }), ['type type']],
  ]
  test.each(cases)('%s', (_title, line, expected) => expect(faults(line)).toEqual(expected))

  test('1e400 is no amount', () => {
    const text = JSON.stringify(inSituation({ recoveryCents: 7 })).replace(
      '"recoveryCents":7',
      '"recoveryCents":1e400',
    )
    expect(raw(text)).toEqual(['situations[0].recoveryCents cents'])
  })

  test('a name that JSON keeps for itself is an unknown field', () => {
    const text = JSON.stringify(household('AAAA')).replace('{', '{"__proto__":{"office":"002"},')
    expect(raw(text)).toEqual(['… unknownField'])
  })

  test('every fault of a line is told, not the first only', () => {
    const line = household('AAAA', {
      office: 7,
      adults: [adult({ familyName: '', birthDate: '2026-02-30' })],
    })
    expect(faults(line)).toEqual(['office text', 'adults[0].familyName empty', 'adults[0].birthDate day'])
  })

  test('a SIN of the right shape is accepted, and never needed', () => {
    // 000 is never issued.
    expect(faults(inAdult({ sin: '000000018' }))).toEqual([])
    expect(faults(inAdult({ sin: null }))).toEqual([])
  })
})

describe('IR-03 fields beside each other', () => {
  const mandate = (more: object = {}) => ({
    adult: 1,
    representative: { fileNumber: 'BBBB', adult: 1 },
    kind: 'powerOfAttorney',
    rights: ['read'],
    from: '2026-01-01',
    ...more,
  })
  const mandated = (more: object) => household('AAAA', { mandates: [mandate(more)] })
  const at17 = { birthDate: '2008-11-21' }
  const cases: [string, unknown, string[]][] = [
    ['an office nobody knows', household('AAAA', { office: '998' }), ['office unknownOffice']],
    ['a former office', household('AAAA', { office: 'H-01' }), ['office formerOffice']],
    ['someone of 17', household('AAAA', { adults: [adult(at17)] }), ['adults[0].birthDate tooYoung']],
    [
      'someone of 17 who is a parent',
      household('AAAA', { adults: [adult({ ...at17, minorBecause: 'parent' })] }),
      [],
    ],
    ['someone of 18 today', household('AAAA', { adults: [adult({ birthDate: '2008-11-20' })] }), []],
    [
      'a birth to come',
      household('AAAA', { adults: [adult({ birthDate: '2027-01-01' })] }),
      ['adults[0].birthDate notYet', 'adults[0].from beforeBirth'],
    ],
    [
      'an arrival to come',
      household('AAAA', { adults: [adult({ from: '2026-11-21' })] }),
      ['adults[0].from notYet'],
    ],
    [
      'a child who arrived before birth',
      household('AAAA', {
        children: [{ givenName: 'Pépin', familyName: 'I', birthDate: '2020-02-02', from: '2020-02-01' }],
      }),
      ['children[0].from beforeBirth'],
    ],
    [
      'a constraint that ends before it begins',
      household('AAAA', {
        adults: [adult({ constraints: [{ kind: 'severe', from: '2025-02-02', until: '2025-02-02' }] })],
      }),
      ['adults[0].constraints[0].until periodEnds'],
    ],
    [
      'a notice without an address',
      household('AAAA', { adults: [adult({ contact: { notifyBy: 'text' } })] }),
      ['adults[0].contact.notifyBy cannotNotify'],
    ],
    [
      'the same month twice',
      household('AAAA', {
        obligations: [
          { month: '2026-11', files: 'always', reason: 'Revenus' },
          { month: '2026-11', files: 'whenChanged', reason: 'Revenus' },
        ],
      }),
      ['obligations[1].month twice'],
    ],
    [
      'assistance that began after itself',
      household('AAAA', {
        situations: [{ from: '2025-03', programme: 'basicIncome', onAssistanceSince: '2025-04' }],
      }),
      ['situations[0].onAssistanceSince sinceLater'],
    ],
    ['a mandate of an adult who is not there', mandated({ adult: 2 }), ['mandates[0].adult noSuchAdult']],
    [
      'a mandate for oneself',
      mandated({ representative: { fileNumber: 'AA-AA', adult: 1 } }),
      ['mandates[0].representative ownMandate'],
    ],
    ['a mandate that does not let read', mandated({ rights: ['file'] }), ['mandates[0].rights rights']],
    ['a mandate that ends too soon', mandated({ until: '2026-01-01' }), ['mandates[0].until periodEnds']],
  ]
  test.each(cases)('%s', (_title, line, expected) => expect(faults(line)).toEqual(expected))
})

test('IR-03 someone born on February 29 turns 18 on March 1', () => {
  const line = Buffer.from(
    JSON.stringify(household('AAAA', { adults: [adult({ birthDate: '2008-02-29', from: '2026-01-01' })] })),
  )
  const on = (madeOn: string) => told(readLine(line, { ...known, madeOn: madeOn as Known['madeOn'] }))
  expect(on('2026-02-28')).toEqual(['adults[0].birthDate tooYoung'])
  expect(on('2026-03-01')).toEqual([])
})

test('IR-04 what is no line at all', () => {
  expect(raw(null)).toEqual(['lineTooLong'])
  expect(raw('')).toEqual(['blankLine'])
  expect(raw('   ')).toEqual(['blankLine'])
  expect(raw('{"type":')).toEqual(['notJson'])
  expect(raw('[]')).toEqual(['notObject'])
  expect(raw('null')).toEqual(['notObject'])
  expect(raw('{"a":"\0"}')).toEqual(['nul'])
  expect(raw(Buffer.from([0x7b, 0xff, 0x7d]))).toEqual(['notUtf8'])
  expect(raw('['.repeat(400_000))).toEqual(['notJson'])
  expect(raw(`{"type":"household","a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`).length).toBeGreaterThan(
    0,
  )
})

test('IR-05 no explanation repeats a value of the line', () => {
  const secret = 'Zzyzx'
  const line = household('AAAA', {
    [`${secret} ${secret}`]: secret,
    office: secret,
    adults: [
      adult({
        givenName: `${secret} `,
        birthDate: secret,
        language: secret,
        sin: secret,
        contact: { email: secret, mobile: secret },
      }),
    ],
    address: { street: secret, city: secret, postalCode: secret, from: secret, protected: secret },
  })
  const reading = read(line)
  if (reading.what !== 'faulty') throw new Error('It must be refused')
  expect(reading.faults.length).toBeGreaterThan(8)
  for (const { field, key, values } of reading.faults) {
    for (const language of ['fr', 'en'] as const) {
      expect(`${field} ${phrase(faultWords[key], language, values)}`).not.toContain(secret)
    }
  }
})

describe('IR-06 whatever the bytes, the reader answers', () => {
  const answers = (reading: Reading) => {
    if (reading.what === 'faulty') expect(reading.faults.length).toBeGreaterThan(0)
    expect(['header', 'totals', 'household', 'faulty']).toContain(reading.what)
  }

  test('bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => answers(readLine(bytes, known))),
      { numRuns: 3_000 },
    )
  })

  test('any JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => answers(readLine(Buffer.from(text), known))),
      { numRuns: 3_000 },
    )
  })

  test('a household with anything anywhere', () => {
    const whole = JSON.parse(
      readFileSync(inProject('prisma', 'import', 'example.ndjson'), 'utf8').split('\n')[1]!,
    ) as object
    const places: string[][] = []
    const walk = (value: unknown, path: string[]): void => {
      places.push(path)
      if (typeof value === 'object' && value !== null)
        for (const [name, inner] of Object.entries(value)) walk(inner, [...path, name])
    }
    walk(whole, [])
    const put = (path: string[], what: unknown): unknown => {
      const copy = structuredClone(whole)
      let at = copy as Record<string, unknown>
      for (const name of path.slice(0, -1)) at = at[name] as Record<string, unknown>
      at[path.at(-1)!] = what
      return copy
    }
    const inside = places.filter((path) => path.length > 0)
    fc.assert(
      fc.property(fc.constantFrom(...inside), fc.jsonValue(), (path, what) => answers(read(put(path, what)))),
      { numRuns: 3_000 },
    )
  })
})

test('IR-07 every sentence is there in both languages, in the typography of each', () => {
  for (const { fr, en } of [...Object.values(faultWords), ...Object.values(commandWords)]) {
    expect(fr).not.toMatch(/['"]|\s[;?!]|«[^\u00A0]|[^\u00A0]»|[^\u00A0]:(?! [^a-z])(?!households)/)
    expect(en).not.toMatch(/['"]|\s[:;?!]|[«»]/)
    const names = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
    expect(names(en)).toEqual(names(fr))
  }
})
