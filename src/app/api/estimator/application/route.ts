import { beginApplication } from '@/features/entering/start-commands'
import { startSchema } from '@/features/entering/schema'
import { answersToCarry, forgetOnceBegun } from '@/features/estimator/commands'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'application:start',
  input: startSchema,
  run: async (call) => forgetOnceBegun(await beginApplication(call, answersToCarry(call))),
})
