import { addLook, type LookedAt } from '@klankbord/storage'
import { todayAt } from '../../clock.ts'
import type { ServerContext } from '../../context.ts'
import type { OpenedWave } from '../../respondent/opened-wave.ts'
import { referenceOf } from '../../respondent/visit.ts'

/** Why somebody looks at single answers, and who. */
export interface StatedLook {
  readonly purpose: string
  readonly by: string
}

/** What was given on the command line; null unless both say something. */
export function statedLook(given: Partial<StatedLook>): StatedLook | null {
  const [purpose, by] = [given.purpose?.trim() ?? '', given.by?.trim() ?? '']
  return purpose === '' || by === '' ? null : { purpose, by }
}

/** Writes a look down for good. Call it before anything is shown. @throws Problem `databaseUnavailable` */
export async function writeDown(
  { database, clock }: ServerContext,
  opened: OpenedWave,
  look: StatedLook & { readonly what: LookedAt; readonly responses: number },
): Promise<void> {
  await addLook(database.db, referenceOf(opened), { ...look, on: todayAt(clock.now()).today })
}
