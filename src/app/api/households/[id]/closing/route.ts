import { openClosing } from '@/features/closing/office-commands'
import { officeClosingSchema } from '@/features/closing/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'file:close',
  input: officeClosingSchema,
  run: openClosing,
})
