import { allFigures, type ReportContent } from './report-content.ts'
import type { PlacedFigure } from './placed-figure.ts'

/**
 * What a figure is called in its own address: its name, which stays the same when figures before it come or go. The second of
 * two with one name is called by its id.
 *
 * @example figureKey(placed, content) // 'knew_where'
 */
export function figureKey(placed: Pick<PlacedFigure, 'id'>, content: ReportContent): string {
  const key = nameIn(placed)
  return figureNamed(key, content)?.id === placed.id ? key : placed.id
}

/** The figure of this name or id; undefined where there is none. */
export function figureNamed(key: string, content: ReportContent): PlacedFigure | undefined {
  const all = allFigures(content)
  return all.find((placed) => nameIn(placed) === key) ?? all.find(({ id }) => id === key)
}

function nameIn({ id }: Pick<PlacedFigure, 'id'>): string {
  return id.replace(/^figure-\d+-/, '')
}

/** What every figure is called in its address, in the order of the page. */
export function figureKeysOf(content: ReportContent): readonly string[] {
  return allFigures(content).map((placed) => figureKey(placed, content))
}
