import { labelsOf } from '@/domain/eligibility/labels'
import { paymentDay } from '@/domain/statement/payment'
import type { Cents } from '@/domain/money'
import type { Benefit, BenefitResult } from '@/domain/benefit/line'
import { benefitLineTitle } from '@/i18n/benefit-words'
import { formatDay, formatDifference, formatMoney, formatOfMonth } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { Amount } from '@/ui/Amount'
import { Details } from '@/ui/Details'
import { Notice } from '@/ui/Notice'
import { Table } from '@/ui/Table'
import type { Preview } from './derive'
import styles from './preview.module.css'
import { whyOf, wordsOf } from './words'

/** The next payment: its amount, why it differs from the last one, and its lines with their rules and sources. */
export function PreviewView(props: {
  readonly locale: Locale
  readonly preview: Preview
  readonly title: string
  /** The lines are shown at once, not behind a button. */
  readonly open?: boolean
}) {
  const { locale, preview, title, open } = props
  const t = wordsOf(locale, 'statement')
  const b = wordsOf(locale, 'benefit')
  const { after } = preview
  if (!after.computed) {
    return (
      <Notice kind="info" title={b(`refusal.${after.reason}.title`)}>
        <p>{b(`refusal.${after.reason}.why`)}</p>
      </Notice>
    )
  }
  return (
    <section className={styles.preview} aria-labelledby={`payment-${after.month}`}>
      <h2 id={`payment-${after.month}`}>{title}</h2>
      <p className={styles.amount}>
        <Amount cents={after.totalCents} locale={locale} large />
      </p>
      <p>
        {t('preview.amount', {
          ofMonth: formatOfMonth(after.month, locale),
          day: formatDay(paymentDay(after.month), locale),
        })}
      </p>
      {preview.before.computed && (
        <Comparison {...{ locale, before: preview.before, after, differences: preview.differences }} />
      )}
      {(after.provisional || after.confidence !== 'confirmed') && <p>{b('confidence.toConfirm')}</p>}
      <Details summary={t('preview.show')} {...(open ? { open } : {})}>
        <BenefitLines locale={locale} benefit={after} />
      </Details>
    </section>
  )
}

/** How a payment differs from the one before, line by line, with the cause of each. */
export function Comparison(props: {
  readonly locale: Locale
  readonly before: Benefit
  readonly after: Benefit
  readonly differences: Preview['differences']
}) {
  const { locale, before, after, differences } = props
  const [t, b] = [wordsOf(locale, 'statement'), wordsOf(locale, 'benefit')]
  const change = after.totalCents - before.totalCents
  const amount = formatMoney(Math.abs(change) as Cents, locale)
  const sentence =
    change === 0 ? t('preview.same') : t(change > 0 ? 'preview.more' : 'preview.less', { amount })
  return (
    <>
      <p>{sentence}</p>
      {differences.length > 0 && (
        <>
          <h3>{t('preview.differencesTitle')}</h3>
          <ul>
            {differences.map((difference) => (
              <li key={difference.code}>
                {t('preview.differenceLine', {
                  line: benefitLineTitle(difference.code, labelsOf(after.month), locale),
                  amount: formatDifference(difference.cents, locale),
                  cause: b(`cause.${difference.cause}`),
                })}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** The lines of a benefit, why each is there, and their sum. Rules, sources and marks wait under a button. */
export function BenefitLines(props: { readonly locale: Locale; readonly benefit: BenefitResult }) {
  const { locale, benefit } = props
  const t = wordsOf(locale, 'statement')
  const b = wordsOf(locale, 'benefit')
  if (!benefit.computed) {
    return (
      <Notice kind="info" title={b(`refusal.${benefit.reason}.title`)}>
        <p>{b(`refusal.${benefit.reason}.why`)}</p>
      </Notice>
    )
  }
  const labels = labelsOf(benefit.month)
  return (
    <>
      <Table
        id={`lines-${benefit.month}`}
        caption={t('preview.caption', { ofMonth: formatOfMonth(benefit.month, locale) })}
        columns={[{ label: t('preview.line') }, { label: t('preview.lineAmount'), numeric: true }]}
        rows={benefit.lines.map((line, index) => ({
          key: `${line.code}-${index}`,
          cells: [
            <>
              {benefitLineTitle(line.code, labels, locale)}
              <div className={styles.why}>{whyOf(b, line, locale)}</div>
            </>,
            <Amount key="amount" cents={line.cents} locale={locale} />,
          ],
        }))}
        foot={{
          key: 'total',
          cells: [t('preview.total'), <Amount key="amount" cents={benefit.totalCents} locale={locale} />],
        }}
      />
      {benefit.provisional && <p>{b('confidence.provisional')}</p>}
      <Details summary={t('preview.marks')}>
        <dl>
          {benefit.lines.map((line, index) => (
            <div key={index} className={styles.source}>
              <dt>{benefitLineTitle(line.code, labels, locale)}</dt>
              <dd>
                {t('preview.rule', { rule: line.rule, source: b(`source.${line.source}`) })}{' '}
                <strong>{b(`confidence.${line.confidence}.title`)}</strong>
              </dd>
            </div>
          ))}
        </dl>
      </Details>
    </>
  )
}
