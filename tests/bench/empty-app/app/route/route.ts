export const dynamic = 'force-dynamic'

/** The least a route can do. */
export const GET = () => new Response('ok')
