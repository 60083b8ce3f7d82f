import type { Owner } from '../../prisma/builders'
import { locales, type Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { Markers, Secret, ViewerName } from './probe-markers'
import type { Audience, RouteEntry } from './probe-routes'
import type { Change } from './probe-rows'
import type { Asker, ProbeWorld } from './probe-world'

/** A request about one's own information: whose it is, and its number. */
export type ProbePrivacy = { readonly id: string; readonly secret: Secret; readonly number: string }
export type ProbeIncident = { readonly id: string; readonly words: string }

/** A request of the recipient, one of the spouse and one of a far household; and an incident of the register. */
export async function addPrivacy(
  owner: Owner,
  markers: Markers,
  of: {
    readonly people: readonly {
      readonly secret: Secret
      readonly personId: string
      readonly householdId: string
    }[]
    readonly supervisor: string
  },
): Promise<{ readonly requests: readonly ProbePrivacy[]; readonly incident: ProbeIncident }> {
  const requests: ProbePrivacy[] = []
  for (const { secret, personId, householdId } of of.people) {
    const number = markers.word(secret)
    const key = crypto.randomUUID()
    const { id } = await owner.privacyRequest.create({
      data: {
        ...{ personId, householdId, kind: 'access', words: markers.word(secret), language: 'fr' },
        ...{ receiptNumber: number, key, askedAt: new Date('2026-11-05T15:00:00.000Z') },
      },
    })
    requests.push({ id: markers.learn(id, secret), secret, number })
  }
  const { id } = await owner.incident.create({
    data: { key: crypto.randomUUID(), recordedBy: of.supervisor },
  })
  const words = markers.word('register')
  await owner.incidentVersion.create({
    data: {
      ...{
        incidentId: id,
        version: 1,
        recordedBy: of.supervisor,
        circumstances: words,
        awareFrom: '2026-11-02',
      },
      ...{ information: '', whyNotDescribed: '', occurredWords: '', approximate: false, sensitivity: '' },
      ...{ fearedUse: '', likelihood: '', whyNotTold: '', publicNoticeWhy: '', measures: '' },
    },
  })
  return { requests, incident: { id: markers.learn(id, 'register'), words } }
}

const nothing = '01990000-0000-7000-8000-000000000000'

/** Whose the words become that a viewer types. */
const become: Partial<Record<ViewerName, Secret>> = {
  recipient: 'privacyRecipient',
  spouse: 'privacySpouse',
  other: 'privacyOther',
  former: 'privacyFormer',
  formerAlone: 'privacyFormerAlone',
  expired: 'privacyRecipient',
  supervisor: 'register',
}
const word = ({ markers }: ProbeWorld, { name }: Asker): string => markers.word(become[name] ?? 'nobody')

const known = { 'awareFrom.day': '2', 'awareFrom.month': '11', 'awareFrom.year': '2026' }

const page = (link: (locale: Locale) => string, audience: Audience): RouteEntry => ({
  audience,
  read: () => locales.map((locale) => ({ path: link(locale) })),
})

/** How the pages and the forms about personal information, and those of the register, are probed. */
export const privacyRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/mon-dossier/compte/renseignements': page(paths.privacyRequests, 'citizen'),
  '/[locale]/bureau/renseignements-personnels': page(paths.officePrivacy, 'supervisor'),
  '/[locale]/bureau/renseignements-personnels/[id]': {
    audience: 'supervisor',
    read: ({ privacy }) =>
      privacy.requests.flatMap(({ id, secret, number }) =>
        locales.map((locale) => ({
          path: paths.officePrivacyRequest(locale, id),
          secret,
          proof: number,
          missing: paths.officePrivacyRequest(locale, nothing),
        })),
      ),
  },
  '/api/privacy-requests': {
    audience: 'citizen',
    send: (world, asker) =>
      ['access', 'nothing'].map((kind) => ({
        path: '/api/privacy-requests',
        fields: {
          ...{ kind, words: word(world, asker), key: nothing, intent: 'send' },
          ...{ personId: world.ids.people[0]!, householdId: world.home, person_id: world.ids.people[0]! },
        },
      })),
  },
  '/api/privacy-requests/[id]/withdrawal': {
    audience: 'citizen',
    send: ({ privacy }) =>
      privacy.requests.map(({ id, secret }) => ({
        path: `/api/privacy-requests/${id}/withdrawal`,
        secret,
        missing: `/api/privacy-requests/${nothing}/withdrawal`,
        fields: {},
      })),
  },
  // Refused: what is done once would be done by the first who asks.
  '/api/privacy-requests/[id]/answer': {
    audience: 'supervisor',
    send: ({ privacy }) =>
      privacy.requests.map(({ id, secret }) => ({
        path: `/api/privacy-requests/${id}/answer`,
        secret,
        missing: `/api/privacy-requests/${nothing}/answer`,
        fields: { outcome: 'refused', ground: '', words: 'Pour essayer' },
      })),
  },
  '/api/privacy-requests/[id]/extension': {
    audience: 'supervisor',
    send: ({ privacy }) =>
      privacy.requests.map(({ id, secret }) => ({
        path: `/api/privacy-requests/${id}/extension`,
        secret,
        missing: `/api/privacy-requests/${nothing}/extension`,
        fields: { days: '50', reason: 'Pour essayer' },
      })),
  },
  '/[locale]/bureau/incidents': page(paths.incidents, 'exporter'),
  '/[locale]/bureau/incidents/nouveau': page(paths.newIncident, 'supervisor'),
  '/[locale]/bureau/incidents/[id]': {
    audience: 'exporter',
    read: ({ privacy: { incident } }) =>
      locales.map((locale) => ({
        path: paths.incident(locale, incident.id),
        secret: 'register',
        proof: incident.words,
        missing: paths.incident(locale, nothing),
      })),
  },
  '/api/incidents': {
    audience: 'supervisor',
    send: (world, asker) => [
      {
        path: '/api/incidents',
        fields: { circumstances: word(world, asker), recordedBy: nothing, ...known },
      },
      { path: '/api/incidents', fields: { circumstances: '', recordedBy: nothing } },
    ],
  },
  '/api/incidents/[id]/versions': {
    audience: 'supervisor',
    send: (world, asker) => [
      {
        path: `/api/incidents/${world.privacy.incident.id}/versions`,
        secret: 'register',
        missing: `/api/incidents/${nothing}/versions`,
        fields: {
          ...{ circumstances: word(world, asker), version: '1' },
          ...known,
        },
      },
    ],
  },
  '/api/incidents/export': { audience: 'exporter', read: () => [{ path: '/api/incidents/export' }] },
}

const tables = ['privacy_request', 'staff_form', 'incident', 'incident_version']
/** Whether a change is of what is asked about information, of the register, or of a form the staff left. */
export const isOfPrivacy = (table: string): boolean => tables.includes(table)

/** Whether a viewer may have caused it: their own request, the form they left, a new version in their own name. */
export function mayHaveAsked(asker: Asker, { table, before, after }: Change): boolean {
  if (table === 'staff_form') {
    const left = after ?? before
    const mayKeep =
      asker.name === 'supervisor' || (/^(agent|otherAgent)$/.test(asker.name) && left?.['form'] === 'closing')
    return mayKeep && left?.['staff_id'] === asker.staffId
  }
  if (after === null) return false
  if (table !== 'privacy_request')
    return before === null && asker.name === 'supervisor' && after['recorded_by'] === asker.staffId
  return asker.realm === 'citizen' && !asker.forPersonId && after['person_id'] === asker.personId
}
