import { taskKinds, taskUrgencies } from '@/domain/decision/task'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { Button, ButtonGroup, ButtonLink } from '@/ui/Button'
import { Checkboxes } from '@/ui/Choices'
import { Details } from '@/ui/Details'
import { Form } from '@/ui/Form'
import { Select } from '@/ui/Select'
import { columns, dues, isNarrowed, livingStates, programmes, sorts, whoses, type Asked } from './asked'
import styles from './worklist.module.css'

/** What the list is sorted and filtered by: a form that asks, so that its answer has an address. */
export function FilterForm({ locale, asked }: { readonly locale: Locale; readonly asked: Asked }) {
  const t = textsOf(locale, 'worklist')
  const select = <Value extends string>(
    name: 'kind' | 'state' | 'whose' | 'why' | 'due' | 'programme' | 'sort',
    values: readonly Value[],
    value: Value | null,
    word: (value: Value) => string,
    empty = t('filters.any'),
  ) => (
    <Select
      name={name}
      label={t(`filters.${name}`)}
      value={value ?? ''}
      empty={empty}
      choices={values.map((one) => ({ value: one, label: word(one) }))}
    />
  )
  return (
    <Details summary={t('filters.title')} open={isNarrowed(asked) || asked.sort !== 'order'}>
      <Form action={paths.office(locale)} method="get" label={t('filters.title')}>
        <div className={styles.filters}>
          {select('kind', taskKinds, asked.kind, (kind) => t(`kinds.${kind}`))}
          {select('state', livingStates, asked.state, (state) => t(`state.${state}`))}
          {select(
            'whose',
            whoses.filter((one) => one !== 'all'),
            asked.whose,
            (one) => t(`whose.${one}`),
            t('whose.all'),
          )}
          {select('why', taskUrgencies, asked.why, (why) => t(`urgency.${why}`))}
          {select('due', dues, asked.due, (due) => t(`due.${due}`))}
          {select('programme', programmes, asked.programme, (programme) => t(`programme.${programme}`))}
          {select(
            'sort',
            sorts.filter((one) => one !== 'order'),
            asked.sort,
            (sort) => t(`sort.${sort}`),
            t('sort.order'),
          )}
        </div>
        <Checkboxes
          name="col"
          label={t('filters.columns')}
          values={asked.columns}
          choices={columns.map((column) => ({ value: column, label: t(`column.${column}`) }))}
        />
        <ButtonGroup>
          <Button kind="secondary">{t('filters.apply')}</Button>
          <ButtonLink kind="plain" href={paths.office(locale)}>
            {t('filters.clear')}
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </Details>
  )
}
