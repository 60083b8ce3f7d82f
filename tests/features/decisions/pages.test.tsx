import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { findNoticeLetter, findOfficeDecision, listNoticesToPrint } from '@/features/decisions/office-queries'
import { DecisionsView, ApplicationDecisions } from '@/features/decisions/DecisionsView'
import { DecisionView } from '@/features/decisions/DecisionView'
import { sendDueNotices } from '@/features/decisions/leaving-commands'
import { NoticeLettersView } from '@/features/decisions/NoticeLettersView'
import { NoticeLetterView } from '@/features/decisions/NoticeLetterView'
import { OfficeDecisionView } from '@/features/decisions/OfficeDecisionView'
import { findDecision, listDecisions } from '@/features/decisions/queries'
import { locales, type Locale } from '@/i18n/locale'
import { citizen, staff, withWorld } from '../../support/world'
import { moveClockBy, takeDecision, takeIdentity, taskOf } from './deciding'

/*
 * Numbered cases:
 *   DP-01 the person's list and page say why, by which article, what to do, whom to call and until when, in both languages
 *   DP-02 the office's page says when it leaves, and what each will read in their own language, whatever the agent's
 *   DP-03 the sheet to print has the address and the notice; the list of those that wait says how each leaves
 */
const world = withWorld()
const ground = {} as { id: string; number: string }
const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

beforeAll(async () => {
  await takeIdentity(world.owner, 'Adèle')
  const taken = await takeDecision(
    await staff(world.owner, 'Jules Agent'),
    await taskOf(world.owner, 'Adèle'),
    {
      outcome: 'partlyAccepted',
      reasons: [
        { code: 'provedByDocuments' },
        { code: 'documentNotGiven', facts: { day: '2026-12-01', document: 'wageProof.applicant.0' } },
      ],
      items: [{ item: 'work.0', outcome: 'waiting' }],
      words: 'Appelez-moi.',
      needsSecond: false,
    },
  )
  Object.assign(ground, taken)
})

const office = async (locale: Locale) => {
  const decision = await findOfficeDecision(await staff(world.owner, 'Jules Agent'), ground.id)
  return renderToStaticMarkup(
    <OfficeDecisionView locale={locale} decision={decision!} backHref="/fr/bureau" />,
  )
}

describe('the pages of a decision', () => {
  test.each(locales)('DP-02 the office reads it before it leaves: %s', async (locale) => {
    const html = await office(locale)
    expect(html).toContain('lang="fr"')
    const text = textOf(html)
    for (const part of [ground.number, 'Jules Agent', 'révision', 'article 36', 'Appelez-moi.']) {
      expect(text).toContain(part)
    }
    expect(text).toContain(locale === 'fr' ? 'Cet avis n’est pas parti' : 'This notice has not left')
  })

  test.each(locales)('DP-01 the person reads it once it has left: %s', async (locale) => {
    const adele = await citizen(world.owner, 'Adèle')
    if (locale === 'fr') {
      await moveClockBy(world.owner, 31)
      expect(await sendDueNotices()).toBe(1)
    }
    const decisions = await listDecisions(adele)
    const list = textOf(
      renderToStaticMarkup(<DecisionsView locale={locale} decisions={decisions} back="Retour" />),
    )
    expect(list).toContain(locale === 'fr' ? 'Accepté en partie' : 'Accepted in part')
    const followed = renderToStaticMarkup(<ApplicationDecisions locale={locale} decisions={decisions} />)
    expect(followed).toContain(ground.id)
    expect(renderToStaticMarkup(<ApplicationDecisions locale={locale} decisions={[]} />)).toBe('')
    const decision = await findDecision(adele, ground.id)
    const html = renderToStaticMarkup(
      <DecisionView
        locale={locale}
        decision={decision!}
        reader={null}
        back={{ href: '/', text: 'Retour' }}
        newerHref={(id) => id}
        copyHref={`/api/decisions/${ground.id}/pdf`}
        beside={<p>beside</p>}
      />,
    )
    expect(html.match(/<h1/g)).toHaveLength(1)
    const text = textOf(html)
    const said =
      locale === 'fr'
        ? ['article 36', 'Pourquoi', 'Ce que vous pouvez faire', 'preuve', '107 et 108', 'Drummondville']
        : ['section 36', 'Why', 'What you can do', 'proof', '107 and 108', 'Drummondville']
    for (const part of [...said, ground.number, 'beside', 'Appelez-moi.']) expect(text).toContain(part)
    expect(text).not.toMatch(/\{|\}|undefined|null|decisions\./)
  })

  test.each(locales)('DP-03 the sheet to print, and the list of those that wait: %s', async (locale) => {
    const jules = await staff(world.owner, 'Jules Agent')
    const { notices, more } = await listNoticesToPrint(jules)
    expect(more).toBe(false)
    const list = renderToStaticMarkup(
      <NoticeLettersView {...{ locale, notices, more }} note="notice-printed" />,
    )
    expect(textOf(list)).toContain(locale === 'fr' ? 'Par la poste' : 'By mail')
    const letter = await findNoticeLetter(jules, notices[0]!.id)
    const sheet = renderToStaticMarkup(<NoticeLetterView locale={locale} letter={letter!} formKey="k" />)
    expect(sheet).toContain('lang="fr"')
    expect(sheet).toContain(`/api/notices/${notices[0]!.id}/printing`)
    const text = textOf(sheet)
    for (const part of [letter!.address!.street, 'Adèle Exemple', ground.number, 'révision']) {
      expect(text).toContain(part)
    }
  })
})
