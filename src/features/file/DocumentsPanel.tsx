import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { withQuery } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import type { TagKind } from '@/ui/Tag'
import { Tag } from '@/ui/Tag'
import { Hidden } from '@/ui/Hidden'
import type { FileDocument } from './facts'
import styles from './file.module.css'
import { paperNameFor } from './words'

const colours: Readonly<Record<FileDocument['scan'], TagKind>> = {
  clean: 'success',
  notScanned: 'neutral',
  waiting: 'warning',
  infected: 'error',
}

/**
 * The files that were given, and one of them open in the page: looking at it leaves nothing behind but its line in the
 * trail, written when its bytes are asked for. `here` is the address of the page, `open` what it was asked to show.
 */
export function DocumentsPanel(props: {
  readonly locale: Locale
  readonly documents: readonly FileDocument[]
  readonly here: string
  readonly open: string
}) {
  const { locale, documents, here } = props
  const t = textsOf(locale, 'casefile.document')
  if (documents.length === 0) return <p>{t('none')}</p>
  const opened = documents.find(({ id, scan }) => id === props.open && isReadable(scan))
  const readable = documents.filter(({ scan }) => isReadable(scan))
  const next = opened && readable[readable.indexOf(opened) + 1]
  const at = (id: string) => `${withQuery(here, { document: id })}#documents`
  return (
    <>
      <ul className={styles.plain}>
        {documents.map((document) => {
          const { id, requirement, pages, scan, at: receivedAt } = document
          const name = paperNameFor(locale, requirement)
          return (
            <li key={id} className={styles.entry}>
              <div className={styles.line}>
                <span>{pages === null ? name : t('line', { document: name, pages })}</span>
                <span className={styles.small}>{formatInstant(receivedAt, locale)}</span>
                {isReadable(scan) ? (
                  <>
                    <Tag kind={colours[scan]}>{t(scan)}</Tag>
                    {id === opened?.id ? (
                      <strong>{t('shown')}</strong>
                    ) : (
                      <a href={at(id)}>
                        {t('show')}
                        <Hidden> {name}</Hidden>
                      </a>
                    )}
                  </>
                ) : (
                  <Tag kind={colours[scan]}>{t(scan)}</Tag>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {opened && (
        <figure className={styles.document}>
          <Shown locale={locale} document={opened} />
          <figcaption className={styles.line}>
            <a href={`${here}#documents`}>{t('close')}</a>
            {next && <a href={at(next.id)}>{t('next')}</a>}
            <a href={contentOf(opened)} target="_blank" rel="noreferrer">
              {t('open')}
            </a>
          </figcaption>
        </figure>
      )}
    </>
  )
}

/** A picture as it is; a PDF in a frame of its own, by the browser's reader. */
function Shown(props: { readonly locale: Locale; readonly document: FileDocument }) {
  const { locale, document } = props
  const t = textsOf(locale, 'casefile.document')
  const name = t('alt', {
    document: paperNameFor(locale, document.requirement),
    instant: formatInstant(document.at, locale),
  })
  const source = contentOf(document)
  return document.type === 'image/jpeg' ? (
    // Nobody's file passes through an optimizer.
    <img className={styles.picture} src={source} alt={name} />
  ) : (
    <iframe className={styles.frame} src={source} title={name} />
  )
}

const contentOf = ({ source, id }: FileDocument): string => `/api/${source}/${id}/content`
const isReadable = (scan: FileDocument['scan']): boolean => scan === 'clean' || scan === 'notScanned'
