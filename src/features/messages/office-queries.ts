import 'server-only'
import { record } from '@/server/audit'
import { withViewer } from '@/server/db'
import { isId } from '@/server/ids'
import { readMailboxes, type FileOf, type OfficeMailbox } from '@/server/office-mailboxes'
import { visibleTo } from '@/server/scope'
import type { Staff } from '@/server/viewer'

/** The mailbox one message is in, and the file it is of. */
export type OfficeConversation = {
  readonly mailbox: OfficeMailbox
  /** The file number of the household, or the receipt number of the application. */
  readonly number: string
  readonly applicationId: string | null
}

/** Opens the mailbox of a message, and writes the look in the trail. Null when it is not this office's. */
export async function findConversation(viewer: Staff, messageId: string): Promise<OfficeConversation | null> {
  if (!isId(messageId)) return null
  return withViewer(viewer, async (door) => {
    const message = await door.tx.message.findFirst({
      where: {
        id: messageId,
        OR: [{ household: visibleTo.households(viewer) }, { application: visibleTo.applications(viewer) }],
      },
      include: {
        household: { select: { fileNumber: true } },
        application: {
          select: { versions: { select: { receiptNumber: true }, orderBy: { version: 'desc' }, take: 1 } },
        },
      },
    })
    if (!message) return null
    const { householdId, personId, applicationId, adult } = message
    const of: FileOf = householdId !== null ? { householdId } : { applicationId: applicationId! }
    const mailboxes = await readMailboxes(door, viewer, of)
    const mailbox = mailboxes.find((one) => one.mailbox.personId === personId && one.mailbox.adult === adult)
    if (!mailbox) return null
    await record(door, viewer, {
      ...{ act: 'looked', subjectKind: 'message', subjectId: messageId },
      ...(householdId !== null && { householdId }),
    })
    return {
      ...{ mailbox, applicationId },
      number: message.household?.fileNumber ?? message.application?.versions[0]?.receiptNumber ?? '',
    }
  })
}
