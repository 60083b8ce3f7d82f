import { paths } from '@/i18n/paths'

/** The public pages a content file may lead to, `to:signIn`, beside the pages of words. The site map shows them all. */
export const doors = {
  home: paths.home,
  signIn: paths.signIn,
  estimator: paths.estimator,
  applicationStart: paths.applicationStart,
  applicationResume: paths.applicationResume,
  offices: paths.offices,
  search: paths.search,
  urgentNeed: paths.urgentNeed,
  checkReceipt: paths.checkReceipt,
  textSize: paths.textSize,
  api: paths.api,
}
export type Door = keyof typeof doors
