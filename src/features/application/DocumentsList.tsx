import type { Locale } from '@/i18n/locale'
import { documentTitle } from '@/i18n/papers'
import { Table } from '@/ui/Table'
import { Tag, type TagKind } from '@/ui/Tag'
import type { AskedDocument, DocumentState } from './documents'
import { wordsOf } from './words'

const kinds: Readonly<Record<DocumentState, TagKind>> = {
  file: 'success',
  given: 'success',
  mail: 'info',
  office: 'info',
  later: 'info',
  cannot: 'warning',
  todo: 'neutral',
}

/** The papers that are asked for, and how each stands. */
export function DocumentsList(props: {
  readonly locale: Locale
  readonly documents: readonly AskedDocument[]
}) {
  const { locale, documents } = props
  const say = wordsOf(locale, 'application')
  if (documents.length === 0) return <p>{say('papers.none')}</p>
  return (
    <Table
      id="papers"
      caption={say('papers.caption')}
      captionHidden
      stacks
      columns={[{ label: say('papers.paper') }, { label: say('papers.state'), short: true }]}
      rows={documents.map((asked) => ({
        key: asked.id,
        cells: [
          <>
            {documentTitle(asked, locale)}
            {!asked.required && <div>{say('papers.useful')}</div>}
          </>,
          <Tag key="state" kind={kinds[asked.state]}>
            {say(`papers.is.${asked.state}`)}
          </Tag>,
        ],
      }))}
    />
  )
}
