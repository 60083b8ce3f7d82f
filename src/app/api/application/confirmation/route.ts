import { confirm } from '@/features/spouse/commands'
import { confirmationSchema } from '@/features/spouse/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  may: 'application:fill',
  input: confirmationSchema,
  run: confirm,
})
