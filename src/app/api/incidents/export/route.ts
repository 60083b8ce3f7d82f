import { z } from 'zod'
import { exportRegister } from '@/features/incidents/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  method: 'GET',
  may: 'incident:read',
  input: z.object({}),
  run: exportRegister,
})
