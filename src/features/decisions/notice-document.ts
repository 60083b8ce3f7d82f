import { documentFrame } from '@/i18n/document-frame'
import type { Locale } from '@/i18n/locale'
import type { PdfDocument } from '@/server/pdf'
import type { Notice } from './notice'

/** The copy of a notice, for paper and for the archive: all that its page says, and nothing else. */
export function noticeDocument(notice: Notice, locale: Locale, number: string): PdfDocument {
  return {
    ...documentFrame(locale, number),
    title: notice.title,
    lead: notice.lead,
    facts: notice.facts,
    sections: notice.sections.map(({ title, lead, items, list }) => ({ title, lead, items, list })),
    closing: notice.closing,
  }
}
