import PgBoss from 'pg-boss'

/**
 * The queue of the jobs, kept by pg-boss in its own schema of our database. `migrate` makes that schema, which only the
 * owner of the database may: setup does it once, the worker never.
 * @param options.role taken by each connection; the owner takes none
 */
export function openQueue(
  connectionString: string,
  { migrate, role }: { readonly migrate: boolean; readonly role?: string },
): PgBoss {
  return new PgBoss({
    ...{ connectionString, migrate, max: 4, application_name: 'quinze-worker' },
    // A worker that died in the midst of a job is noticed this soon, and the job is done again.
    ...{ maintenanceIntervalSeconds: 30, deleteAfterDays: 7, archiveCompletedAfterSeconds: 3_600 },
    ...(role !== undefined && { options: `-c role=${role}` }),
  } as ConstructorParameters<typeof PgBoss>[0])
}
