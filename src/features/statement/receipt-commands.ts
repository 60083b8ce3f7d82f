import 'server-only'
import { paths } from '@/i18n/paths'
import type { Answer, Call } from '@/server/endpoint'
import { knownOrigin } from '@/server/env'
import { makePdf } from '@/server/pdf'
import type { Citizen } from '@/server/viewer'
import { findReceipt } from './queries'
import { receiptDocument } from './receipt-document'
import { wordsOf } from './words'

/** Gives a copy of a receipt to keep, as a PDF. A receipt this viewer may not read is one that does not exist. */
export async function downloadReceipt({ viewer, params, locale }: Call<Citizen, unknown>): Promise<Answer> {
  const receipt = await findReceipt(viewer, params['id'] ?? '')
  if (!receipt) {
    return { to: paths.problem(locale, 'not-allowed'), status: 404, data: { code: 'not-allowed' } }
  }
  const { id, receiptNumber } = receipt.filing
  const name = `${wordsOf(locale, 'receipt')('copy.fileName')}-${receiptNumber}.pdf`
  const body = await makePdf('sent', receiptDocument(receipt, locale, knownOrigin()))
  return { to: receipt.place.receipt(locale, id), file: { name, type: 'application/pdf', body } }
}
