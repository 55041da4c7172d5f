import type { Finding } from '@klankbord/model'
import { rangeOfKey, rangeOfText, type TextRange } from './pointer-position.ts'
import { replacedPart } from './repairable.ts'

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
  const part = replacedPart(finding)
  if (part === null) return null
  const range = part === 'key' ? rangeOfKey(text, finding.path) : rangeOfText(text, finding.path)
  return range === null ? null : { ...range, insert: JSON.stringify(finding.suggestion) }
}
