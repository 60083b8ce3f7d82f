import styles from './phone.module.css'

/** A number to call, on one line wherever it fits. */
export function Phone({ number }: { readonly number: string }) {
  const dialled = number.replace(/\D/g, '')
  const international =
    dialled.length === 10 ? `+1${dialled}` : dialled.length === 11 ? `+${dialled}` : dialled
  return (
    <a className={styles.phone} href={`tel:${international}`}>
      {number}
    </a>
  )
}
