import { randomUUID } from 'node:crypto'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup } from '@/ui/Button'
import { Form } from '@/ui/Form'
import type { AskedTrail } from './schema'

/** The button that begins a file of what the page shows. */
export function ExportForm(props: {
  readonly locale: Locale
  readonly formKey: string
  readonly asked?: { readonly [Name in keyof AskedTrail]?: string | undefined }
}) {
  const { locale, asked = {} } = props
  const hidden = {
    ...{ language: locale, formKey: props.formKey, key: randomUUID() },
    ...{ household: asked.householdId, staff: asked.staffId, from: asked.from, until: asked.until },
  }
  return (
    <Form action="/api/exports" hidden={hidden}>
      <ButtonGroup>
        <Button kind="secondary">{textsOf(locale, 'exports')('ask')}</Button>
      </ButtonGroup>
    </Form>
  )
}
