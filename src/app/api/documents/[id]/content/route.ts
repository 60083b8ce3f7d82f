import { showDocument } from '@/features/file/document-commands'
import { emptySchema } from '@/features/file/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'file:read',
  method: 'GET',
  input: emptySchema,
  run: showDocument,
})
