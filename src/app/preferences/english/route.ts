import { goToEnglish } from '@/features/information/english'

export function GET(request: Request): Response {
  return goToEnglish(request)
}
