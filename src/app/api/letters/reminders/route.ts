import { noteRemindersPrinted } from '@/features/letters/reminder-commands'
import { printedRemindersSchema } from '@/features/letters/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'letters:print',
  input: printedRemindersSchema,
  run: noteRemindersPrinted,
})
