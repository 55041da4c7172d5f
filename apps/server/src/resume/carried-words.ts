import { finding } from '@klankbord/model'
import { readWordsField, type CarriedWords } from '@klankbord/pages'
import { refused } from '../http/refused-request.ts'

/**
 * What a program sends of the words that answers are kept under; null where it sends none.
 *
 * @throws RefusedRequest `bodyRefused` for what no server of ours gave
 */
export function carriedWords(field: string | undefined): CarriedWords | null {
  if (field === undefined) return null
  const words = readWordsField(field)
  if (words !== null) return words
  const findings = [finding('wrongField', '/words', { field: '/words', expected: 'what the server gave' })]
  throw refused('bodyRefused', { fields: ['/words'] }, findings)
}
