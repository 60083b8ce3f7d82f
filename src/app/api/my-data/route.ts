import { z } from 'zod'
import { downloadMyData } from '@/features/account/my-data-commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'citizen',
  method: 'GET',
  may: 'account:read',
  input: z.object({}),
  run: downloadMyData,
})
