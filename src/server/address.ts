/**
 * The address a request comes from, as the reverse proxy tells it: the last one it added, which nobody else can
 * write. A network of IPv6 is one address: whoever has one of its addresses has all of them.
 */
export function addressOf(request: Request): string {
  const last = request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim().toLowerCase() ?? ''
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(last)
  if (mapped) return mapped[1]!
  if (!last.includes(':')) return last
  const [head = '', tail] = last.split('::')
  const left = head.split(':').filter(Boolean)
  const right = tail?.split(':').filter(Boolean) ?? []
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const network = [...left, ...zeros, ...right].slice(0, 4).map((part) => part.replace(/^0+(?=.)/, ''))
  return `${network.join(':')}::/64`
}
