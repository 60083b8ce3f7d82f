import { askForRelease } from '@/features/payments/commands'
import { releaseSchema } from '@/features/payments/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'payments:release',
  input: releaseSchema,
  run: askForRelease,
})
