import type { RuleName } from '@klankbord/questionnaire'
import { compile } from '@klankbord/questionnaire'
import { coach } from '../../src/coach/coach.ts'
import { definitionOf, type Item, type ItemFile } from './item.ts'

/** How often a rule is right about one list of items. */
export interface Score {
  readonly rule: RuleName
  readonly language: string
  readonly half: string
  /** Positives and near misses that could be judged. */
  readonly positives: number
  readonly nearMisses: number
  /** Items of question types outside the profile: the compiler refuses them before the coach reads them. */
  readonly refused: number
  /** Share of the remarks that are right; null when the rule never spoke. */
  readonly precision: number | null
  /** Share of the faults that are found. */
  readonly recall: number
}

/** Whether a rule speaks about an item; null when the item does not compile. */
export function speaks(rule: RuleName, item: Item, language: string): boolean | null {
  const { questionnaire } = compile(definitionOf(item, language))
  return questionnaire === null ? null : coach(questionnaire, language, [rule]).length > 0
}

/** Scores one rule on one file: each item counts once, however often the rule speaks about it. */
export function score(file: ItemFile, language: string, half: string): Score {
  const rule = file.rule as RuleName
  const judge = (items: readonly Item[]): readonly boolean[] =>
    items.map((item) => speaks(rule, item, language)).filter((spoken) => spoken !== null)
  const positives = judge(file.positive)
  const nearMisses = judge(file.nearMiss)
  const right = positives.filter(Boolean).length
  const wrong = nearMisses.filter(Boolean).length
  return {
    rule,
    language,
    half,
    positives: positives.length,
    nearMisses: nearMisses.length,
    refused: file.positive.length + file.nearMiss.length - positives.length - nearMisses.length,
    precision: right + wrong === 0 ? null : right / (right + wrong),
    recall: positives.length === 0 ? 0 : right / positives.length,
  }
}
