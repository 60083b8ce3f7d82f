import { inPlace } from '@/features/assisted/commands'
import { nothingSchema } from '@/features/assisted/schema'
import { downloadReceipt } from '@/features/statement/receipt-commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  method: 'GET',
  may: 'file:assist',
  input: nothingSchema,
  run: inPlace(downloadReceipt),
})
