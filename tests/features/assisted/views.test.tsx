import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { addStaff } from '../../../prisma/builders'
import { locales } from '@/i18n/locale'
import { textsOf } from '@/i18n/texts'
import { findAssisted } from '@/server/assisted'
import type { Staff } from '@/server/viewer'
import { ApplicationStartView } from '@/features/assisted/ApplicationStartView'
import { Banner } from '@/features/assisted/Banner'
import { NumberNotice } from '@/features/assisted/NumberNotice'
import { PaperView } from '@/features/assisted/PaperView'
import { StartView } from '@/features/assisted/StartView'
import { beginFields, checkOf, findTold, reasons } from '@/features/assisted/states'
import { findFilingChoices } from '@/features/statement/assisted-queries'
import { ChoicesView } from '@/features/statement/ChoicesView'
import { saveStatementDraft } from '@/features/statement/commands'
import { findStatementPage } from '@/features/statement/queries'
import { StatementView } from '@/features/statement/StatementView'
import { VerificationView } from '@/features/statement/VerificationView'
import { call, household, openOffice } from '../statement/office'
import { withWorld } from '../../support/world'

/*
 * Numbered cases:
 *   AV-01 the first pages say what is wrong, at each field, and every reason, in both languages
 *   AV-02 the pages of a statement in the hands of who helps lead to their own addresses, and ask for the reading back
 *   AV-03 the person's own pages ask for no reading back, and say who of the staff wrote
 */
const world = withWorld({ people: false })
let office: string
let agent: Staff

beforeAll(async () => {
  office = await openOffice(world.owner)
  const staffId = await addStaff(world.owner, { name: 'Alix Agente', role: 'agent', officeId: office })
  const sessionId = '018f0000-0000-7000-8000-000000000002'
  agent = { role: 'agent', sessionId, assurance: 'oidc', staffId, name: 'Alix Agente', officeId: office }
})

async function helped(channel: 'telephone' | 'paper') {
  const { id, viewers } = await household(world.owner, office, ['Ana', 'Luc'])
  const session = await world.owner.assistedSession.create({
    data: {
      staffId: agent.staffId,
      householdId: id,
      personId: viewers[0]!.personId,
      channel,
      identifiedBy: channel === 'paper' ? 'signature' : 'questions',
      handedInOn: channel === 'paper' ? '2026-11-09' : null,
      language: 'fr',
      consentWording: 'test',
    },
  })
  return { ana: viewers[0]!, visit: (await findAssisted(agent, session.id))! }
}

describe('what who helps sees', () => {
  it('AV-01 the first pages say what is wrong at each field, and every reason', () => {
    for (const locale of locales) {
      const t = textsOf(locale, 'assisted')
      const told = findTold(checkOf('file', beginFields))!
      const start = renderToStaticMarkup(<StartView locale={locale} formKey="k" told={told} file="AB-12" />)
      for (const field of beginFields) expect(start).toContain(t(`wrong.${field}`).replaceAll("'", '&#x27;'))
      expect(start).toContain('value="AB-12"')
      // Every error leads to a field that is there.
      for (const [, id] of start.matchAll(/href="#([^"]+)"/g)) expect(start).toContain(`id="${id}"`)
      for (const reason of reasons) {
        const shown = renderToStaticMarkup(<StartView locale={locale} formKey="k" told={findTold(reason)!} />)
        expect(shown).toContain(t(`reason.${reason}Text`))
      }
      const applying = findTold(checkOf('application', ['channel', 'handed', 'consent']))!
      const application = renderToStaticMarkup(
        <ApplicationStartView locale={locale} formKey="k" startKey="s" told={applying} />,
      )
      for (const [, id] of application.matchAll(/href="#([^"]+)"/g))
        expect(application).toContain(`id="${id}"`)
    }
    for (const nothing of ['', 'check', 'check-', 'check-nothing', 'application-over', 'check-consent-file'])
      expect(findTold(nothing)).toBeNull()
  })

  it('AV-02 the pages of a statement lead to their own addresses, and ask for the reading back', async () => {
    for (const channel of ['telephone', 'paper'] as const) {
      const { visit } = await helped(channel)
      const choices = (await findFilingChoices(visit.viewer))!
      const api = `/api/assisted/${visit.viewer.assisted!.id}`
      for (const locale of locales) {
        const home = renderToStaticMarkup(
          <>
            <Banner locale={locale} visit={visit} formKey="k" />
            <ChoicesView locale={locale} name={visit.viewer.name} choices={choices} />
            <PaperView locale={locale} sessionId="s" scans={[]} formKey="k" problem="too-large" />
            <NumberNotice locale={locale} number="Q-1" channel="counter" />
          </>,
        )
        expect(home).toContain('Ana Essai')
        const page = (await findStatementPage(visit.viewer, '2026-11'))!
        const statement = renderToStaticMarkup(<StatementView locale={locale} page={page} formKey="k" />)
        expect(statement).toContain('name="readBack"')
        const addresses = [...statement.matchAll(/(?:href|action|formAction|formaction)="([^"#]+)"/g)].map(
          ([, address]) => address!,
        )
        expect(addresses.length).toBeGreaterThan(2)
        for (const address of addresses)
          expect(address.startsWith(api) || /\/(assistance|office)/.test(address), address).toBe(true)
      }
      const form = { page: 'start', intent: 'continue', changed: ['other'], draftVersion: '0' }
      await saveStatementDraft(call(visit.viewer, form))
      const other = { page: 'questions', intent: 'continue', 'other.words': 'Un mot', draftVersion: '1' }
      await saveStatementDraft(call(visit.viewer, other))
      const checked = (await findStatementPage(visit.viewer, '2026-11'))!
      const review = renderToStaticMarkup(<VerificationView locale="fr" page={checked} formKey="k" />)
      expect(review).toContain('name="readBack"')
      expect(review).toContain(`${api}/statements/2026-11/submission`)
      expect(review).toContain('name="draftVersion" value="2"')
    }
  })

  it('AV-03 the person’s own pages ask for no reading back, and say who of the staff wrote', async () => {
    const { ana, visit } = await helped('telephone')
    const save = (changed: string, draftVersion: string) => ({
      page: 'start',
      intent: 'save',
      changed: [changed],
      draftVersion,
    })
    await saveStatementDraft(call(visit.viewer, save('work', '0')))
    const own = async () =>
      renderToStaticMarkup(
        <StatementView locale="fr" page={(await findStatementPage(ana, '2026-11'))!} formKey="k" />,
      )
    const before = await own()
    expect(before).not.toContain('readBack')
    expect(before).toContain('Alix, membre du personnel, a écrit dans ce brouillon avec vous')
    await saveStatementDraft(call(ana, save('move', '0')))
    const after = await own()
    expect(after).toContain(textsOf('fr', 'assisted')('draft.unseenTitle'))
    expect(after).toContain('value="take-mine"')
  })
})
