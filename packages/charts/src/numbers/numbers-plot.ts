import { placeOf, plot, vertical } from '../plot-parts.ts'
import type { NumbersFigure, NumbersRow } from './numbers-figure.ts'

/** A dot with its line; of a duration the line goes one way, to where nine of ten are. */
export function numbersPlot(figure: NumbersFigure, row: NumbersRow): string {
  if (row.status === 'hidden') return ''
  const at = (value: number): number => placeOf(value, figure.domain)
  const back = [
    ...figure.ticks.map((tick) => vertical('grid', at(tick.at), 0, 48)),
    '<line class="track" x1="0" x2="100%" y1="24" y2="24"/>',
    figure.everybody === null ? '' : vertical('city', at(figure.everybody), 0, 48),
  ]
  if (row.mark === null) return plot(48, back)
  const { from, to } = row.mark
  const clear = row.verdict === 'lower' || row.verdict === 'higher'
  const shape = clear ? '<path d="M0-8 8 0 0 8-8 0z"/>' : '<circle r="6"/>'
  const line =
    from === to
      ? []
      : [
          `<line class="mark iv" x1="${at(from)}%" x2="${at(to)}%" y1="24" y2="24"/>`,
          vertical('mark iv', at(from), 19, 29),
          vertical('mark iv', at(to), 19, 29),
        ]
  return plot(48, [
    ...back,
    ...line,
    `<svg class="mark mk${row.status === 'indicative' ? ' few' : ''}" x="${at(row.mark.at)}%" y="24" overflow="visible">${shape}</svg>`,
  ])
}
