import { z } from 'zod'
import { goOn } from '@/features/exports/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'export:make',
  input: z.object({}),
  run: goOn,
})
