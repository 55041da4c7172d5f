import type { RetentionSummary } from '@klankbord/model'
import { say } from '../say.ts'

/** How long a study keeps what, in words. */
export function retentionLines({ terms, contactsUntil, answersUntil, held }: RetentionSummary): readonly string[] {
  return [
    say('retentionContacts', { months: terms.contacts, until: contactsUntil ?? 'none' }),
    say('retentionAnswers', { months: terms.answers, until: answersUntil ?? 'none' }),
    terms.publications === null
      ? say('retentionPublicationsKept')
      : say('retentionPublications', { months: terms.publications }),
    ...(held === null ? [] : [say('retentionHeld', { ...held })]),
  ]
}
