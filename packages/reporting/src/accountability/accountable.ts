import type { Publication, ReleasedTable } from '@klankbord/model'
import { releaseFieldwork, representedGroups } from '@klankbord/disclosure'
import type { PublishInput } from '../publish-input.ts'
import type { SelectedVariables } from '../select-variables.ts'
import { changesSince } from './changes-since.ts'
import { figureRecipes } from './figure-recipes.ts'
import { numberSubjects } from '../numbers/number-subject.ts'
import { methodNotes } from './method-notes.ts'
import { numberRecipes } from './number-recipes.ts'
import { trendOf } from './trend-of.ts'

/** A publication before it is sealed. */
export type Content = Omit<Publication, 'hash'>

/**
 * Adds what lets others check a publication: the account of its fieldwork, who is missing, how figures went since earlier
 * rounds, what changed, the recipe of each figure, and the methods by which all of it was made.
 */
export function accountable(content: Content, input: PublishInput, selected: SelectedVariables): Content {
  const { fieldwork: counts, before, previous, earlier = [], policy } = input
  const accounts = previous.flatMap(({ account }) => account.fieldwork ?? [])
  const { answered } = content.account
  const released = counts && releaseFieldwork(counts, answered, policy, accounts)
  const missing = representedGroups(content)
  const trend = trendOf(content, earlier)
  const recipes = recipesOf(content, input, selected)
  const told: Content = {
    ...content,
    account: { ...content.account, ...(released && { fieldwork: released.fieldwork }) },
    ...(missing.length > 0 && { missing }),
    ...(trend !== null && { trend }),
    ...(before !== undefined && {
      changes: changesSince(
        before,
        content,
        previous.some(({ id }) => id === before.id),
      ),
    }),
    ...(recipes.length > 0 && { recipes }),
  }
  return { ...told, methods: methodNotes(told, released?.heldBack ?? []) }
}

/**
 * The same for the part of one organisation. Nothing is told of its fieldwork, of rounds before and of who is missing: all
 * of that is of everybody.
 *
 * @param all tables of everybody with the parts as one of their breakdowns, which the part was taken from
 */
export function accountablePart(
  content: Content,
  input: PublishInput,
  selected: SelectedVariables,
  all: readonly ReleasedTable[],
): Content {
  const variable = content.recipe.part?.variable
  const split = all.filter(({ by }) => by?.name === variable)
  const recipes = recipesOf({ ...content, tables: split, numbers: [] }, input, selected).map((recipe) => {
    const everybody = content.tables.find(({ id }) => id === recipe.question)?.groups[0]
    const n = everybody === undefined || everybody.status === 'hidden' ? null : everybody.base.valid
    return { ...recipe, figure: recipe.question, n }
  })
  const told: Content = { ...content, ...(recipes.length > 0 && { recipes }) }
  return { ...told, methods: methodNotes(told, []) }
}

function recipesOf(
  { tables, numbers = [], recipe, publishedOn }: Content,
  input: PublishInput,
  selected: SelectedVariables,
): NonNullable<Publication['recipes']> {
  const { keyedDigest, plan, dataset } = input
  if (keyedDigest === undefined) return []
  const common = { recipe, date: publishedOn, breakdowns: plan.breakdowns, rows: dataset.rows }
  const ofTables = figureRecipes(tables, selected, common, keyedDigest)
  if (numbers.length === 0) return ofTables
  return [...ofTables, ...numberRecipes(numbers, numberSubjects(input), { selected, dataset }, common, keyedDigest)]
}
