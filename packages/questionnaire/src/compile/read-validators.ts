import type { Question } from '@klankbord/model'
import type { Fields } from './fields.ts'
import type { Reading } from './reading.ts'

export interface DraftValidator {
  readonly path: string
}

export function readValidators<Kind extends Question>(
  _fields: Fields,
  question: Kind,
  _reading: Reading,
): { readonly question: Kind; readonly drafts: readonly DraftValidator[] } {
  return { question, drafts: [] }
}
