import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { pdfProblem } from '@/server/pdf-check'
import { inPieces, pdf, pdfStream } from '../support/files'

const look = (bytes: Buffer, size?: number) => pdfProblem(inPieces(bytes, size))
const action = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
const folded = (words: string, text: string) =>
  pdfStream(`/Filter /FlateDecode ${words}`, deflateSync(Buffer.from(text)))
const withoutSum = Buffer.concat([
  deflateSync(Buffer.from('x'.repeat(9000))).subarray(0, -4),
  Buffer.alloc(4),
])
/** Long enough that zlib cannot leave it as it is. */
const lines = 'BT /F1 12 Tf (Relevé de paie) Tj ET\n'.repeat(200)

describe('a PDF that is a paper', () => {
  test('PD-01 is taken: with text, folded objects, a picture, a link', async () => {
    const good = pdf(
      folded('', lines),
      folded('/Type /ObjStm /N 1 /First 4', `3 0 << /Type /Page >> ${lines}`),
      pdfStream('/Subtype /Image /Filter /DCTDecode', randomBytes(20_000)),
      '8 0 obj\n<< /S /URI /URI (https://quinze.example) >>\nendobj\n',
    )
    for (const size of [1, 7, 1000, 64 * 1024]) expect(await look(good, size)).toBeNull()
  })

  test('PD-02 whose text speaks of scripts is taken', async () => {
    expect(await look(pdf(folded('', `(JavaScript, Launch and Encrypt are words) Tj ${lines}`)))).toBeNull()
  })

  test('PD-03 whose picture is spoiled is still a paper', async () => {
    const spoiled = deflateSync(Buffer.from(lines))
    spoiled.fill(0xff, 10)
    expect(await look(pdf(pdfStream('/Subtype /Image /Filter /FlateDecode', spoiled)))).toBeNull()
  })
})

describe('a PDF that could do something is not taken', () => {
  test.each([
    ['a script', action],
    ['a script spelled in another way', action.replace('JavaScript', 'J#61va#53cript')],
    [
      'a script spelled all in numbers',
      action.replace(
        '/JavaScript',
        `/${[...'JavaScript'].map((c) => `#${c.charCodeAt(0).toString(16)}`).join('')}`,
      ),
    ],
    ['a program to start', '<< /S /Launch /F (cmd.exe) >>'],
    ['a file inside', '<< /Type /Filespec /EF << /F 9 0 R >> >> << /Type/EmbeddedFile>>'],
    ['a folder of files inside', '<< /Names << /EmbeddedFiles 9 0 R >> >>'],
    ['a form with scripts', '<< /AcroForm << /XFA 9 0 R >> >>'],
    ['a film', '<< /Subtype /RichMedia >>'],
  ])('PD-04 %s, in the open or folded away', async (_, words) => {
    const object = `5 0 obj\n${words}\nendobj\n`
    for (const size of [1, 13, 64 * 1024]) {
      expect(await look(pdf(object), size)).toBe('active')
      expect(await look(pdf(folded('/Type /ObjStm /N 1 /First 4', `5 0 ${words} ${lines}`)), size)).toBe(
        'active',
      )
    }
  })

  test('PD-05 a script behind ten other streams, and behind a word that only looks like a stream', async () => {
    const many = Array.from({ length: 10 }, () => folded('', lines + randomBytes(2000).toString('hex')))
    const hidden = folded('/Type /ObjStm', `5 0 ${action} ${lines}`)
    expect(await look(pdf(...many, hidden))).toBe('active')
    const decoy = Buffer.concat([
      Buffer.from('% stream\n'),
      deflateSync(randomBytes(3000)).subarray(0, 2000),
      hidden,
    ])
    expect(await look(pdf(decoy))).not.toBeNull()
  })

  test.each([
    [
      'folded in a way we do not unfold',
      pdfStream('/Type /ObjStm /Filter /ASCIIHexDecode', Buffer.from(action).subarray()),
    ],
    [
      'folded twice',
      pdfStream(
        '/Type /ObjStm /Filter [/FlateDecode /FlateDecode]',
        deflateSync(deflateSync(Buffer.from(lines))),
      ),
    ],
    ['folded with a sieve', folded('/Type /ObjStm /DecodeParms << /Predictor 12 >>', lines)],
    [
      'folded as another object says',
      folded('/Type /ObjStm', lines).toString('latin1').replace('/Filter /FlateDecode', '/Filter 9 0 R'),
    ],
    ['hidden behind a false end', folded('/Type /ObjStm %endobj\n', lines)],
    ['whose sum is wrong', pdfStream('/Type /ObjStm /Filter /FlateDecode', withoutSum)],
    [
      'whose end is missing',
      pdfStream('/Type /ObjStm /Filter /FlateDecode', deflateSync(randomBytes(9000)).subarray(0, 5000)),
    ],
  ])('PD-06 objects %s cannot be looked through', async (_, object) => {
    expect(await look(pdf(typeof object === 'string' ? Buffer.from(object, 'latin1') : object))).toMatch(
      /too-complex|active/,
    )
  })

  test('PD-07 a locked one is told apart', async () => {
    const locked = Buffer.from(
      pdf(folded('', lines)).toString('latin1').replace('/Root', '/Encrypt 9 0 R /Root'),
      'latin1',
    )
    expect(await look(locked, 5)).toBe('locked')
  })

  test('PD-08 one that was cut, or never was a PDF', async () => {
    const whole = pdf(folded('', lines))
    expect(await look(whole.subarray(0, -200))).toBe('damaged')
    expect(await look(Buffer.from('%PDF-1.7 and nothing else'))).toBe('damaged')
  })

  test('PD-09 one that unfolds without end is left, and nothing of it kept', async () => {
    const bomb = deflateSync(Buffer.alloc(60_000_000))
    const before = process.memoryUsage().rss
    const many = Array.from({ length: 9 }, () => pdfStream('/Filter /FlateDecode', bomb))
    expect(await look(pdf(...many), 64 * 1024)).toBe('too-complex')
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })
})
