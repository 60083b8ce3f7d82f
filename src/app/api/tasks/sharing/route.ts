import { shareTasks } from '@/features/worklist/commands'
import { sharingSchema } from '@/features/worklist/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'staff',
  may: 'tasks:share',
  parks: false,
  input: sharingSchema,
  run: shareTasks,
})
