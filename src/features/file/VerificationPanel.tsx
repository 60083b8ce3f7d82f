import { progressOf, verificationOutcomes, type Item } from '@/domain/decision/items'
import type { FiledAnswers } from '@/domain/statement/confirmation'
import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { DeskTask } from '@/server/file-desk'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import { Notice } from '@/ui/Notice'
import { Hidden } from '@/ui/Hidden'
import { LONGEST_WORD, type VerifyTold } from './schema'
import styles from './file.module.css'
import { itemName } from './words'

/** What there is to verify of one task, item by item: ticked one at a time or all together, each with a word. */
export function VerificationPanel(props: {
  readonly locale: Locale
  readonly task: DeskTask
  readonly items: readonly Item[]
  /** What the items of a statement are named by. */
  readonly answers: FiledAnswers | null
  readonly formKey: string
  readonly told: VerifyTold | null
}) {
  const { locale, task, items, answers, told } = props
  const t = textsOf(locale, 'casefile.verify')
  const progress = progressOf(items, task.verified)
  return (
    <>
      {told === 'verified' && <p role="status">{t('saved')}</p>}
      {told === 'verified-elsewhere' && <Notice kind="warning" title={t('elsewhere')} />}
      {told === 'task-over' && <Notice kind="warning" title={t('over')} />}
      <p>{progress.left === 0 && items.length > 0 ? t('done') : t('lead')}</p>
      <Form
        action={`/api/tasks/${task.id}/verifications`}
        hidden={{ language: locale, formKey: props.formKey }}
      >
        {items.map((item) => {
          const name = itemName(locale, item, answers)
          const last = task.verified.find((one) => one.item === item.code)
          const shown = last?.outcome ?? 'cleared'
          const id = `verify.${item.code}`
          return (
            <fieldset key={item.code} className={styles.item} disabled={task.isOver}>
              <legend className={styles.legend}>{name}</legend>
              <input type="hidden" name={`was.${item.code}`} value={shown} />
              <div className={styles.line}>
                {verificationOutcomes.map((outcome) => (
                  <label key={outcome} className={styles.choice}>
                    <input
                      type="radio"
                      name={`outcome.${item.code}`}
                      value={outcome}
                      defaultChecked={outcome === shown}
                    />{' '}
                    {t(`outcome.${outcome}`)}
                  </label>
                ))}
                <label htmlFor={`${id}.note`}>
                  <Hidden>{t('note', { item: name })}</Hidden>
                </label>
                <input
                  type="text"
                  id={`${id}.note`}
                  name={`note.${item.code}`}
                  className={styles.note}
                  defaultValue={last?.note ?? ''}
                  maxLength={LONGEST_WORD}
                  autoComplete="off"
                />
              </div>
              {last && (
                <div className={styles.small}>
                  {t('last', {
                    outcome: t(`outcome.${last.outcome}`),
                    name: last.by ?? '',
                    instant: formatInstant(last.at, locale),
                  })}
                </div>
              )}
            </fieldset>
          )
        })}
        {!task.isOver && (
          <ButtonGroup>
            <Button kind="secondary">{t('button')}</Button>
          </ButtonGroup>
        )}
      </Form>
    </>
  )
}
