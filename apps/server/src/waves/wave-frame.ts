import { problem, translator, type Frame, type Questionnaire } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import texts from '../messages/frame-source.json' with { type: 'json' }
import { categoryNamed } from './wanted-quotas.ts'

/** How many people each group of a list has, and how many of them were invited. */
export interface GroupSizes {
  /** By the name of the group; one whose name is empty is the whole list. */
  readonly populations: Readonly<Record<string, number>>
  readonly invited: number
  /** The question whose answers the groups are; left out, every question that has them all. */
  readonly question?: string | undefined
  /** Counted on a list that was drawn from, or said by somebody. */
  readonly known: 'list' | 'stated'
  /** ISO date on which that was so. */
  readonly on: string
}

/**
 * The frame that reports use: how many people there are, and of each group, where the groups are the answers to one
 * question of the questionnaire. Groups that no question asks about count in the whole only.
 *
 * @throws Problem `populationQuestionOpen` when it is said of groups that are the answers of several questions, or not of the one that is named
 * @example waveFrame(questionnaire, { populations: { Oost: 600, West: 400 }, invited: 300, known: 'stated', on: '2026-05-01' }).population // 1000
 */
export function waveFrame(questionnaire: Questionnaire, sizes: GroupSizes): Frame {
  const { populations, invited, known, on } = sizes
  const population = Object.values(populations).reduce((sum, people) => sum + people, 0)
  const strata = strataOf(questionnaire, sizes)
  const source = { nl: translator(texts, 'nl')(known, { date: on }), en: translator(texts, 'en')(known, { date: on }) }
  return { population, invited, source, strata }
}

/** What somebody says of "1" to "5" fits each question with five answers, and is meant of one. */
function strataOf(questionnaire: Questionnaire, { populations, known, question }: GroupSizes): Frame['strata'] {
  const fitting = fittingStrata(questionnaire, populations)
  const names = Object.keys(fitting)
  if (question === undefined) {
    if (known === 'stated' && names.length > 1) throw problem('populationQuestionOpen', { question: null, fits: names })
    return fitting
  }
  const strata = Object.hasOwn(fitting, question) ? fitting[question] : undefined
  if (strata === undefined) throw problem('populationQuestionOpen', { question, fits: names })
  return { [question]: strata }
}

function fittingStrata(questionnaire: Questionnaire, populations: GroupSizes['populations']): Frame['strata'] {
  const strata: Record<string, Record<string, number>> = {}
  for (const { name, type, categories } of codebook(questionnaire).variables) {
    if (type !== 'single') continue
    const sizes = Object.entries(populations).map(
      ([group, people]) => [categoryNamed(categories, group)?.code, people] as const,
    )
    const codes = new Set(sizes.map(([code]) => code))
    if (codes.has(undefined) || codes.size < sizes.length || sizes.length === 0) continue
    strata[name] = Object.fromEntries(sizes.map(([code, people]) => [String(code), people]))
  }
  return strata
}
