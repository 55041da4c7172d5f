import { translator, type Frame, type Questionnaire } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import texts from '../messages/frame-source.json' with { type: 'json' }
import { categoryNamed } from './wanted-quotas.ts'

/** How many people each group of a list has, and how many of them were invited. */
export interface GroupSizes {
  /** By the name of the group; one whose name is empty is the whole list. */
  readonly populations: Readonly<Record<string, number>>
  readonly invited: number
  /** Counted on a list that was drawn from, or said by somebody. */
  readonly known: 'list' | 'stated'
  /** ISO date on which that was so. */
  readonly on: string
}

/**
 * The frame that reports use: how many people there are, and of each group, where the groups are the answers to one
 * question of the questionnaire. Groups that no question asks about count in the whole only.
 *
 * @example waveFrame(questionnaire, { populations: { Oost: 600, West: 400 }, invited: 300, known: 'stated', on: '2026-05-01' }).population // 1000
 */
export function waveFrame(questionnaire: Questionnaire, { populations, invited, known, on }: GroupSizes): Frame {
  const population = Object.values(populations).reduce((sum, people) => sum + people, 0)
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
  const source = { nl: translator(texts, 'nl')(known, { date: on }), en: translator(texts, 'en')(known, { date: on }) }
  return { population, invited, source, strata }
}
