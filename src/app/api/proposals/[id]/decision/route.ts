import { decide } from '@/features/proposals/commands'
import { wordSchema } from '@/features/proposals/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'proposal:make',
  input: wordSchema,
  run: decide,
})
