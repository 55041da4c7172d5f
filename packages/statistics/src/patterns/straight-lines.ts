import { columnOf, type Dataset, type SingleColumn, type Variable } from '@klankbord/model'
import { atLeast } from './at-least.ts'

/** How many gave the same answer to every question of a list that share their answers. */
export interface StraightLines {
  /** Name of the matrix, or of the answer scale that the questions share. */
  readonly list: string
  readonly items: number
  /** Responses with an answer to at least five of the items; null below the least group. */
  readonly answered: number | null
  /** How many of these gave one and the same answer throughout. */
  readonly responses: number | null
}

/** Of a shorter list the same answer throughout says nothing. */
const FEWEST_ITEMS = 5

/**
 * Counts straight-lining (nondifferentiation: Krosnick 1991, Applied Cognitive Psychology 5) per list of five or more
 * choice questions with the same answers. Who is content with everything answers so, too; it says most where a list asks
 * some of its questions the other way round.
 */
export function straightLines(dataset: Dataset, leastGroup: number): readonly StraightLines[] {
  return [...listsOf(dataset.codebook.variables)].flatMap(([list, variables]) => {
    const columns = variables.map(({ name }) => columnOf(dataset, name)).filter((column) => column.type === 'single')
    return columns.length < FEWEST_ITEMS ? [] : [countedIn(list, columns, dataset.rows, leastGroup)]
  })
}

function countedIn(list: string, columns: readonly SingleColumn[], rows: number, leastGroup: number): StraightLines {
  let answered = 0
  let straight = 0
  for (let row = 0; row < rows; row += 1) {
    const given = columns.map(({ codes }) => codes[row] ?? -1).filter((code) => code >= 0)
    if (given.length < FEWEST_ITEMS) continue
    answered += 1
    if (new Set(given).size === 1) straight += 1
  }
  return {
    list,
    items: columns.length,
    answered: atLeast(leastGroup, answered),
    responses: atLeast(leastGroup, straight),
  }
}

/** Rows of one matrix, or questions that name one answer scale. */
function listsOf(variables: readonly Variable[]): ReadonlyMap<string, readonly Variable[]> {
  const lists = new Map<string, Variable[]>()
  for (const variable of variables) {
    const list = variable.source.kind === 'row' ? variable.source.name : variable.scale
    if (variable.type !== 'single' || list === undefined || variable.source.kind === 'derived') continue
    lists.set(list, [...(lists.get(list) ?? []), variable])
  }
  return lists
}
