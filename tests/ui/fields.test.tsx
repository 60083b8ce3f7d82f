import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { cents } from '@/domain/money'
import { AmountBars } from '@/ui/AmountBars'
import { Checkbox, Checkboxes, Radios } from '@/ui/Choices'
import { DateField } from '@/ui/DateField'
import { ErrorSummary } from '@/ui/ErrorSummary'
import { Form } from '@/ui/Form'
import { MoneyField } from '@/ui/MoneyField'
import { Select } from '@/ui/Select'
import { TextArea } from '@/ui/TextArea'
import { TextField } from '@/ui/TextField'

const about = { name: 'work.0.gross', label: 'Label', hint: 'Hint', error: 'Error' }
const choices = [
  { value: 'a', label: 'A', hint: 'Example' },
  { value: 'b', label: 'B' },
]
const partLabels = { day: 'Day', month: 'Month', year: 'Year' }

const fields: [string, ReactElement][] = [
  ['TextField', <TextField key="1" {...about} value="x" />],
  ['MoneyField', <MoneyField key="2" {...about} value="1e400" locale="fr" />],
  ['TextArea', <TextArea key="3" {...about} />],
  ['Select', <Select key="4" {...about} choices={[{ value: 'a', label: 'A' }]} empty="Choose" />],
  ['DateField', <DateField key="5" {...about} partLabels={partLabels} />],
  ['Radios', <Radios key="6" {...about} choices={choices} />],
  ['Checkboxes', <Checkboxes key="7" {...about} choices={choices} />],
  ['Checkbox', <Checkbox key="8" {...about} value="yes" />],
]

const all = (html: string, attribute: string) =>
  [...html.matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map((match) => match[1]!)

describe.each(fields)('U-01 %s', (_, field) => {
  const html = renderToStaticMarkup(field)
  const ids = all(html, 'id')

  it('has no two elements of the same id', () => expect(new Set(ids).size).toBe(ids.length))

  it('carries its own id on something that takes focus, for the error summary', () => {
    expect(html).toMatch(/<(input|select|textarea)[^>]* id="work\.0\.gross"/)
  })

  it('points to its hint and its error, and both exist', () => {
    const pointed = all(html, 'aria-describedby').flatMap((value) => value.split(' '))
    expect(pointed).toContain('work.0.gross.hint')
    expect(pointed).toContain('work.0.gross.error')
    for (const id of pointed) expect(ids).toContain(id)
  })

  it('has a label for each control', () => {
    const labelled = all(html, 'for')
    for (const [, attributes] of html.matchAll(/<(?:input|select|textarea)([^>]*)>/g)) {
      expect(labelled).toContain(/ id="([^"]*)"/.exec(attributes!)?.[1])
    }
  })
})

describe('U-02 what is sent', () => {
  it('a date is three fields, and only the wrong part is marked', () => {
    const html = renderToStaticMarkup(
      <DateField {...about} partLabels={partLabels} value={{ day: '31', month: '2' }} wrong={['day']} />,
    )
    expect(all(html, 'name')).toEqual(['work.0.gross.day', 'work.0.gross.month', 'work.0.gross.year'])
    expect(all(html, 'value')).toEqual(['31', '2'])
    expect(all(html, 'aria-invalid')).toHaveLength(1)
  })

  it('what was typed comes back as it was', () => {
    expect(renderToStaticMarkup(<TextField {...about} value={'<b>"é'} />)).toContain(
      'value="&lt;b&gt;&quot;é"',
    )
  })

  it('a form posts, leaves judging to us, and leaves out what is undefined', () => {
    const html = renderToStaticMarkup(
      <Form action="/api/x" hidden={{ key: 'k', formKey: undefined }}>
        x
      </Form>,
    )
    expect(html).toContain('method="post"')
    expect(html).toContain('noValidate')
    expect(all(html, 'name')).toEqual(['key'])
  })
})

describe('U-03 the error summary', () => {
  it('links each sentence to its field and takes focus without script', () => {
    const html = renderToStaticMarkup(<ErrorSummary title="T" errors={[{ field: 'on', text: 'Do this' }]} />)
    expect(html).toContain('href="#on"')
    expect(html).toMatch(/autofocus/i)
    expect(html).toContain('role="alert"')
  })

  it('is not there when there is nothing to say', () => {
    expect(renderToStaticMarkup(<ErrorSummary title="T" errors={[]} />)).toBe('')
  })
})

describe('U-04 bars', () => {
  it('print every value, in the drawing’s list and in the table, and never run off the drawing', () => {
    const html = renderToStaticMarkup(
      <AmountBars
        id="b"
        title="T"
        locale="fr"
        parts={[
          { key: 'a', label: 'A', cents: cents(78_400) },
          { key: 'b', label: 'B', cents: cents(99_900), minus: true },
          { key: 'c', label: 'C', cents: cents(0) },
        ]}
        total={{ label: 'Total', cents: cents(0) }}
        table={{ summary: 'S', what: 'W', amount: 'M' }}
      />,
    )
    expect(html.split('784,00\u00A0$')).toHaveLength(3)
    expect(html.split('\u2212999,00\u00A0$')).toHaveLength(3)
    expect(html).toContain('>C</th>')
    for (const width of all(html, 'width')) expect(parseFloat(width)).toBeLessThanOrEqual(100)
  })
})
