import { nothingSchema } from '@/features/assisted/schema'
import { openScan } from '@/features/assisted/scans'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'file:assist',
  method: 'GET',
  input: nothingSchema,
  run: openScan,
})
