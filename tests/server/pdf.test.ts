import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePdf, type PdfDocument, PdfError } from '@/server/pdf'
import { readPdf } from '../support/pdf'

const document: PdfDocument = {
  language: 'fr',
  service: 'Quinze',
  reference: 'Q-2611-7K3QD-M0X8V-R',
  pageNumber: 'Page {page} de {pages}',
  title: 'Reçu de la déclaration de novembre 2026',
  lead: ['Nous avons bien reçu votre déclaration.'],
  facts: [
    { label: 'Numéro du reçu', value: 'Q-2611-7K3QD-M0X8V-R' },
    { label: 'Pour', value: 'Ana Essai' },
  ],
  sections: [
    { title: 'Travail', items: [{ question: 'Employeur', answer: 'Café du coin' }] },
    { title: 'Et maintenant?', lead: ['Rien.'], items: [] },
  ],
  closing: ['J’atteste que ces réponses sont vraies.'],
}
const saying = (answer: string, question = 'Autre'): PdfDocument => ({
  ...document,
  sections: [{ title: 'Autre', items: [{ question, answer }] }],
})
const questions = (count: number): PdfDocument => ({
  ...document,
  sections: [
    {
      title: 'Vous',
      items: Array.from({ length: count }, (_, index) => ({
        question: `Question ${index}`,
        answer: `Réponse ${index}, ${'quelques mots de plus '.repeat(index % 12)}`,
      })),
    },
  ],
})
/** Everything the pages say, the spaces and breaks of the layout left out. */
const saidIn = async (data: PdfDocument): Promise<string> =>
  (await readPdf(await makePdf('sent', data))).pages.join('').replaceAll(/[\s\u200b]/g, '')
const said = (answer: string, question?: string) => saidIn(saying(answer, question))
const bare = (text: string) => text.replaceAll(/\s/g, '')

