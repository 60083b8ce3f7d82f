import { askForExport } from '@/features/exports/commands'
import { exportSchema } from '@/features/exports/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'export:make',
  input: exportSchema,
  run: askForExport,
})
