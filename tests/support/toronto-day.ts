/**
 * The day in Québec of a time in milliseconds, asked of the platform alone: the oracle the calendar of the
 * domain is judged against. It shares no code with it.
 */
export function torontoDay(): (time: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'America/Toronto',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return (time) => format.format(time)
}
