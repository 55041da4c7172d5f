import type { FrameCsvRow } from '@klankbord/exchange'
import { addFramePeople, type NewFramePerson, type WaveReference } from '@klankbord/storage'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { householdMark, personMarks } from './person-marks.ts'

/** Two rows about one person. */
export interface DoubleRow {
  readonly line: number
  /** The line that the same person stands on first; that one is taken. */
  readonly sameAs: number
}

/** What a list comes to. */
export interface ReadFrame {
  readonly people: readonly NewFramePerson[]
  readonly doubles: readonly DoubleRow[]
}

/**
 * Makes of rows the people of a list, each once: who has an e-mail address, or a name and address, that somebody above has
 * is the same person.
 */
export function frameOf(context: ServerContext, studyId: string, rows: readonly FrameCsvRow[]): ReadFrame {
  const key = context.settings.keys.contacts
  const lines = new Map<string, number>()
  const people: NewFramePerson[] = []
  const doubles: DoubleRow[] = []
  for (const { line, contact, stratum, household, excluded } of rows) {
    const marks = personMarks(key, contact)
    const sameAs = marks.map((mark) => lines.get(mark)).find((known) => known !== undefined)
    for (const mark of marks) lines.set(mark, sameAs ?? line)
    if (sameAs !== undefined) doubles.push({ line, sameAs })
    else
      people.push({
        contact,
        stratum,
        household: householdMark(key, studyId, contact, household),
        excluded: excluded === '' ? null : excluded,
      })
  }
  return { people, doubles }
}

/** Puts people on the list of a wave. @returns how many are new on it */
export function importFrame(
  context: ServerContext,
  wave: WaveReference,
  people: readonly NewFramePerson[],
): Promise<number> {
  return addFramePeople(contactStore(context), wave, people)
}
