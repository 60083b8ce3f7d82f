import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'
import {
  fieldsOf,
  inputNames,
  journeyOf,
  pageAfter,
  pageId,
  type PageRef,
  prune,
} from '../../../src/domain/application/journey'
import type { Draft } from '../../../src/domain/draft'
import { today, type Applicant } from './applicant'
import { fill } from './fill'

type Posting = { readonly request: APIRequestContext; readonly origin: string }

async function post(
  { request, origin }: Posting,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<void> {
  const headers = { Origin: origin, Accept: 'application/json' }
  const response = await request.post(path, { headers, form })
  if (!response.ok())
    throw new Error(`${path} ${form['question'] ?? ''}: ${response.status()} ${await response.text()}`)
}

/** Begins an application and answers all of it without its pages, as a program would. The cookie stays with `request`. */
export async function tell(to: Posting, { answers }: Applicant): Promise<void> {
  await post(to, '/api/applications', { key: randomUUID(), ...answers['urgent'] })
  let draft: Draft = {}
  let ref: PageRef | null = journeyOf(draft, 'applicant', today)[0]!
  while (ref) {
    const id: string = pageId(ref)
    const typed = fill(id, fieldsOf(ref, draft, today).flatMap(inputNames), answers[id] ?? {})
    await post(to, '/api/application/answers', { question: id, intent: 'continue', ...typed })
    draft = prune({ ...draft, ...typed }, today)
    ref = pageAfter(ref, draft, 'applicant', today)
  }
}

/** Sends what was told. */
export async function sendTold(to: Posting, { signs }: Applicant): Promise<void> {
  await post(to, '/api/application/submission', { key: randomUUID(), signedName: signs, attest: 'yes' })
}
