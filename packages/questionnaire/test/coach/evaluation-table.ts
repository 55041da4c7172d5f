import { readFileSync } from 'node:fs'
import { RULES } from '../../src/coach/advice.ts'
import { score, type Score } from './evaluate.ts'
import type { ItemFile } from './item.ts'

/** The languages for which there are items. */
export const LANGUAGES = ['nl', 'en'] as const

/** All scores of a language on one half of its items, in the order of the rules. */
export function scoresOf(language: string, half: 'dev' | 'held-out'): readonly Score[] {
  return RULES.map((rule) => {
    const address = new URL(`items/${language}/${half}/${rule}.json`, import.meta.url)
    return score(JSON.parse(readFileSync(address, 'utf8')) as ItemFile, language, half)
  })
}

/** The scores as a table in Markdown. Figures only: no item is ever printed. */
export function evaluationTable(): string {
  const rows = LANGUAGES.flatMap((language) => {
    const held = scoresOf(language, 'held-out')
    return scoresOf(language, 'dev').map((dev, index) => row(dev, held[index] ?? dev))
  })
  return [
    '| language | rule | precision | recall | held-out items | precision (dev) | recall (dev) | dev items |',
    '|---|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n')
}

function row(dev: Score, held: Score): string {
  const cells = [dev.language, dev.rule, ...figures(held), ...figures(dev)]
  return `| ${cells.join(' | ')} |`
}

/** Positives and near misses as "15 + 15". */
function figures({ precision, recall, positives, nearMisses }: Score): readonly string[] {
  return [precision === null ? '–' : precision.toFixed(2), recall.toFixed(2), `${positives} + ${nearMisses}`]
}
