import { open } from '@/features/estimate/endpoints'
import { answerOffices } from '@/features/estimate/offices'
import { openEndpoint } from '@/server/open-endpoint'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = openEndpoint({
  ...open,
  method: 'GET',
  run: answerOffices,
})
