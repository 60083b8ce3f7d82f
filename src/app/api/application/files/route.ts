import { giveFiles } from '@/features/documents/commands'
import { filesSchema } from '@/features/documents/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  reads: 'files',
  parks: false,
  input: filesSchema,
  run: giveFiles,
})
