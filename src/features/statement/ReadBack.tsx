import type { JourneyPage } from '@/domain/statement/journey'
import type { Locale } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { Checkbox } from '@/ui/Choices'
import { Notice } from '@/ui/Notice'
import { valueOf } from './draft'
import { errorOf } from './PageForm'
import type { StatementPage } from './queries'
import { wordsOf } from './words'

/**
 * What who helps reads aloud before sending: the answers, the payment they lead to, and the attestation, which is the
 * person's. Of a paper, that it is signed. Nothing for someone who files by themselves.
 */
export function ReadBack(props: {
  readonly locale: Locale
  readonly page: StatementPage
  readonly current: JourneyPage
}) {
  const { locale, page, current } = props
  const { assisted, fields, household } = page.desk
  if (!assisted) return null
  const t = textsOf(locale, 'assisted.readBack')
  const way = assisted.channel === 'paper' ? 'paper' : 'aloud'
  return (
    <Notice kind="info" title={t(`${way}.title`)}>
      <p>{t(`${way}.text`)}</p>
      {way === 'aloud' && (
        <blockquote>
          <p>{t('question', { attest: textsOf(locale, 'statement')('attest.statement') })}</p>
        </blockquote>
      )}
      {household.people.filter(({ role }) => role === 'adult').length > 1 && <p>{t('both')}</p>}
      <Checkbox
        name="readBack"
        value="yes"
        label={t(`${way}.label`)}
        checked={valueOf(fields, 'readBack') === 'yes'}
        {...errorOf(wordsOf(locale, 'statement'), locale, page, current, 'readBack')}
      />
    </Notice>
  )
}
