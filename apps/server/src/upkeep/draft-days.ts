/**
 * For how many days answers that were not sent are kept after their last change; up to a week more, because only their week
 * is known. Respondents are told so, and no wave lets people finish for longer.
 */
export const DRAFT_DAYS = 28
