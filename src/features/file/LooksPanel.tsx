import { formatInstant } from '@/i18n/format'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import type { DeskLook } from '@/server/file-desk'
import { Table } from '@/ui/Table'

const kinds = ['household', 'filing', 'application', 'document'] as const

/** Who of the staff looked at this file, from whatever office, the latest first. */
export function LooksPanel(props: { readonly locale: Locale; readonly looks: readonly DeskLook[] }) {
  const { locale, looks } = props
  const t = textsOf(locale, 'casefile.look')
  if (looks.length === 0) return <p>{t('none')}</p>
  const kindOf = (kind: string) => t(`kind.${kinds.find((one) => one === kind) ?? 'other'}`)
  return (
    <>
      <Table
        id="looks-at-file"
        caption={t('caption')}
        captionHidden
        stacks
        columns={[
          { label: t('when') },
          { label: t('who') },
          { label: t('role') },
          { label: t('office') },
          { label: t('what') },
        ]}
        rows={looks.map((look) => ({
          key: look.id,
          cells: [
            formatInstant(look.at, locale),
            look.name,
            t(`roles.${look.role}`),
            (locale === 'fr' ? look.officeFr : look.officeEn) ?? t('noOffice'),
            kindOf(look.subjectKind),
          ],
        }))}
      />
      {looks.length >= 50 && <p>{t('more', { count: looks.length })}</p>}
    </>
  )
}
