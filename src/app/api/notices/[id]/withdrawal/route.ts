import { z } from 'zod'
import { withdrawNotice } from '@/features/notices/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'notices:publish',
  input: z.object({}),
  run: withdrawNotice,
})
