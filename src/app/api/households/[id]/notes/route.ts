import { noteOnHousehold } from '@/features/file/commands'
import { noteSchema } from '@/features/file/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'file:note',
  input: noteSchema,
  run: noteOnHousehold,
})
