import type { SeededRandom } from '@klankbord/testing'
import type { SealedTogether } from './evidence.ts'
import type { Tie } from './disk-evidence.ts'

/** What an attacker knows of the owner of a code. */
export interface KnownOwner {
  readonly codeHash: string
  /** In which order people finished. */
  readonly place: number
  readonly language: string
}

/** Everything that was found about one portion. */
export interface Findings {
  readonly together: SealedTogether
  /** Traces on disks and in backups, the surest first. */
  readonly ties: readonly Tie[]
  readonly owners: ReadonlyMap<string, KnownOwner>
}

/**
 * The best guess who gave which answers: what a trace ties together, then those whose language nobody else has, and the
 * rest as chance has it, or in the order in which the rows lie.
 *
 * @param rest how the rest is paired: `chance`, or by the order of rows beside the order in which people finished
 * @returns code hash to id of a response
 */
export function guessesFrom(
  { together, ties, owners }: Findings,
  rest: 'chance' | 'order',
  random: SeededRandom,
): ReadonlyMap<string, string> {
  const guesses = new Map<string, string>()
  const codes = new Set(together.codes.map(({ codeHash }) => codeHash))
  const ids = new Map(together.responses.map((response) => [response.id, response]))
  const pair = (codeHash: string, id: string): void => {
    if (!codes.delete(codeHash)) return
    if (ids.delete(id)) guesses.set(codeHash, id)
    else codes.add(codeHash)
  }
  for (const { codeHash, id } of ties) pair(codeHash, id)
  for (const language of new Set([...ids.values()].map((response) => response.language))) {
    const speakers = [...codes].filter((codeHash) => owners.get(codeHash)?.language === language)
    const spoken = [...ids.values()].filter((response) => response.language === language)
    const [only, other] = speakers
    if (only !== undefined && other === undefined && spoken.length === 1) pair(only, spoken[0]?.id ?? '')
  }
  const left = [...codes].toSorted((a, b) => (owners.get(a)?.place ?? 0) - (owners.get(b)?.place ?? 0))
  const leftIds = rest === 'order' ? [...ids.keys()] : random.shuffle([...ids.keys()])
  for (const [at, codeHash] of left.entries()) {
    const id = leftIds[at]
    if (id !== undefined) guesses.set(codeHash, id)
  }
  return guesses
}
