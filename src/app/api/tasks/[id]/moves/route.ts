import { makeMove } from '@/features/deciding/commands'
import { moveSchema } from '@/features/deciding/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'task:move',
  input: moveSchema,
  run: makeMove,
})
