import { pointer, type Question } from '@klankbord/model'
import type { FindingList } from './finding-list.ts'

/** Reports consents that somebody might never be asked for, and goes without: to take part, or to be recorded. */
export function reportConsents(questions: readonly Question[], list: FindingList): void {
  for (const { name, path, consent, visibleIf, enableIf } of questions) {
    if (consent === undefined || consent === 'quote' || (visibleIf === undefined && enableIf === undefined)) continue
    const goesWith = 'a question without conditions, and no conditions on its page and panels'
    list.block('propertyNotHere', pointer(path, 'consent'), { property: 'consent', element: name, goesWith })
  }
}
