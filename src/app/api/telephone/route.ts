import { renewOwn } from '@/features/letters/commands'
import { fileTold, hear, preview } from '@/features/statement/telephone-commands'
import { answering, sorry } from '@/features/telephone/commands'
import { callSchema } from '@/features/telephone/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'telephone:call',
  proof: 'signature',
  input: callSchema,
  sorry,
  run: answering({ hear, preview, fileTold, renewOwn }),
})
