import type { SeededRandom } from '@klankbord/testing'
import type { DumpedResponse, SealedTogether } from './evidence.ts'
import type { Tie } from './disk-evidence.ts'

/** What an attacker knows of the owner of a code. */
export interface KnownOwner {
  readonly codeHash: string
  /** In which order people finished. */
  readonly place: number
  readonly language: string
  /** Whether they were seen to save a draft: on the pages everybody does. */
  readonly drafted: boolean
  /** Whether they came by the page that few see; null when nothing says so. */
  readonly longWay: boolean | null
}

/** Everything that was found about one portion. */
export interface Findings {
  readonly together: SealedTogether
  /** Traces on disks and in backups, the surest first. */
  readonly ties: readonly Tie[]
  /** Ids in the order in which a trace says that they were sent; empty without one. */
  readonly order: readonly string[]
  /** Whether that is the order of those who saved a draft only. */
  readonly ofDrafts: boolean
  readonly owners: ReadonlyMap<string, KnownOwner>
}

/** Who gave which answers, as an attacker thinks. */
export interface Guesses {
  /** Code hash to id of a response. */
  readonly pairs: ReadonlyMap<string, string>
  /** The codes of those pairs that a trace speaks for; the others are chance. */
  readonly evident: ReadonlySet<string>
}

/**
 * The best guess: what a trace ties together, who is alone in a portion, those whose language nobody else has, those of whom
 * a log says which way they came, those whose order is known beside the order in which people finished, and the rest as chance has it.
 */
export function guessesFrom({ together, ties, order, ofDrafts, owners }: Findings, random: SeededRandom): Guesses {
  const pairs = new Map<string, string>()
  const codes = new Set(together.codes.map(({ codeHash }) => codeHash))
  const ids = new Map(together.responses.map((response) => [response.id, response]))
  const pair = ({ codeHash, id }: Tie): void => {
    if (codes.has(codeHash) && ids.delete(id)) {
      codes.delete(codeHash)
      pairs.set(codeHash, id)
    }
  }
  const asTheyFinished = (only: boolean): readonly string[] =>
    [...codes]
      .filter((codeHash) => !only || owners.get(codeHash)?.drafted === true)
      .toSorted((a, b) => (owners.get(a)?.place ?? 0) - (owners.get(b)?.place ?? 0))
  // Old traces go first, so an order that is not complete is that of the last ones.
  const inOrder = (sorted: readonly string[], only = false): void => {
    const finished = asTheyFinished(only)
    for (const [at, id] of sorted.entries())
      pair({ codeHash: finished[finished.length - sorted.length + at] ?? '', id })
  }

  for (const tie of ties) pair(tie)
  for (const tie of onlySpeakers(codes, [...ids.values()], owners)) pair(tie)
  for (const tie of sameWay(codes, random.shuffle([...ids.values()]), owners)) pair(tie)
  if (order.length > 0)
    inOrder(
      order.filter((id) => ids.has(id)),
      ofDrafts,
    )
  if (codes.size === 1) inOrder([...ids.keys()])
  const evident = new Set(pairs.keys())
  inOrder(random.shuffle([...ids.keys()]))
  return { pairs, evident }
}

/** Codes and answers that are the only ones of their language. */
function onlySpeakers(
  codes: ReadonlySet<string>,
  responses: readonly DumpedResponse[],
  owners: ReadonlyMap<string, KnownOwner>,
): readonly Tie[] {
  return [...new Set(responses.map(({ language }) => language))].flatMap((language) => {
    const speakers = [...codes].filter((codeHash) => owners.get(codeHash)?.language === language)
    const spoken = responses.filter((response) => response.language === language)
    const [codeHash, id] = [speakers[0], spoken[0]?.id]
    const alone = speakers.length === 1 && spoken.length === 1
    return alone && codeHash !== undefined && id !== undefined ? [{ codeHash, id }] : []
  })
}

/** Those who came by the page that few see, and answers to what is asked there: one of these is theirs. */
function sameWay(
  codes: ReadonlySet<string>,
  responses: readonly DumpedResponse[],
  owners: ReadonlyMap<string, KnownOwner>,
): readonly Tie[] {
  const known = [...codes].filter((codeHash) => owners.get(codeHash)?.longWay === true)
  const theirs = responses.filter(({ longWay }) => longWay)
  return known.flatMap((codeHash, at) => {
    const id = theirs[at]?.id
    return id === undefined ? [] : [{ codeHash, id }]
  })
}
