import { verificationSchema } from '@/features/file/schema'
import { verifyItems } from '@/features/file/verify-commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'task:verify',
  input: verificationSchema,
  run: verifyItems,
})