describe('a document to keep', () => {
  it('PDF-01 is tagged, says its language and its title, and declares PDF/UA-1', async () => {
    const bytes = await makePdf('sent', document)
    const { info, about, marked, tags } = await readPdf(bytes)
    expect(marked).toBe(true)
    expect(info).toMatchObject({ Language: 'fr-CA', Title: document.title, Author: 'Quinze' })
    expect(about).toMatchObject({ 'pdfuaid:part': '1', 'dc:title': document.title })
    expect(tags.filter((tag) => /^H\d$/.test(tag))).toEqual(['H1', 'H2', 'H2'])
    // Facts and questions are lists: a label, then what it is the label of.
    expect(tags.filter((tag) => ['L', 'Lbl', 'LBody'].includes(tag))).toEqual([
      'L',
      'Lbl',
      'LBody',
      'Lbl',
      'LBody',
      'L',
      'Lbl',
      'LBody',
    ])
    expect((await readPdf(await makePdf('sent', { ...document, language: 'en' }))).info).toMatchObject({
      Language: 'en-CA',
    })
  })

  it('PDF-02 says everything it was given, in order, and its number on every page', async () => {
    const { pages } = await readPdf(await makePdf('sent', questions(60)))
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(`Page ${index + 1} de ${pages.length}`)
      expect(page).toContain(document.reference)
    }
    const text = pages.join('\n').replaceAll(/\s+/g, ' ')
    const places = Array.from({ length: 60 }, (_, index) =>
      text.indexOf(`Question ${index} Réponse ${index},`),
    )
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true)
    expect(text).toContain('J’atteste que ces réponses sont vraies.')
  })

  it('PDF-03 has no date and no chance: the same data give the same bytes', async () => {
    const [one, other] = [await makePdf('sent', document), await makePdf('sent', document)]
    expect(Buffer.compare(one, other)).toBe(0)
    expect(Buffer.from(one).toString('latin1')).not.toContain('CreationDate')
  })

  it('PDF-04 embeds its fonts: Open Sans, and no font of the machine', async () => {
    const raw = Buffer.from(await makePdf('sent', document)).toString('latin1')
    const fonts = [...raw.matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([\w-]+)/g)].map(([, name]) => name)
    expect([...new Set(fonts)].sort()).toEqual(['OpenSans-Bold', 'OpenSans-Regular'])
    expect(raw).toContain('/FontFile')
  })

  it('PDF-05 no sign that someone types is markup', async () => {
    for (const typed of [
      '#import "/etc/passwd": *',
      '#read("/etc/passwd") #panic("x") #sys.inputs',
      '$x^2$ *gras* _italique_ `code` <étiquette> @renvoi',
      '\\ \\u{41} ~ -- --- ... "a" \'b\' // c /* d */',
      '= Titre\n- liste\n+ liste\n/ terme: sens',
      '"}], "title": "x',
      '{page} {pages}',
    ]) {
      expect(await said(typed), typed).toContain(bare(typed))
      expect(await said('ok', typed), typed).toContain(bare(typed))
    }
  })

  it('PDF-06 a name in any writing is drawn, or told by its numbers', async () => {
    // Joined letters are read back in the order they are drawn: each letter is there.
    const arabic = await said('محمد')
    for (const letter of 'محمد') expect(arabic).toContain(letter)
    for (const typed of ['שלום', 'Łódź', 'Ñandú', 'Ἑλένη', 'Пётр', 'Hiển', 'ᐃᓄᒃᑎᑐᑦ', '😀👩‍👩‍👧🇨🇦❤️', 'e\u0301']) {
      const text = await said(typed)
      for (const sign of typed.normalize('NFC')) {
        if (!/\p{Default_Ignorable_Code_Point}/u.test(sign)) expect(text, typed).toContain(sign)
      }
    }
    expect(await said('中文')).toContain('[U+4E2D][U+6587]')
    expect(await said('नी')).toContain('[U+0928][U+0940]')
  })

  it('PDF-07 what no document may hold is told by its number: controls, half letters, turns of direction', async () => {
    expect(await said('a\0b')).toContain('a[U+0000]b')
    expect(await said('a\ud800b')).toContain('a[U+D800]b')
    expect(await said('a\u202eb\u2066c')).toContain('a[U+202E]b[U+2066]c')
    expect(await said('a\uffffb')).toContain('a[U+FFFF]b')
    expect(await said('\ufeffa')).toContain('Autrea')
    expect(await said('un\r\ndeux\u2028trois\tquatre')).toContain('undeuxtroisquatre')
  })

  it('PDF-08 whatever is typed, there is a document', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        async (binary, graphemes) => {
          const pdf = await makePdf('sent', {
            ...document,
            title: graphemes,
            sections: [{ title: binary, items: [{ question: graphemes, answer: binary }] }],
            facts: [{ label: binary, value: graphemes }],
            lead: [binary],
          })
          expect(pdf.length).toBeGreaterThan(5_000)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('PDF-09 a word longer than a line goes on on the next, whole', async () => {
    const word = 'W'.repeat(500)
    const { pages } = await readPdf(await makePdf('sent', saying(word)))
    const longest = Math.max(
      ...pages
        .join('\n')
        .split('\n')
        .map((line) => line.length),
    )
    expect(longest).toBeLessThan(100)
    expect(pages.join('').replaceAll(/[\s\u200b]/g, '')).toContain(word)
  })

  it('PDF-10 no page waits while a long document is made', async () => {
    const data = questions(1_000)
    const before = performance.eventLoopUtilization()
    await makePdf('sent', data)
    // Made here, it would be near 1.
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5)
  })

  it('PDF-11 asked for many at once, each gets their own; too many are told so, and the next is served', async () => {
    const asked = Array.from({ length: 60 }, (_, index) => said(`numéro-${index}-`))
    const outcomes = await Promise.allSettled(asked)
    const refused = outcomes.filter((one) => one.status === 'rejected')
    expect(refused.length).toBe(10)
    for (const { reason } of refused) expect(reason).toMatchObject({ reason: 'busy' })
    for (const [index, one] of outcomes.entries()) {
      if (one.status === 'fulfilled') expect(one.value).toContain(`numéro-${index}-`)
    }
    expect(await said('après')).toContain('après')
  })

  it('PDF-12 what is too long is refused in words, and so are too many pages', async () => {
    await expect(makePdf('sent', saying('a'.repeat(600_000)))).rejects.toThrow(PdfError)
    const tall = saying('a\n'.repeat(20_000))
    await expect(makePdf('sent', tall)).rejects.toMatchObject({ reason: 'too-long' })
    expect(await said('après')).toContain('après')
  })
})
