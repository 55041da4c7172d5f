import { notComputed, type Dataset, type Figure, type Frame, type LocalizedText } from '@klankbord/model'
import {
  clearDifferences,
  countSelected,
  fisherExactP,
  rowsWhere,
  type Comparison,
  type MarkedDifference,
  type MarkingRule,
} from '@klankbord/statistics'
import { showableGroups } from './analysis-groups.ts'

/** People of the list by their answer to one question, beside those who answered. */
export interface GroupsOnList {
  readonly variable: string
  readonly groups: readonly GroupOnList[]
  /** Who did not say to which group they belong; null where that is not told. */
  readonly unknown: number | null
  /** Groups of an anonymous wave of which few answered, or without which that follows: nothing here counts them. */
  readonly hidden: readonly Pick<GroupOnList, 'code' | 'label'>[]
}

export interface GroupOnList {
  readonly code: number
  readonly label: LocalizedText
  readonly people: number
  readonly answered: number
  /** Of all people on the list, and of all who said their group; without groups that are not shown. */
  readonly shareOfPeople: Figure
  readonly shareOfAnswers: Figure
  /** Answers that are missing, or too many (below 0), had all groups answered alike. */
  readonly missing: number
  /** Whether more answered than there are: then list or answers are wrong, and nothing is said. */
  readonly doesNotFit: boolean
  readonly verdict: MarkedDifference['verdict']
}

/**
 * Who is missing among the answers, for each question whose groups the list counts: with Fisher's exact test of each group
 * against all others, Holm's correction over all groups of all questions, and a difference of shares that is worth saying.
 * It assumes that everybody on the list could answer, or that those who were asked were drawn evenly.
 *
 * @param rule of shares of answers (0 to 1), and how many people a group must have
 * @param leastGroup above 1: of an anonymous wave, in which nothing is told of fewer
 * @example whoIsMissing(dataset, { strata: { district: { '1': 600, '2': 400 } } }, { leastDifference: 0.05, leastGroup: 30 })
 */
export function whoIsMissing(
  dataset: Dataset,
  { strata }: Pick<Frame, 'strata'>,
  rule: MarkingRule,
  leastGroup = 1,
): readonly GroupsOnList[] {
  const known = Object.entries(strata).flatMap(([name, sizes]) => {
    const variable = dataset.codebook.variables.find((one) => one.name === name)
    return variable === undefined ? [] : [shownOf(countsOf(dataset, variable, sizes), dataset.rows, leastGroup)]
  })
  const verdicts = clearDifferences(
    known.flatMap(({ groups }) => groups.map((_, at) => comparisonAt(groups, at))),
    rule,
  ).map(({ verdict }) => verdict)
  let at = 0
  return known.map(({ groups, ...rest }) => ({
    ...rest,
    groups: groups.map((group) => {
      const verdict = verdicts[at] ?? 'tooFewToSay'
      at += 1
      return { ...toldOf(groups, group), verdict }
    }),
  }))
}

interface Counted {
  readonly code: number
  readonly label: LocalizedText
  readonly people: number
  readonly answered: number
}

function countsOf(
  dataset: Dataset,
  { name, categories }: Dataset['codebook']['variables'][number],
  sizes: Readonly<Record<string, number>>,
): { readonly variable: string; readonly groups: readonly Counted[]; readonly unknown: number } {
  const groups = Object.entries(sizes).map(([code, people]) => ({
    code: Number(code),
    label: categories.find((category) => category.code === Number(code))?.label ?? {},
    people,
    answered: countSelected(rowsWhere(dataset, { variable: name, anyOf: [Number(code)] })),
  }))
  return { variable: name, groups, unknown: countSelected(rowsWhere(dataset, { variable: name, empty: 'any' })) }
}

/** Who did not say counts as a group: else it follows how many are in one that is not shown. */
function shownOf(
  { variable, groups, unknown }: ReturnType<typeof countsOf>,
  all: number,
  least: number,
): Omit<GroupsOnList, 'groups'> & { readonly groups: readonly Counted[] } {
  const unsaid = { answered: unknown }
  const shown = new Set(
    showableGroups<Pick<Counted, 'answered'>>([...groups, unsaid], ({ answered }) => [answered], [all], least),
  )
  return {
    variable,
    groups: groups.filter((group) => shown.has(group)),
    unknown: shown.has(unsaid) ? unknown : null,
    hidden: groups.filter((group) => !shown.has(group)).map(({ code, label }) => ({ code, label })),
  }
}

function comparisonAt(groups: readonly Counted[], at: number): Comparison {
  const group = groups[at] ?? { people: 0, answered: 0 }
  const [n1, count1] = [group.people, group.answered]
  const [n2, count2] = [sumOf(groups, 'people') - n1, sumOf(groups, 'answered') - count1]
  if (n1 === 0 || n2 === 0 || count1 > n1 || count2 > n2 || count1 + count2 === 0)
    return { difference: 0, p: notComputed('noAnswers'), n1, n2 }
  const difference = count1 / (count1 + count2) - n1 / (n1 + n2)
  return { difference, p: fisherExactP({ count1, n1, count2, n2 }), n1, n2 }
}

function toldOf(groups: readonly Counted[], group: Counted): Omit<GroupOnList, 'verdict'> {
  const [people, answers] = [sumOf(groups, 'people'), sumOf(groups, 'answered')]
  return {
    ...group,
    shareOfPeople: people === 0 ? notComputed('noAnswers') : group.people / people,
    shareOfAnswers: answers === 0 ? notComputed('noAnswers') : group.answered / answers,
    missing: people === 0 ? 0 : (group.people * answers) / people - group.answered,
    doesNotFit: group.answered > group.people,
  }
}

function sumOf(groups: readonly Counted[], of: 'people' | 'answered'): number {
  return groups.reduce((sum, group) => sum + group[of], 0)
}
