import { z } from 'zod'
import { downloadNotice } from '@/features/decisions/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  method: 'GET',
  may: 'review:read',
  input: z.object({}),
  run: downloadNotice,
})
