import { readFileSync, readdirSync } from 'node:fs'
import { findPersonalData } from '@klankbord/questionnaire'
import type { PersonalDataKind } from '@klankbord/questionnaire'

interface ItemFile {
  readonly kind: PersonalDataKind
  readonly language: string
  readonly positive: readonly string[]
  readonly nearMiss: readonly string[]
}

/** How often one kind is right about one file of items. */
export interface Score {
  readonly kind: PersonalDataKind
  readonly language: string
  readonly positives: number
  readonly nearMisses: number
  /** Share of the remarks that are right. */
  readonly precision: number
  /** Share of what there is that is found. */
  readonly recall: number
}

/** The scores of one half, in the order of the file names. Each item counts once. */
export function scoresOf(half: 'dev' | 'held-out'): readonly Score[] {
  return itemsOf(half).map(({ kind, language, positive, nearMiss }) => {
    const found = (texts: readonly string[]): number => texts.filter((text) => isFound(kind, text)).length
    const [right, wrong] = [found(positive), found(nearMiss)]
    return {
      kind,
      language,
      positives: positive.length,
      nearMisses: nearMiss.length,
      precision: right / Math.max(1, right + wrong),
      recall: right / positive.length,
    }
  })
}

/** The items that a kind is wrong about, for whoever mends the rules with the dev half. */
export function mistakes(half: 'dev'): readonly string[] {
  return itemsOf(half).flatMap(({ kind, positive, nearMiss }) => [
    ...positive.filter((text) => !isFound(kind, text)).map((text) => `${kind} missed: ${text}`),
    ...nearMiss.filter((text) => isFound(kind, text)).map((text) => `${kind} too much: ${text}`),
  ])
}

/** The scores as a table in Markdown. */
export function personalDataTable(): string {
  const dev = scoresOf('dev')
  const rows = scoresOf('held-out').map((held, index) => {
    const cells = [held.kind, held.language, ...figures(held), ...figures(dev[index] ?? held)]
    return `| ${cells.join(' | ')} |`
  })
  return [
    '| kind | language | precision | recall | held-out items | precision (dev) | recall (dev) | dev items |',
    '|---|---|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n')
}

const figures = ({ precision, recall, positives, nearMisses }: Score): readonly string[] => [
  precision.toFixed(2),
  recall.toFixed(2),
  `${positives} + ${nearMisses}`,
]

function isFound(kind: PersonalDataKind, text: string): boolean {
  return findPersonalData(text).some((found) => found.kind === kind)
}

function itemsOf(half: string): readonly ItemFile[] {
  const folder = new URL(`items/${half}/`, import.meta.url)
  return readdirSync(folder)
    .toSorted()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as ItemFile)
}
