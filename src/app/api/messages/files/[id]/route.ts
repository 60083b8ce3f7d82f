import { openOwnFile } from '@/features/messages/file-commands'
import { openingSchema } from '@/features/messages/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'message:write',
  method: 'GET',
  input: openingSchema,
  run: openOwnFile,
})
