import 'server-only'
import { dayOf } from '@/domain/calendar'
import { messages } from '@/i18n/messages'
import { paths } from '@/i18n/paths'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { tokenOf, type Answer, type Call } from '@/server/endpoint'
import type { Citizen } from '@/server/viewer'
import { gatherMyData } from './my-data'
import { dataVersion } from './my-data-sections'

/** Gives the person everything kept about them, as a file whose fields are described in their language. */
export async function downloadMyData({ viewer, locale, request }: Call<Citizen, unknown>): Promise<Answer> {
  const { madeAt, data } = await gatherMyData(viewer, tokenOf(request), locale)
  await withViewer(viewer, (door) =>
    record(door, viewer, { act: 'downloaded', subjectKind: 'person', subjectId: viewer.personId }),
  )
  const words = messages[locale].mydata
  const file = {
    schema: 'quinze-my-data',
    schemaVersion: dataVersion,
    language: locale,
    madeAt,
    description: { ...words.file, sections: words.section, fields: words.field },
    data,
  }
  const name = `${words.fileName}-${dayOf(madeAt)}.json`
  return {
    to: paths.myData(locale),
    file: { name, type: 'application/json; charset=utf-8', body: `${JSON.stringify(file, null, 2)}\n` },
  }
}
