import type { Finding } from '@klankbord/model'
import { isRepairable } from './repairable.ts'
import { rangeOfKey, type TextRange } from './pointer-position.ts'

/** A change to the text that mends a finding. */
export interface Repair extends TextRange {
  readonly insert: string
}

/**
 * The change that mends a finding in this text, or null when there is none or the text has moved on.
 *
 * @example
 * repairOf('{"titel":"Zorg"}', finding) // { from: 1, to: 8, insert: '"title"' } for a suggestion "title"
 */
export function repairOf(text: string, finding: Finding): Repair | null {
  if (!isRepairable(finding)) return null
  const key = rangeOfKey(text, finding.path)
  return key === null ? null : { ...key, insert: JSON.stringify(finding.suggestion) }
}
