import { canonicalJson, problem, type CountTable, type Finding, type Publication, type Recipe } from '@klankbord/model'
import {
  compareAllEditions,
  compareEditions,
  numbersAsTables,
  type Edition,
  type Routing,
  type Solving,
} from '@klankbord/disclosure'
import type { PublishInput } from './publish-input.ts'

/** @throws Problem `tooFewResponses` when there are fewer answers than one group needs */
export function refuseTooFew({ dataset, policy }: PublishInput): void {
  if (dataset.rows < policy.leastGroup) throw problem('tooFewResponses', { least: policy.leastGroup })
}

/**
 * A frame that counts fewer people than answered cannot be right, and no interval can be made from it.
 *
 * @throws Problem `populationTooSmall` for everybody, `stratumTooSmall` for a group (without its counts)
 */
export function refuseSmallFrame(tables: readonly CountTable[]): void {
  for (const table of tables) {
    for (const [index, { code, population }] of table.groups.entries()) {
      const n = table.bases[index]?.total ?? 0
      if (population === null || n <= population) continue
      if (!table.by) throw problem('populationTooSmall', { n, population })
      throw problem('stratumTooSmall', { variable: table.by.name, code: String(code) })
    }
  }
}

/**
 * Compares with every earlier edition: beside each of them the new one must not give away what a few people answered,
 * nor how few came or went, nor what one of them hides.
 *
 * @throws Problem `editionTooClose`, naming the edition and its figures, the first ten beside it; `editionsNotComparable`, naming the first table
 */
export function refuseCloseEdition(
  { tables, numbers = [] }: Pick<Publication, 'tables' | 'numbers'>,
  { dataset, previous, policy }: PublishInput,
  routings: readonly Routing[],
): void {
  const least = policy.leastGroup
  for (const edition of previous) {
    const change = Math.abs(edition.account.answered - dataset.rows)
    if (change > 0 && change < least)
      throw problem('editionTooClose', { table: 'account', figure: 'answered', least, edition: edition.edition })
    refuseFirst(
      compareEditions(
        [...edition.tables, ...numbersAsTables(edition.numbers ?? [])],
        [...tables, ...numbersAsTables(numbers)],
        policy,
        routings,
      ),
      edition.edition,
    )
  }
}

/**
 * Weighted shares tell how answers are divided over what people are weighted by, as no count does. So a second edition of a
 * weighted round has the weights and the answers of the first: of others one could be subtracted from the other. Nor does a
 * counted one stand beside it, in either order: it may show the very rows whose shares were too much beside them.
 *
 * @throws Problem `basisChanged`, naming that edition
 */
export function refuseOtherWeights(weights: Recipe['weights'], { previous, digest }: PublishInput): void {
  for (const { edition, recipe } of previous) {
    if (weights === 'none' && recipe.weights === 'none') continue
    if (orderOf(recipe.weights) !== orderOf(weights)) throw problem('basisChanged', { edition, what: 'weights' })
    if (recipe.input.digest !== digest) throw problem('basisChanged', { edition, what: 'answers' })
  }
}

function orderOf(weights: Recipe['weights']): string {
  return weights === 'none' ? weights : canonicalJson([weights.by, weights.trim, weights.targets])
}

/**
 * Holds the new edition beside all earlier ones together, with what organisations have of their own part: nothing that any of
 * them hides may come out of their sums.
 *
 * @throws Problem `editionTooClose`, naming the first figure and ten more beside it, and no edition: it may take several
 */
export async function refuseOpenedEdition(
  made: Publication,
  previous: readonly Edition[],
  solving: Solving,
): Promise<void> {
  refuseFirst(await compareAllEditions([...previous, { tables: made.tables }], made.disclosure.policy, solving))
}

/** As many figures as somebody looks through. */
const MOST_NAMED = 10

/** @param edition the one that all are about; left out where it may be any */
function refuseFirst(findings: readonly Finding[], edition?: number): void {
  const [first, ...rest] = findings
  if (first?.code === 'editionTooClose') {
    const details = first.details as { table: string; figure: string; least: number }
    const others = rest.flatMap(({ code, details: of }) => {
      const { table, figure } = of as { table: string; figure: string }
      return code === 'editionTooClose' ? [`${table}, ${figure}`] : []
    })
    const named = others.slice(0, MOST_NAMED)
    throw problem('editionTooClose', {
      ...details,
      ...(edition !== undefined && { edition }),
      others: named,
      more: others.length - named.length,
    })
  }
  if (first?.code === 'editionsNotComparable')
    throw problem('editionsNotComparable', first.details as { table: string; variable: string })
}

/**
 * An edition that says what the one before says has nothing to tell.
 *
 * @throws Problem `editionUnchanged`, naming that edition
 */
export function refuseSameEdition(
  said: Pick<Publication, 'tables' | 'numbers' | 'quotes' | 'texts' | 'advice' | 'actions' | 'audiences'>,
  { previous, digest }: PublishInput,
): void {
  const latest = previous.at(-1)
  if (latest === undefined || latest.recipe.input.digest !== digest) return
  if (wordsAndFigures(latest) === wordsAndFigures(said)) throw problem('editionUnchanged', { edition: latest.edition })
}

function wordsAndFigures({
  tables,
  numbers = [],
  quotes = [],
  texts,
  advice,
  actions,
  audiences,
}: Parameters<typeof refuseSameEdition>[0]): string {
  return canonicalJson([tables, numbers, quotes, texts, advice, actions, audiences])
}
