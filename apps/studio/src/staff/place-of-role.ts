import type { Membership, Translate } from '@klankbord/model'
import type { NewInvitation, Programme } from '../api/staff-types.ts'
import type { MessageKey } from '../language/messages.ts'

/** Where a role counts, in words. */
export function placeOfRole(
  { studyId, programmeId }: Membership,
  programmes: readonly Programme[],
  t: Translate<MessageKey>,
): string {
  if (programmeId) {
    const name = programmes.find(({ id }) => id === programmeId)?.name ?? ''
    return t('inProgramme', { programme: name })
  }
  return t(studyId === null ? 'inAllStudies' : 'inOneStudy')
}

/** What a choice in the list of places means: "study:ID", "programme:ID", or empty for all studies. */
export function placeChosen(chosen: string): Pick<NewInvitation, 'studyId' | 'programmeId'> {
  const [kind, id = null] = chosen.split(':', 2)
  return { studyId: kind === 'study' ? id : null, programmeId: kind === 'programme' ? id : null }
}
