import type { RetentionSummary, RunningTerm } from '@klankbord/model'
import { say } from '../say.ts'

/** How long a study keeps what, in words. */
export function retentionLines({ contacts, answers, publications, held }: RetentionSummary): readonly string[] {
  return [
    say('retentionContacts', termOf(contacts)),
    say('retentionAnswers', termOf(answers)),
    publications.months === null
      ? say('retentionPublicationsKept')
      : say('retentionPublications', { months: publications.months }),
    ...(held === null ? [] : [say('retentionHeld', { ...held })]),
  ]
}

function termOf({ months, until }: RunningTerm): { readonly months: number; readonly until: string } {
  return { months, until: until ?? 'none' }
}
