/** Called once by the framework before it serves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { join } = await import('node:path')
  const { openFrontDoor } = await import('./front-door')
  openFrontDoor(join(process.cwd(), process.env.QUINZE_DIST_DIR!, 'static'))
  const { boot } = await import('./server/boot')
  await boot()
}
