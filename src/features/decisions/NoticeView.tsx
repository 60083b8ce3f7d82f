import { SummaryList } from '@/ui/SummaryList'
import type { Notice } from './notice'
import styles from './notice.module.css'

/**
 * A notice as it is read, on the page and on paper: what it says, the decision's facts, then each part. Its title is
 * the page's, or a heading of its own within another page (`within`).
 */
export function NoticeView({ notice, within }: { readonly notice: Notice; readonly within?: boolean }) {
  const Title = within ? 'h3' : 'h2'
  return (
    <>
      {within && <h2>{notice.title}</h2>}
      {notice.lead.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <SummaryList rows={notice.facts.map(({ label, value }) => ({ term: label, value }))} />
      {notice.sections.map(({ title, lead, items, list }) => (
        <section key={title} className={styles.part}>
          <Title>{title}</Title>
          {lead.map((text) => (
            <p key={text}>
              <Lines text={text} />
            </p>
          ))}
          {list.length > 0 && (
            <ul>
              {list.map((text) => (
                <li key={text}>
                  <Lines text={text} />
                </li>
              ))}
            </ul>
          )}
          {items.length > 0 && (
            <SummaryList
              rows={items.map(({ question, answer }) => ({ term: question, value: <Lines text={answer} /> }))}
            />
          )}
        </section>
      ))}
      {notice.closing.map((text) => (
        <p key={text}>
          <small>{text}</small>
        </p>
      ))}
    </>
  )
}

function Lines({ text }: { readonly text: string }) {
  return text.split('\n').map((line, index) => (
    <span key={index}>
      {index > 0 && <br />}
      {line}
    </span>
  ))
}
