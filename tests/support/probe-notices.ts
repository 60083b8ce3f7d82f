import type { Owner } from '../../prisma/builders'
import { locales } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import type { Markers } from './probe-markers'
import type { RouteEntry } from './probe-routes'
import type { Asker, ProbeWorld } from './probe-world'

/** A notice that everyone reads, and one that is still to come. Returns the id of the second. */
export async function addNotices(owner: Owner, markers: Markers, decidedBy: string): Promise<string> {
  const notice = async (secret: 'notice' | 'noticeAhead', shownFrom: string) => {
    const { id } = await owner.serviceNotice.create({
      data: {
        kind: 'information',
        textFr: markers.word(secret),
        textEn: markers.word(secret),
        shownFrom: new Date(shownFrom),
        shownUntil: new Date('2027-01-01T15:00:00.000Z'),
        decidedBy,
      },
    })
    return markers.learn(id, secret)
  }
  await notice('notice', '2026-11-01T15:00:00.000Z')
  return notice('noticeAhead', '2026-12-01T15:00:00.000Z')
}

const nothing = '01990000-0000-7000-8000-000000000000'

/** A notice as typed: right, and then wrong. What a supervisor types is theirs until it is published. */
function typed({ markers }: ProbeWorld, { name }: Asker): Record<string, string>[] {
  const word = () => markers.word(name === 'supervisor' ? 'noticeDraft' : 'nobody')
  const from = { 'from.day': '10', 'from.month': '11', 'from.year': '2026', fromTime: '10:00' }
  const right = { kind: 'outage', fr: word(), en: word(), ...from }
  return [right, { ...right, fr: word(), kind: 'nothing' }]
}

/** How the page and the forms of service notices are probed. */
export const noticeRoutes: Readonly<Record<string, RouteEntry>> = {
  '/[locale]/bureau/avis': {
    audience: 'supervisor',
    read: () => locales.map((locale) => ({ path: paths.officeNotices(locale) })),
  },
  '/api/notices': {
    audience: 'supervisor',
    send: () => [{ path: '/api/notices', fields: { version: nothing } }],
  },
  '/api/notices/draft': {
    audience: 'supervisor',
    send: (world, asker) => typed(world, asker).map((fields) => ({ path: '/api/notices/draft', fields })),
  },
  '/api/notices/[id]/withdrawal': {
    audience: 'supervisor',
    send: ({ noticeAhead }) => [
      {
        path: `/api/notices/${noticeAhead}/withdrawal`,
        secret: 'noticeAhead',
        missing: `/api/notices/${nothing}/withdrawal`,
        fields: {},
      },
    ],
  },
}
