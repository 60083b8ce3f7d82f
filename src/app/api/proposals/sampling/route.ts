import { proposeSampling } from '@/features/proposals/commands'
import { samplingSchema } from '@/features/proposals/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'proposal:make',
  input: samplingSchema,
  run: proposeSampling,
})
