export { renderCodeRefused } from './access/render-code-refused.ts'
export type { Move } from './flow/move.ts'
export { isFilledIn } from './flow/is-filled-in.ts'
export { decide, firstMove, lookAgain } from './flow/decide.ts'
export { chosenSoFar } from './flow/screen-left.ts'
export { draftField, readDraftField } from './flow/draft-field.ts'
export type { FlowPage } from './flow/flow-page.ts'
export {
  donePage,
  expiredPage,
  laterPage,
  readyPage,
  screenPage,
  stoppedPage,
  withdrawnPage,
} from './flow/flow-page.ts'
export type { FlowVisit, UnderWay } from './flow/flow-visit.ts'
export { otherDevicePageOf } from './flow/other-device.ts'
export { withdrawalCode } from './flow/handed-out-code.ts'
export { Html } from './html.ts'
export { pageAddress } from './page-address.ts'
export type { PageContext } from './page-context.ts'
export type { PageData } from './page-data.ts'
export type { PageRequest } from './parse-form.ts'
export { parseForm } from './parse-form.ts'
export { renderFull } from './render-full.ts'
export type { NoticeKind } from './render-notice.ts'
export { readWordsField } from './resume/words-field.ts'
export { renderNotice } from './render-notice.ts'
export { renderElsewhere, renderNotSent, renderWiped } from './render-not-sent.ts'
export type { SavedSoFar } from './saving-lines.ts'
export { momentNotice, noWordsNotice, offlineNotice, ownDeviceRow, savedState } from './saving-lines.ts'
