export const dynamic = 'force-dynamic'

/** The least a dynamic page can be. */
export default function Page() {
  return <p>ok</p>
}
