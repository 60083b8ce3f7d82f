import { openFile } from '@/features/opening/commands'
import { openingSchema } from '@/features/opening/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'file:open',
  input: openingSchema,
  run: openFile,
})
