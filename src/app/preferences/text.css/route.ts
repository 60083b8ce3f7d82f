import type { NextRequest } from 'next/server'
import { readTextSize, textSizeCookie, textSizeSheet } from '@/ui/text-size'

/**
 * The reader's text size as a style sheet, linked from every page: static pages stay static, and no script
 * is needed. Asked again each time, answered with 304 when nothing changed. Pages from the shelf hold it already.
 */
export function GET(request: NextRequest): Response {
  const size = readTextSize(request.cookies.get(textSizeCookie)?.value)
  const headers = {
    'Content-Type': 'text/css; charset=utf-8',
    'Cache-Control': 'private, no-cache',
    ETag: `"text-${size}"`,
    Vary: 'Cookie',
  }
  if (request.headers.get('if-none-match') === headers.ETag)
    return new Response(null, { status: 304, headers })
  return new Response(textSizeSheet(size), { headers })
}
