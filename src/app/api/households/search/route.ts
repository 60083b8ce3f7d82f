import { searchFile } from '@/features/file/commands'
import { searchSchema } from '@/features/file/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'file:read',
  input: searchSchema,
  run: searchFile,
})
