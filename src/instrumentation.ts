/** Called once by the framework before it serves. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { openFrontDoor } = await import('./front-door')
  const { buildFolder, env } = await import('./server/env')
  openFrontDoor(buildFolder())
  const { boot } = await import('./server/boot')
  await boot()
  // The worker is the same build, started apart (src/decisions/the-worker.md).
  if (!env().isWorker) return
  const { startWorker } = await import('./jobs/worker')
  await startWorker()
}
