import { randomUUID } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Owner, ownerClient } from '../../../prisma/builders'
import { submitChange, submitStatement } from '@/features/statement/commands'
import { findReceipt } from '@/features/statement/queries'
import { downloadReceipt } from '@/features/statement/receipt-commands'
import { receiptDocument } from '@/features/statement/receipt-document'
import { ReceiptView } from '@/features/statement/ReceiptView'
import { formatMoney } from '@/i18n/format'
import { locales } from '@/i18n/locale'
import type { Cents } from '@/domain/money'
import type { Citizen } from '@/server/viewer'
import { useDatabase } from '../../support/in-process'
import { readPdf } from '../../support/pdf'
import { call, household, moveClock, openOffice, tenth, unchanged, working } from './office'

const database = useDatabase({ people: false })
let owner: Owner
let office: string

beforeAll(async () => {
  owner = ownerClient(database().ownerUrl)
  office = await openOffice(owner)
})
beforeEach(() => moveClock(owner, tenth))

const latest = (householdId: string) =>
  owner.filing.findFirstOrThrow({ where: { householdId }, orderBy: { receivedAt: 'desc' } })
const copyOf = (viewer: Citizen, id: string, locale: 'fr' | 'en' = 'fr') =>
  downloadReceipt({ ...call(viewer, {}, { id }), locale })
const textOf = async (viewer: Citizen, id: string, locale: 'fr' | 'en' = 'fr') => {
  const { file } = await copyOf(viewer, id, locale)
  return (await readPdf(file!.body as Uint8Array)).pages.join('\n').replaceAll(/\s+/g, ' ')
}

describe('the copy of a receipt', () => {
  it.each(locales)('RP-01 says who sent what, when, and the payment announced: %s', async (locale) => {
    const { id, viewers } = await household(owner, office)
    await submitStatement(call(viewers[0]!, working(600)))
    const filing = await latest(id)
    const { file, to } = await copyOf(viewers[0]!, filing.id, locale)
    expect(to).toContain(filing.id)
    expect(file).toMatchObject({
      name: `${locale === 'fr' ? 'recu' : 'receipt'}-${filing.receiptNumber}.pdf`,
      type: 'application/pdf',
    })
    expect(file!.name).toMatch(/^[\w.-]+$/)
    const { info, about } = await readPdf(file!.body as Uint8Array)
    expect(info).toMatchObject({ Language: `${locale}-CA` })
    expect(about).toMatchObject({ 'pdfuaid:part': '1' })
    const payment = await owner.expectedPayment.findFirstOrThrow({ where: { filingId: filing.id } })
    const text = await textOf(viewers[0]!, filing.id, locale)
    for (const part of [
      filing.receiptNumber,
      'Ana Essai',
      'Café du coin',
      formatMoney(60_000 as Cents, locale),
      formatMoney(payment.totalCents as Cents, locale),
      ...(locale === 'fr'
        ? ['10 novembre 2026 à 10 h', 'Attesté par Ana Essai : « J’atteste que', 'Page 1 de']
        : ['November 10, 2026, at 10:00', 'Attested by Ana Essai', 'Page 1 of']),
    ]) {
      expect(text).toContain(part.replaceAll(/\s/g, ' '))
    }
  })

  it('RP-02 says everything its page says: each fact, each answer, what comes next', async () => {
    const { id, viewers } = await household(owner, office, ['Ana', 'Luc'])
    const jobs = { ...working(600), 'work.0.adultId': viewers[0]!.personId }
    const second = Object.entries(jobs).flatMap(([name, value]) =>
      name.startsWith('work.0.')
        ? [[name.replace('0', '1'), name.endsWith('employer') ? 'Scierie' : value]]
        : [],
    )
    await submitStatement(call(viewers[0]!, { ...jobs, ...Object.fromEntries(second) }))
    const receipt = await findReceipt(viewers[0]!, (await latest(id)).id)
    const document = receiptDocument(receipt!, 'fr', 'https://quinze.example')
    expect(document.sections.map(({ title }) => title)).toEqual([
      expect.stringContaining('Emploi 1'),
      expect.stringContaining('Emploi 2'),
      'Le paiement annoncé',
      'Et maintenant?',
    ])
    const text = await textOf(viewers[0]!, receipt!.filing.id)
    const told = [
      ...document.lead,
      ...document.facts.flatMap(({ label, value }) => [label, value]),
      ...document.sections.flatMap(({ title, lead = [], items }) => [
        title,
        ...lead,
        ...items.flatMap(({ question, answer }) => [question, answer]),
      ]),
    ]
    for (const one of told) expect(text).toContain(one.replaceAll(/\s+/g, ' '))
    expect(text).toContain('Luc pourra lire cette déclaration')
    expect(document.closing.join()).toContain('https://quinze.example/fr/verifier-un-recu')
  })

  it('RP-03 an unchanged statement says so', async () => {
    const { id, viewers } = await household(owner, office)
    await submitStatement(call(viewers[0]!, unchanged()))
    expect(await textOf(viewers[0]!, (await latest(id)).id)).toContain('Rien n’a changé.')
  })

  it('RP-04 what was attested in other words than today’s is not put in anyone’s mouth', async () => {
    const { id, viewers } = await household(owner, office)
    await submitStatement(call(viewers[0]!, unchanged()))
    const receipt = await findReceipt(viewers[0]!, (await latest(id)).id)
    const older = { ...receipt!, filing: { ...receipt!.filing, wordingVersion: 'older' } }
    expect(receiptDocument(receipt!, 'fr', null).closing.join()).toContain('J’atteste')
    expect(receiptDocument(older, 'fr', null).closing.join()).not.toContain('J’atteste')
  })

  it('RP-05 a stranger, the other adult of a private change, and a made-up id get the same nothing', async () => {
    const { id, viewers } = await household(owner, office, ['Ana', 'Luc'])
    const secret = { changed: ['other'], 'other.words': 'Je pars', private: 'yes', attest: 'yes' }
    await submitChange(call(viewers[0]!, { ...secret, key: randomUUID() }, {}))
    const filing = await latest(id)
    expect(await textOf(viewers[0]!, filing.id)).toContain('Je pars')
    const stranger = (await household(owner, office)).viewers[0]!
    const nothing = await copyOf(viewers[0]!, randomUUID())
    expect(nothing).toMatchObject({ status: 404, data: { code: 'not-allowed' } })
    expect(nothing.file).toBeUndefined()
    for (const [viewer, one] of [
      [viewers[1]!, filing.id],
      [stranger, filing.id],
      [viewers[0]!, `${filing.id}' or true --`],
      [viewers[0]!, ''],
    ] as const) {
      expect(await copyOf(viewer, one)).toEqual(nothing)
    }
  })

  it('RP-06 its page leads to it, in its own language', async () => {
    const { id, viewers } = await household(owner, office)
    await submitStatement(call(viewers[0]!, unchanged()))
    const receipt = await findReceipt(viewers[0]!, (await latest(id)).id)
    const page = renderToStaticMarkup(ReceiptView({ locale: 'en', receipt: receipt!, formKey: 'key' }))
    expect(page).toContain(
      `<a href="/api/receipts/${receipt!.filing.id}/pdf?language=en">Download a copy (PDF)</a>`,
    )
  })
})
