/** A day in Québec, `2026-11-15`. Never a Date: midnight in UTC is still yesterday in Québec. */
export type Day = string & { readonly __unit: 'day' }
/** A calendar month, `2026-11`. */
export type Month = string & { readonly __unit: 'month' }
/** A moment, ISO 8601 in UTC with milliseconds, `2026-11-16T04:59:59.999Z`. Only for "received at" and due moments. */
export type Instant = string & { readonly __unit: 'instant' }
