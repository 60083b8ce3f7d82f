import { answerCurve, open } from '@/features/estimate/endpoints'
import { openEndpoint } from '@/server/open-endpoint'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = openEndpoint({
  ...open,
  method: 'POST',
  run: answerCurve,
})
