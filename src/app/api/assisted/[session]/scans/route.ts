import { nothingSchema } from '@/features/assisted/schema'
import { attachScans } from '@/features/assisted/scans'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'file:assist',
  reads: 'files',
  parks: false,
  input: nothingSchema,
  run: attachScans,
})
