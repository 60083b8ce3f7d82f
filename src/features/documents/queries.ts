import 'server-only'
import type { DocumentAsked } from '@/domain/application/documents'
import { withViewer, type Door } from '@/server/db'
import type { Applicant } from '@/server/viewer'
import { listRequirements, slugOf } from './requirements'
import type { OtherAnswer } from './schema'

/** A file one gave. */
export type GivenDocument = {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly scan: 'notScanned' | 'waiting' | 'clean' | 'infected'
}
/** What one said of a document instead of giving a file. */
export type Answered = {
  readonly answer: OtherAnswer
  readonly substitute: string | null
  readonly note: string | null
}
/** A document that is asked for, and where it stands. */
export type Requirement = {
  readonly asked: DocumentAsked
  readonly slug: string
  readonly files: readonly GivenDocument[]
  readonly answered: Answered | null
}

/** All that is asked of whoever looks, in the order it is asked. */
export async function listDocuments(viewer: Applicant): Promise<readonly Requirement[]> {
  return withViewer(viewer, (door) => requirementsIn(door, viewer))
}

/** One document, by what its address says; null when it is not asked for, or no longer. */
export async function findDocument(viewer: Applicant, slug: string): Promise<Requirement | null> {
  const all = await listDocuments(viewer)
  return all.find((one) => one.slug === slug) ?? null
}

type FileRow = GivenDocument & { readonly requirement: string }
type AnswerRow = Answered & { readonly requirement: string }

async function requirementsIn(door: Door, viewer: Applicant): Promise<Requirement[]> {
  const asked = await listRequirements(door, viewer)
  // One that held a virus is shown as long as no other was given after it.
  const files = await door.sql<FileRow>(
    `select id, requirement, name, bytes, scan from document d
     where application_id = $1 and adult = $2 and (removed_at is null or scan = 'infected' and not exists (
       select from document n where n.application_id = $1 and n.requirement = d.requirement and n.removed_at is null
         and n.received_at > d.removed_at))
     order by received_at, id`,
    [viewer.applicationId, viewer.adult],
  )
  const answers = await door.sql<AnswerRow>(
    `select requirement, answer, substitute, note from document_answer where application_id = $1 and adult = $2`,
    [viewer.applicationId, viewer.adult],
  )
  return asked.map((one) => ({
    asked: one,
    slug: slugOf(one.id),
    files: files.filter(({ requirement }) => requirement === one.id),
    answered: answers.find(({ requirement }) => requirement === one.id) ?? null,
  }))
}
