import { answerReceiptCheck } from '@/features/information/commands'
import { receiptCheckSchema } from '@/features/information/schema'
import { endpoint } from '@/server/endpoint'

export const { GET, POST, PUT, PATCH, DELETE } = endpoint({
  as: 'anyone',
  may: 'receipt:check',
  proof: 'none',
  method: 'GET',
  input: receiptCheckSchema,
  run: answerReceiptCheck,
})
