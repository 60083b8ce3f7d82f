import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { documentsOf } from '@/domain/application/documents'
import { day } from '@/domain/calendar'
import { DocumentsView } from '@/features/documents/DocumentsView'
import { DocumentView } from '@/features/documents/DocumentView'
import { fileProblems } from '@/server/file-rules'
import type { Requirement } from '@/features/documents/queries'
import { locales } from '@/i18n/locale'

/*
 * Numbered cases:
 *   DP-01 the list says where each document stands
 *   DP-02 a document says why, what is accepted, and every way to give it; its form needs no script
 *   DP-03 each problem is said on top and beside its field, in words without a code
 *   DP-04 a name of a file is shown as it was, and turns nothing around it
 */
const today = day('2026-11-27')
const one = (more: Partial<Requirement> = {}): Requirement => ({
  asked: documentsOf({}, today)[0]!,
  slug: 'identityPhoto-applicant',
  files: [],
  answered: null,
  ...more,
})
const file = (of = {}) => ({ id: '018f', name: 'page.jpg', bytes: 1_250_000, scan: 'clean' as const, ...of })

describe.each(locales)('%s', (locale) => {
  const draw = (document: Requirement, wrong: Parameters<typeof DocumentView>[0]['wrong'] = null) =>
    renderToStaticMarkup(<DocumentView locale={locale} document={document} formKey="key" wrong={wrong} />)

  test('DP-01 says where each stands', () => {
    const answered = { answer: 'mail' as const, substitute: null, note: null }
    const documents = [
      one(),
      one({ files: [file(), file()] }),
      one({ answered }),
      one({ files: [file({ scan: 'infected' })] }),
    ]
    const page = renderToStaticMarkup(<DocumentsView locale={locale} documents={documents} />)
    const words = { fr: ['À donner', '2 fichiers', 'Par la poste'], en: ['To give', '2 files', 'By mail'] }[
      locale
    ]
    for (const word of words) expect(page).toContain(word)
    expect(page.split(words[0]!)).toHaveLength(3)
    expect(renderToStaticMarkup(<DocumentsView locale={locale} documents={[]} />)).not.toContain('<li')
  })

  test('DP-02 has a form that needs no script, its fields before its files', () => {
    const page = draw(one())
    const form = /<form id="give"[^]*?<\/form>/.exec(page)![0]
    expect(form).toMatch(/enctype="multipart\/form-data"/i)
    expect(form.indexOf('name="formKey"')).toBeLessThan(form.indexOf('type="file"'))
    expect(form).toContain('accept="image/jpeg,image/png,application/pdf"')
    expect(form).not.toContain('capture')
    for (const value of ['given', 'later', 'mail', 'office', 'cannot'])
      expect(page).toContain(`value="${value}"`)
    expect(page).toContain('tel:+18777678773')
  })

  test.each(fileProblems)('DP-03 says %s in words', (problem) => {
    for (const file of [null, '2']) {
      const page = draw(one(), { problem, file })
      expect(page).toContain('role="alert"')
      const field = problem === 'no-answer' ? 'answer' : 'files'
      const [, said] = new RegExp(`href="#${field}"[^>]*>([^<]+)<`).exec(page)!
      expect(page).toContain(`id="${field}.error"`)
      expect(said).not.toContain('problem.')
      expect(said!.length).toBeGreaterThan(30)
    }
  })

  test('DP-04 shows a name as it was', () => {
    const page = draw(one({ files: [file({ name: 'صورة<b>.jpg' })] }))
    expect(page).toContain('<bdi>صورة&lt;b&gt;.jpg')
    expect(page).toContain(locale === 'fr' ? '1,3\u00a0Mo' : '1.3\u00a0MB')
  })

  test('DP-05 no more is asked for once there are twenty', () => {
    const files = Array.from({ length: 20 }, (_, at) => file({ id: String(at) }))
    expect(draw(one({ files }))).not.toContain('type="file"')
  })
})
