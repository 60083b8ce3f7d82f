import { notePrinted } from '@/features/letters/commands'
import { printedSchema } from '@/features/letters/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'letters:print',
  input: printedSchema,
  run: notePrinted,
})
