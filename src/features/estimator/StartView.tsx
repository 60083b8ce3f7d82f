import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonGroup, ButtonLink } from '@/ui/Button'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { EraseForm } from './EraseForm'
import styles from './estimator.module.css'
import type { QuestionName } from './form'

/** What the estimator is, what becomes of the answers, and where to begin or go on. */
export function StartView(props: {
  readonly locale: Locale
  readonly told?: 'over' | 'erased'
  /** Where the answers already given lead; null when there are none. */
  readonly next: QuestionName | 'result' | null
}) {
  const { locale, told, next } = props
  const t = textsOf(locale, 'estimator')
  const facts = [
    [t('start.time'), t('start.timeText')],
    [t('start.private'), t('start.privateText')],
    [t('start.unsure'), t('start.unsureText')],
  ] as const
  const to =
    next === 'result' ? paths.estimatorResult(locale) : paths.estimatorQuestion(locale, next ?? 'household')
  return (
    <>
      {told === 'erased' && (
        <Notice kind="success" title={t('told.erased')}>
          <p>{t('told.erasedText')}</p>
        </Notice>
      )}
      {told === 'over' && (
        <Notice kind="info" title={t('told.over')}>
          <p>{t('told.overStart')}</p>
        </Notice>
      )}
      <PageTitle>{t('start.title')}</PageTitle>
      <p className={styles.lead}>{t('start.lead')}</p>
      <dl className={styles.facts}>
        {facts.map(([title, text]) => (
          <div key={title} className={styles.fact}>
            <dt className={styles.factTitle}>{title}</dt>
            <dd className={styles.factText}>{text}</dd>
          </div>
        ))}
      </dl>
      <p>{t('start.notDecision')}</p>
      <ButtonGroup>
        <ButtonLink href={to}>
          {t(next === null ? 'start.button' : next === 'result' ? 'start.seeResult' : 'start.goOn')}
        </ButtonLink>
      </ButtonGroup>
      {next !== null && <EraseForm locale={locale} />}
      <p>
        {textsOf(locale, 'estimates.page').rich('invite', {
          link: (text) => <a href={paths.api(locale)}>{text}</a>,
        })}
      </p>
    </>
  )
}
