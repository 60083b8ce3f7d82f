import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import { textsOf } from '@/i18n/texts'
import { ButtonGroup, ButtonLink } from '@/ui/Button'
import { Icon } from '@/ui/Icon'
import type { IconName } from '@/ui/Icon'
import { MonthStrip } from '@/ui/MonthStrip'
import { Notice } from '@/ui/Notice'
import { PageTitle } from '@/ui/PageTitle'
import { PhoneLines } from './PhoneLines'
import styles from './home.module.css'

/** What this site is for, its dates, and the two doors: the file and the urgent need. */
export function HomeView({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale, 'public.home')
  const tasks: [IconName, string, string][] = [
    ['document', t('fileTitle'), t('fileText')],
    ['money', t('previewTitle'), t('previewText')],
    ['person', t('changeTitle'), t('changeText')],
    ['check', t('receiptTitle'), t('receiptText')],
  ]
  const dates = [
    [t('openTitle'), t('openText')],
    [t('dueTitle'), t('dueText')],
    [t('paidTitle'), t('paidText')],
  ] as const
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p className={styles.lead}>{t('lead')}</p>
      <ButtonGroup>
        <ButtonLink href={paths.signIn(locale)}>
          <Icon name="lock" />
          {t('signIn')}
        </ButtonLink>
      </ButtonGroup>
      <section className={styles.estimate}>
        <h2 className={styles.estimateTitle}>{t('estimateTitle')}</h2>
        <p>{t('estimateText')}</p>
        <ButtonLink href={paths.estimator(locale)} kind="secondary">
          <Icon name="money" />
          {t('estimate')}
        </ButtonLink>
      </section>

      <h2>{t('doTitle')}</h2>
      <ul className={styles.tasks}>
        {tasks.map(([icon, title, text]) => (
          <li key={title} className={styles.task}>
            <h3 className={styles.taskTitle}>
              <Icon name={icon} /> {title}
            </h3>
            <p className={styles.taskText}>{text}</p>
          </li>
        ))}
      </ul>

      <h2>{t('datesTitle')}</h2>
      <MonthStrip title={t('strip')} days={30} due={{ day: 15, label: t('stripDue') }} />
      <dl className={styles.dates}>
        {dates.map(([title, text]) => (
          <div key={title} className={styles.date}>
            <dt className={styles.dateTitle}>{title}</dt>
            <dd className={styles.dateText}>{text}</dd>
          </div>
        ))}
      </dl>

      <h2>{t('whoTitle')}</h2>
      <p>{t('whoText')}</p>

      <h2>{t('lateTitle')}</h2>
      <p>{t('lateText')}</p>

      <div className={styles.help}>
        <Notice kind="warning" title={t('urgentTitle')}>
          <p>
            {t('urgentText')} <a href={paths.urgentNeed(locale)}>{t('urgentLink')}</a>
          </p>
        </Notice>
      </div>

      <h2>{t('phoneTitle')}</h2>
      <p>{t('phoneText')}</p>
      <PhoneLines locale={locale} />
    </>
  )
}
