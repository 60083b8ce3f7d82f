import { assistedChannels } from '@/domain/access/identification'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Radios } from '@/ui/Choices'
import { DateField } from '@/ui/DateField'
import type { BeginField } from './states'

/** How someone comes, and the day of their paper when they do by paper. */
export function ArrivalFields(props: {
  readonly locale: Locale
  readonly errorOf: (field: BeginField) => { readonly error?: string }
}) {
  const { locale, errorOf } = props
  const t = textsOf(locale, 'assisted.start')
  const common = textsOf(locale, 'common')
  return (
    <>
      <Radios
        name="channel"
        label={t('channel')}
        choices={assistedChannels.map((value) => ({ value, label: t(`channelOf.${value}`) }))}
        {...errorOf('channel')}
      />
      <DateField
        name="handed"
        label={t('handed')}
        hint={t('handedHint')}
        optional={t('optional')}
        partLabels={{ day: common('day'), month: common('month'), year: common('year') }}
        {...errorOf('handed')}
      />
    </>
  )
}
