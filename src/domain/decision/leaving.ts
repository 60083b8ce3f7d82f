/*
 * When a decision leaves: what was decided by mistake can be undone until then, by whoever decided or a supervisor.
 * Decision of the project; the agency sets its own.
 */

/** Minutes between a decision, or its second signature, and the moment it leaves. */
export const minutesBeforeLeaving = 30
