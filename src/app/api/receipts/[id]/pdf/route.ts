import { z } from 'zod'
import { downloadReceipt } from '@/features/statement/receipt-commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  method: 'GET',
  may: 'statement:read',
  input: z.object({}),
  run: downloadReceipt,
})
