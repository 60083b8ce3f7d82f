import { formatMoney } from '@/i18n/format'
import type { Cents, Locale } from '@/i18n/format'
import { classNames } from './class-names'
import styles from './amount.module.css'

/** An amount in cents, never broken over two lines. `large` is for the one figure a page is about. */
export function Amount(props: { readonly cents: Cents; readonly locale: Locale; readonly large?: boolean }) {
  return (
    <span className={classNames(styles.amount, props.large && styles.large)}>
      {formatMoney(props.cents, props.locale)}
    </span>
  )
}
