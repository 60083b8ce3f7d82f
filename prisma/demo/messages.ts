import { randomUUID } from 'node:crypto'
import { addDays, type Day, type Instant } from '../../src/domain/calendar'
import { replyBy } from '../../src/domain/messages/promise'
import { morningOf, type Owner } from '../builders'

type Line = {
  readonly fileNumber: string
  /** How many days before the demo's own day. */
  readonly ago: number
  readonly text: string
  /** Of the office's agent, in answer to all that came before. */
  readonly fromOffice?: true
}

/** What some of the demo's people and the agent of Drummondville wrote to each other; three of them wait. */
const lines: readonly Line[] = [
  {
    fileNumber: 'DEMO-0001-01',
    ago: 6,
    text: 'Bonjour, j’ai reçu ma vraie paye. Elle est plus basse que ce que j’avais estimé. Dois-je faire quelque chose?',
  },
  {
    fileNumber: 'DEMO-0001-01',
    ago: 5,
    text: 'Bonjour, votre prochaine déclaration vous demandera de confirmer le montant. Vous n’avez rien d’autre à faire.',
    fromOffice: true,
  },
  { fileNumber: 'DEMO-0001-01', ago: 1, text: 'Merci! Et si ma paye change encore le mois prochain?' },
  {
    fileNumber: 'DEMO-0008-08',
    ago: 4,
    text: 'J’ai corrigé ma déclaration. Pouvez-vous me dire si le montant va changer?',
  },
  { fileNumber: 'DEMO-0002-02', ago: 0, text: 'Quand mon prochain versement sera-t-il fait?' },
]

/** Writes them into the mailboxes of the first adult of each file. */
export async function writeMessages(owner: Owner, today: Day): Promise<void> {
  const agent = await owner.staffMember.findFirstOrThrow({
    where: { role: 'agent', office: { code: '009' } },
  })
  for (const { fileNumber, ago, text, fromOffice } of lines) {
    const household = await owner.household.findUnique({
      where: { fileNumber },
      include: {
        members: { where: { role: 'adult', untilDay: null }, orderBy: { fromDay: 'asc' }, take: 1 },
      },
    })
    const [adult] = household?.members ?? []
    if (!household || !adult) throw new Error(`${fileNumber} has nobody to write to`)
    const mailbox = { householdId: household.id, personId: adult.personId }
    const at = morningOf(addDays(today, -ago))
    await owner.message.create({
      data: {
        ...{ ...mailbox, text, key: randomUUID(), at: new Date(at) },
        ...(fromOffice ? { fromStaff: agent.id } : { replyBy: replyBy(at) }),
      },
    })
    if (fromOffice) await settle(owner, mailbox, agent.id, at)
  }
}

/** What an answer settles: the promise and the task. */
async function settle(
  owner: Owner,
  mailbox: { householdId: string; personId: string },
  staffId: string,
  at: Instant,
): Promise<void> {
  const waiting = await owner.message.findMany({ where: { ...mailbox, fromStaff: null, answeredAt: null } })
  const tasks = await owner.task.findMany({
    where: { kind: 'message', endedAt: null, subjectId: { in: waiting.map(({ id }) => id) } },
  })
  for (const { id, state } of tasks) {
    await owner.taskEvent.create({
      data: { taskId: id, verb: 'close', fromState: state, toState: 'closed', staffId, at: new Date(at) },
    })
    await owner.task.update({
      where: { id },
      data: { state: 'closed', endedAt: new Date(at), version: { increment: 1 } },
    })
  }
}
