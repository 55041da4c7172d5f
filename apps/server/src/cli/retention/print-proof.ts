import { deletionProof, type Deletion } from '@klankbord/storage'
import { studyNamed } from '../../study/study-named.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface ProofOrder {
  readonly data: string
  /** A hash that was written down before, which has to be among those of the proof. */
  readonly holds?: string
}

/**
 * Prints every deletion of a study and whether the proof is whole.
 *
 * @returns 1 when a deletion was changed or is gone, or the hash that was asked for is not there
 */
export async function printProof(place: Surroundings, given: string, { data, holds }: ProofOrder): Promise<ExitCode> {
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const study = await studyNamed(context, given)
    const { deletions, broken } = await deletionProof(context.database.db, study.id)
    for (const deletion of deletions) for (const line of deletionLines(deletion)) place.terminal.print(line)
    if (deletions.length === 0 && broken === null) place.terminal.print(say('nothingDeletedYet'))
    if (broken !== null) {
      place.terminal.warn(say('proofBroken', { ...broken }))
      return 1
    }
    if (holds !== undefined && !deletions.some(({ hash }) => hash === holds.trim().toLowerCase())) {
      place.terminal.warn(say('proofWithout', { hash: holds }))
      return 1
    }
    const last = deletions.at(-1)
    if (last !== undefined) place.terminal.print(say('proofWhole', { count: deletions.length, hash: last.hash }))
    return 0
  })
}

function deletionLines({ number, what, subject, rows, why, by, on, digest, keyFingerprint, hash }: Deletion): string[] {
  return [
    say('deletionLine', { number, on, what, rows, why, by }),
    ...(subject === null ? [] : [say('deletionSubject', { subject })]),
    say('deletionDigest', { digest }),
    ...(keyFingerprint === null ? [] : [say('deletionKey', { fingerprint: keyFingerprint })]),
    say('deletionHash', { hash }),
  ]
}
