import { z } from 'zod'
import { download } from '@/features/exports/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  method: 'GET',
  may: 'export:make',
  input: z.object({}),
  run: download,
})
