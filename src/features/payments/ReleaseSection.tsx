import { randomUUID } from 'node:crypto'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { TextField } from '@/ui/TextField'
import type { RunPage } from './queries'
import type { PaymentNote } from './schema'

/** What one supervisor asks and another grants; then the files of the export. */
export function ReleaseSection(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly run: RunPage
  readonly note: PaymentNote | undefined
}) {
  const { locale, formKey, run, note } = props
  const t = textsOf(locale, 'payments')
  const hidden = { language: locale, formKey }
  if (run.state === 'released' || run.state === 'done')
    return (
      <>
        <h2>{t('export')}</h2>
        <p>{t('exportLead')}</p>
        <ul>
          {(['ndjson', 'csv'] as const).map((format) => (
            <li key={format}>
              <a href={`/api/payments/${run.id}/export?format=${format}`}>{t(`take.${format}`)}</a>
            </li>
          ))}
        </ul>
      </>
    )
  if (run.problem === 'totals-differ' || run.problem === 'not-computed')
    return <Notice kind="error" title={t(`note.${run.problem}`)} />
  if (run.state !== 'rehearsed') return null
  if (run.proposal)
    return (
      <>
        <h2>{t('release')}</h2>
        <p>{run.proposal.isMine ? t('waitsForAnother') : t('askedBy', { name: run.proposal.askedBy })}</p>
        <Form action={`/api/proposals/${run.proposal.id}/decision`} hidden={hidden}>
          <ButtonGroup>
            {(run.proposal.isMine ? (['withdrawn'] as const) : (['granted', 'refused'] as const)).map(
              (word) => (
                <Button
                  key={word}
                  kind={word === 'granted' ? 'primary' : 'secondary'}
                  name="word"
                  value={word}
                >
                  {t(`word.${word}`)}
                </Button>
              ),
            )}
          </ButtonGroup>
        </Form>
      </>
    )
  return (
    <>
      <h2>{t('release')}</h2>
      <p>{t('releaseLead')}</p>
      <Form action={`/api/payments/${run.id}/release`} hidden={{ ...hidden, key: randomUUID() }}>
        <TextField
          name="reason"
          label={t('reasonLabel')}
          hint={t('reasonHint')}
          maxLength={300}
          {...(note === 'reason' ? { error: t('note.reason') } : {})}
        />
        <ButtonGroup>
          <Button>{t('askRelease')}</Button>
        </ButtonGroup>
      </Form>
    </>
  )
}
