import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button } from '@/ui/Button'
import { FileField } from '@/ui/FileField'
import { Form } from '@/ui/Form'
import type { Scan } from './scans'

/** What a scan that was not taken is told as. */
function problemOf(code: string): 'none' | 'broken' | 'large' | 'many' | 'kind' {
  if (code === 'none-chosen') return 'none'
  if (code === 'too-large') return 'large'
  if (code === 'too-many') return 'many'
  return code === 'broken' || code === 'empty' ? 'broken' : 'kind'
}

/** The scans of the paper, and where more are attached. `problem` is what the last ones met. */
export function PaperView(props: {
  readonly locale: Locale
  readonly sessionId: string
  readonly scans: readonly Scan[]
  readonly formKey: string
  readonly problem: string
}) {
  const { locale, sessionId, scans, formKey, problem } = props
  const t = textsOf(locale, 'assisted.paper')
  const error = problem === '' ? {} : { error: t(`problem.${problemOf(problem)}`) }
  return (
    <section id="papier" aria-labelledby="papier-titre">
      <h2 id="papier-titre">{t('title')}</h2>
      <p>{t('text')}</p>
      {scans.length > 0 && (
        <>
          <p>{t('attached', { count: scans.length })}</p>
          <ul>
            {scans.map((scan, index) => (
              <li key={scan.id}>
                <a href={`/api/scans/${scan.id}/content`}>{t('open', { number: index + 1 })}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Form action={`/api/assisted/${sessionId}/scans`} hidden={{ language: locale, formKey }} files>
        <FileField
          name="file"
          label={t('field')}
          hint={t('hint')}
          accept="image/jpeg,image/png,application/pdf"
          multiple
          {...error}
        />
        <Button kind="secondary">{t('button')}</Button>
      </Form>
    </section>
  )
}
