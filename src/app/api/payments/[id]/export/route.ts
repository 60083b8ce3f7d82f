import { takeExport } from '@/features/payments/commands'
import { exportSchema } from '@/features/payments/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  method: 'GET',
  may: 'payments:release',
  input: exportSchema,
  run: takeExport,
})
