import type { LocalizedText, Publication } from '@klankbord/model'
import {
  hiddenIn,
  hiddenInTables,
  numbersOfPart,
  partOf,
  protect,
  sealPublication,
  type Solving,
} from '@klankbord/disclosure'
import { accountable, accountablePart } from './accountability/accountable.ts'
import { withTexts } from './authored-parts.ts'
import type { SingleVariable } from './banded-variable.ts'
import { basisOf, contentOf, countedOf, quotesOf } from './publish.ts'
import { plannedFrame } from './planned-frame.ts'
import type { PublishInput } from './publish-input.ts'
import { refuseCloseEdition, refuseOtherWeights, refuseSameEdition, refuseTooFew } from './refuse-unfit.ts'
import { selectVariables } from './select-variables.ts'
import { EVERYBODY } from './tabulate.ts'

/** Which respondents are whose: those with a code of one variable. */
export interface SharedParts {
  readonly variable: string
  /** The id of the publication of each part. */
  readonly parts: readonly { readonly id: string; readonly code: number }[]
}

/** The publication of all respondents, and those of the parts that can be shown, by their id. */
export interface SharedPublications {
  readonly total: Publication
  readonly parts: ReadonlyMap<string, Publication>
}

/**
 * Publishes all respondents together, and each part of them on its own. All are protected as one set of tables in which the
 * parts are one more breakdown: whoever has every one of these publications can subtract no more from them than from that
 * set. People of no part are the remainder, protected like a part. The total is not broken down by the parts, and a part by nothing: crossing
 * breakdowns is not protected. Quotes stand with the total. A part of which nothing can be shown has no publication.
 *
 * @throws what `publish` throws
 */
export async function publishShared(
  given: PublishInput,
  { variable, parts }: SharedParts,
  solving: Solving,
): Promise<SharedPublications> {
  refuseTooFew(given)
  const others = given.plan.breakdowns.filter((breakdown) => breakdown.variable !== variable)
  const input = { ...given, frame: plannedFrame(given.frame, others) }
  const crossings = (input.plan.crossings ?? []).filter((crossing) => !crossing.includes(variable))
  const plan = { ...input.plan, crossings, breakdowns: [...others, { variable }] }
  const all = selectVariables(input.dataset, plan)
  const selected = {
    ...all,
    breakdowns: all.breakdowns.map((one) => (one.variable.name === variable ? onlyParts(one, parts) : one)),
  }
  const counted = countedOf({ ...input, plan }, selected)
  const outcome = await protect(
    counted.tables,
    input.policy,
    solving,
    counted.routings,
    counted.numbers,
    basisOf(input, counted),
  )
  const tables = outcome.tables.filter(({ by }) => by?.name !== variable)
  const numbers = outcome.numbers.filter(({ by }) => by?.name !== variable)
  refuseOtherWeights(counted.weights?.recipe ?? 'none', input)
  refuseCloseEdition({ tables, numbers }, input, counted.routings)
  const quotes = quotesOf(input)
  const record = { ...outcome.record, hidden: hiddenIn(tables, numbers), tables: hiddenInTables(tables, numbers) }
  const total = { ...outcome, tables, numbers, record, quotes: [], weights: counted.weights }
  const breakdowns = selected.breakdowns.filter((one) => one.variable.name !== variable)
  const figures = contentOf({ ...input, plan: { ...plan, breakdowns: others } }, { ...selected, breakdowns }, total)
  const labels = selected.breakdowns.find((one) => one.variable.name === variable)?.variable.categories ?? []
  const made = parts.flatMap(({ id, code }): readonly (readonly [string, Publication])[] => {
    const own = partOf(outcome.tables, variable, code, EVERYBODY)
    const label = labels.find((category) => category.code === code)?.label ?? {}
    if (own === null) return []
    const ownNumbers = numbersOfPart(outcome.numbers, variable, code, EVERYBODY)
    const content = partContent(figures, { tables: own, numbers: ownNumbers }, { id, label, variable, code })
    return [[id, sealPublication(accountablePart(content, input, all, outcome.tables))]]
  })
  const whole = withTexts(accountable({ ...figures, ...(quotes.length > 0 && { quotes }) }, input, selected), input)
  refuseSameEdition(whole, input)
  return { total: sealPublication(whole), parts: new Map(made) }
}

/** Only the shared values are groups; people with another are in none. */
function onlyParts({ variable, column }: SingleVariable, parts: SharedParts['parts']): SingleVariable {
  const codes = new Set(parts.map(({ code }) => code))
  return { variable: { ...variable, categories: variable.categories.filter(({ code }) => codes.has(code)) }, column }
}

function partContent(
  { numbers: _ofAll, ...total }: Omit<Publication, 'hash'>,
  { tables, numbers }: Required<Pick<Publication, 'tables' | 'numbers'>>,
  {
    id,
    label,
    variable,
    code,
  }: { readonly id: string; readonly label: LocalizedText; readonly variable: string; readonly code: number },
): Omit<Publication, 'hash'> {
  const [shown] = tables.flatMap(({ groups }) => groups.filter((group) => group.status !== 'hidden'))
  const answered = shown?.base.total ?? 0
  const { headline, recipe, disclosure } = total
  const finite = (shown?.population ?? null) !== null
  return {
    ...total,
    id,
    wave: { ...total.wave, title: titled(total.wave.title, label, total.language) },
    account: { answered, frame: null },
    headline: tables.some((table) => table.subject.name === headline) ? headline : null,
    breakdowns: [],
    tables,
    ...(numbers.length > 0 && { numbers }),
    disclosure: { ...disclosure, hidden: hiddenIn(tables, numbers), tables: hiddenInTables(tables, numbers) },
    recipe: {
      ...recipe,
      interval: finite ? 'wilsonFinitePopulation' : 'wilson',
      comparisons: { ...recipe.comparisons, made: 0, clear: 0 },
      input: { ...recipe.input, rows: answered },
      part: { variable, code },
    },
  }
}

/** The title of the wave with whose part it is, in the languages of both. */
function titled(title: LocalizedText, part: LocalizedText, language: string): LocalizedText {
  const languages = Object.keys(title)
  const name = (tag: string): string => part[tag] ?? part[language] ?? Object.values(part)[0] ?? ''
  return Object.fromEntries(languages.map((tag) => [tag, `${title[tag] ?? ''} · ${name(tag)}`]))
}
