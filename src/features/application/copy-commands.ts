import 'server-only'
import { paths } from '@/i18n/paths'
import type { Answer, Call } from '@/server/endpoint'
import { makePdf } from '@/server/pdf'
import type { Applicant } from '@/server/viewer'
import { copyOf } from './copy-document'
import { findReceipt } from './queries'
import { wordsOf } from './words'

/** Gives a copy of what was sent to keep, as a PDF. */
export async function downloadCopy({ viewer, locale }: Call<Applicant, unknown>): Promise<Answer> {
  const page = await findReceipt(viewer)
  if (!page) return { to: paths.application(locale), status: 404, data: { code: 'not-found' } }
  const name = `${wordsOf(locale, 'application')('receipt.fileName')}-${page.sent.receiptNumber}.pdf`
  const body = await makePdf('sent', copyOf(page, locale))
  return { to: paths.applicationReceipt(locale), file: { name, type: 'application/pdf', body } }
}
