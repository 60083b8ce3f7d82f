import { sendProof } from '@/features/access/commands'
import { proofSchema } from '@/features/access/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'session:start',
  input: proofSchema,
  run: sendProof,
})
