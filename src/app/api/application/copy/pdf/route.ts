import { z } from 'zod'
import { downloadCopy } from '@/features/application/copy-commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'applicant',
  method: 'GET',
  may: 'application:fill',
  input: z.object({}),
  run: downloadCopy,
})
