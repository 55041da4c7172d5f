import { localize } from '@klankbord/model'
import { carryOutRetention, type OverdueStudy } from '../../retention/carry-out-retention.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { clearedLines } from './cleared-lines.ts'

/** Deletes everything whose term is over, or says what that would be. @returns 1 when a study failed */
export async function runRetention(
  place: Surroundings,
  { data, dryRun = false }: { readonly data: string; readonly dryRun?: boolean },
): Promise<ExitCode> {
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { studies, ...cleared } = await carryOutRetention(context, { dryRun })
    if (studies.length === 0) place.terminal.print(say('nothingOver'))
    for (const study of studies) for (const line of studyLines(study, dryRun)) place.terminal.print(line)
    for (const line of clearedLines(cleared)) place.terminal.warn(line)
    return studies.some(({ failed }) => failed) ? 1 : 0
  })
}

function studyLines({ study, due, held, deleted, failed }: OverdueStudy, dryRun: boolean): readonly string[] {
  const head = say('studyLine', {
    title: localize(study.title, 'en', 'nl'),
    organisation: study.organisation.name,
    id: study.id,
  })
  const counts = {
    contacts: due.contacts,
    answers: due.waves.reduce((all, { answers }) => all + answers, 0),
    codes: due.waves.reduce((all, { codes }) => all + codes, 0),
    publications: due.publications.length,
  }
  if (held !== null) return [head, say('overButHeld', counts), say('retentionHeld', { ...held })]
  if (failed) return [head, say('overButFailed')]
  if (dryRun) return [head, say('wouldDelete', counts)]
  return [head, ...deleted.map(({ what, rows }) => say('deletedNow', { what, rows }))]
}
