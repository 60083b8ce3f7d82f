import { askToClose } from '@/features/closing/commands'
import { ownClosingSchema } from '@/features/closing/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  may: 'account:change',
  input: ownClosingSchema,
  run: askToClose,
})
