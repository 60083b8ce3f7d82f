import { z } from 'zod'
import { notePrintedNotice } from '@/features/decisions/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'letters:print',
  input: z.object({}),
  run: notePrintedNotice,
})
