import { comeBack } from '@/features/entering/resume-commands'
import { resumeSchema } from '@/features/entering/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'application:resume',
  input: resumeSchema,
  run: comeBack,
})
