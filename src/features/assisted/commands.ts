import 'server-only'
import { dayOf } from '@/domain/calendar'
import type { Locale } from '@/i18n/locale'
import { paths } from '@/i18n/paths'
import {
  beginAssisted,
  countProof,
  endAssisted,
  findAssisted,
  secondsBeforeNextProof,
} from '@/server/assisted'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import type { Answer, Call } from '@/server/endpoint'
import { isId } from '@/server/ids'
import type { Citizen, Staff } from '@/server/viewer'
import { consentWording } from './consent'
import { readBegin } from './reading'
import type { BeginFields } from './schema'
import { checkOf, type Reason } from './states'

/**
 * Begins to help a caller with their file: they are known first, and said yes. A proof that fails is counted, so that
 * one who guesses waits longer and longer, whoever of the staff answers.
 */
export async function begin(call: Call<Staff, BeginFields>): Promise<Answer> {
  const { viewer, input, locale, arrival } = call
  const read = readBegin(input, dayOf(arrival))
  if ('unreadable' in read) return again(locale, checkOf('file', read.unreadable), 422)
  const { proof, channel, handedInOn } = read
  const { fileNumber } = proof.who
  const seconds = await secondsBeforeNextProof(viewer, fileNumber)
  if (seconds > 0) {
    return { ...again(locale, 'wait', 429), headers: { 'Retry-After': String(seconds) } }
  }
  const help = { channel, handedInOn, language: locale, consentWording }
  const begun = await withViewer(viewer, async (door) => {
    const outcome = await beginAssisted(door, proof, help)
    if ('refusal' in outcome) {
      await record(door, viewer, {
        act: 'assisted',
        subjectKind: 'person',
        details: { told: 0, way: proof.way },
      })
    }
    return outcome
  })
  await countProof(viewer, fileNumber, 'id' in begun)
  if ('refusal' in begun) return again(locale, begun.refusal, 403)
  return { to: paths.assistedFile(locale, begun.id), status: 201, data: { code: 'begun', id: begun.id } }
}

/** Ends the help: from then on its pages are nobody's. */
export async function end({ viewer, params, locale }: Call<Staff, unknown>): Promise<Answer> {
  const id = params['session'] ?? ''
  if (isId(id)) await withViewer(viewer, (door) => endAssisted(door, id))
  return { to: paths.assisted(locale), data: { code: 'ended' } }
}

/**
 * Has a command of the person's file run in their place, by who helps them: the same command, the same rules. A session
 * that is over, or another's, leads to where the next begins.
 */
export function inPlace<Input>(
  run: (call: Call<Citizen, Input>) => Promise<Answer>,
): (call: Call<Staff, Input>) => Promise<Answer> {
  return async (call) => {
    const visit = await findAssisted(call.viewer, call.params['session'] ?? '')
    if (!visit) return again(call.locale, 'over', 404)
    return run({ ...call, viewer: visit.viewer })
  }
}

function again(locale: Locale, told: Reason | string, status: number): Answer {
  return { to: paths.assistedAgain(locale, told), status, data: { code: told } }
}
