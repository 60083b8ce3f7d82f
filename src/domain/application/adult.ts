/** The one or two adults of an application: who makes it, and their spouse. */
export type Adult = 'applicant' | 'spouse'
