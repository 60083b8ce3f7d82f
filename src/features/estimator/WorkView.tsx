import { formatMoney } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { Details } from '@/ui/Details'
import { Table } from '@/ui/Table'
import { drawingOf, nearest, rowsOf } from './curve'
import type { Result } from './result'
import { WhatIf } from './WhatIf'
import { wordsOf } from './words'

/** What becomes of the aid when one works more: a curve, a slider where scripts run, and the same in a table. */
export function WorkView(props: { readonly locale: Locale; readonly result: Result }) {
  const { locale, result } = props
  const { curve, workCents } = result
  const say = wordsOf(locale, 'estimator')
  const [none, much] = [curve[0], curve.at(-1)]
  if (!none || !much) return null
  const money = (cents: typeof workCents) => formatMoney(cents, locale)
  const drawing = drawingOf(curve)
  const mark = ({ at, cents }: (typeof drawing)['xMarks'][number]) => ({ at, text: roundMoney(money(cents)) })
  const present = nearest(curve, workCents)
  return (
    <section aria-labelledby="work">
      <h2 id="work">{say('work.title')}</h2>
      <p>{say(result.couple ? 'work.textBoth' : 'work.text')}</p>
      <WhatIf
        curve={{
          title: say('work.drawing', {
            none: money(none.aidCents),
            much: money(much.workCents),
            total: money(much.totalCents),
          }),
          xs: drawing.xs,
          filled: { label: say('work.aid'), values: drawing.aid },
          plain: { label: say('work.total'), values: drawing.total },
          xLabel: say('work.pay'),
          xMarks: drawing.xMarks.map(mark),
          yMarks: drawing.yMarks.map(mark),
        }}
        label={say('work.slider')}
        readings={curve.map((point) =>
          say('work.reading', {
            work: money(point.workCents),
            aid: money(point.aidCents),
            total: money(point.totalCents),
          }),
        )}
        start={present ? curve.indexOf(present) : 0}
      />
      <p>{say('work.after')}</p>
      <Details summary={say('work.table')}>
        <Table
          id="work-table"
          caption={say('work.caption')}
          columns={[
            { label: say('work.pay') },
            { label: say('work.aid'), numeric: true },
            { label: say('work.total'), numeric: true },
          ]}
          rows={rowsOf(curve, workCents).map((point) => ({
            key: String(point.workCents),
            cells: [
              point === present ? say('work.here', { work: money(point.workCents) }) : money(point.workCents),
              money(point.aidCents),
              money(point.totalCents),
            ],
          }))}
        />
      </Details>
    </section>
  )
}

/** Round dollars beside an axis need no cents. */
const roundMoney = (text: string): string => text.replace(/[.,]00(?=\D|$)/, '')
