import { percentText } from './chart-texts.ts'
import type {
  AccountFigure,
  AccountRow,
  AgreementFigure,
  AgreementRow,
  ComparisonFigure,
  ComparisonRow,
  DistributionFigure,
  DistributionRow,
  Figure,
  RepresentationFigure,
  RepresentationRow,
  Segment,
} from './figure.ts'
import { numbersPlot } from './numbers/numbers-plot.ts'
import { bar, label, placeOf, plot, vertical } from './plot-parts.ts'
import { trendPlot } from './trend/trend-plot.ts'
import { percentOf } from './whole-percent.ts'

/** Width in percent of the plot from which a number fits in a bar, on a desk and on a phone. */
const FITS = 4.5
const FITS_PHONE = 6.1

/**
 * The plots of a figure as SVG, one for each row in the order of the rows; a hidden row has an empty text.
 * Widths are percentages of the plot, heights pixels, colours classes of the page. What Chart.js draws again
 * has the class `mark`.
 */
export function figureToSvg(figure: Figure): readonly string[] {
  switch (figure.kind) {
    case 'agreement':
      return figure.rows.map((row) => agreementPlot(figure, row))
    case 'comparison':
      return figure.rows.map((row) => comparisonPlot(figure, row))
    case 'distribution':
      return figure.rows.map((row) => distributionPlot(figure, row))
    case 'account':
      return figure.rows.map((row) => accountPlot(figure, row))
    case 'representation':
      return figure.rows.map((row) => representationPlot(figure, row))
    case 'trend':
      return figure.rows.map((row) => trendPlot(figure, row))
    case 'numbers':
      return figure.rows.map((row) => numbersPlot(figure, row))
  }
}

function agreementPlot(figure: AgreementFigure, row: AgreementRow): string {
  if (row.status === 'hidden') return ''
  const at = (value: number): number => placeOf(value, figure.domain)
  const widthOf = (segment: Segment): number => at(segment.to) - at(segment.from)
  const bars = row.segments.map((s) => bar(`mark s${s.step}`, at(s.from), at(s.to), 2, 24))
  const negative = row.segments.filter((segment) => segment.step < 3)
  const least = Math.min(...negative.map(widthOf))
  const inside = row.segments.flatMap((segment) => {
    const room = segment.step < 3 ? least : widthOf(segment)
    if (segment.step === 3 || room < FITS) return []
    const words = row.twoAnswers ? `${segment.label} ${segment.percent}` : String(segment.percent)
    const middle = Math.round((at(segment.from) + at(segment.to)) * 50) / 100
    return [label(`in s${segment.step}${room < FITS_PHONE ? ' sm' : ''}`, middle, 19.5, words)]
  })
  const left = negative[0]
  const outside =
    left && row.negative > 0 && least < FITS_PHONE
      ? [label(`soft end${least < FITS ? '' : ' ph'}`, at(left.from), 19.5, String(row.negative), -5)]
      : []
  const neutral = row.segments.filter((segment) => segment.step === 3)
  const middle = neutral.at(-1)
  const neutralShare = neutral.reduce((sum, segment) => sum + segment.share, 0)
  const neutralPercent = String(percentOf(neutralShare))
  const beside = middle ? [label('soft', at(middle.to), 19.5, neutralPercent, 5)] : []
  return plot(28, [...bars, ...inside, ...outside, ...beside, vertical('zero', at(0), -8, 36)])
}

/** The lines behind the dots of a comparison: 0, 25, 50, 75 and 100. */
const GRID = [0, 25, 50, 75, 100]

function comparisonPlot(figure: ComparisonFigure, row: ComparisonRow): string {
  if (row.status === 'hidden') return ''
  const at = (value: number): number => placeOf(value, figure.domain)
  const { from, to } = row.value
  const clear = row.verdict === 'lower' || row.verdict === 'higher'
  const mark = clear ? '<path d="M0-8 8 0 0 8-8 0z"/>' : '<circle r="6"/>'
  return plot(48, [
    ...GRID.map((value) => vertical('grid', at(value), 0, 48)),
    '<line class="track" x1="0" x2="100%" y1="24" y2="24"/>',
    figure.everybody ? vertical('city', at(figure.everybody.at), 0, 48) : '',
    `<line class="mark iv" x1="${at(from)}%" x2="${at(to)}%" y1="24" y2="24"/>`,
    vertical('mark iv', at(from), 19, 29),
    vertical('mark iv', at(to), 19, 29),
    `<svg class="mark mk${row.status === 'indicative' ? ' few' : ''}" x="${at(row.value.at)}%" y="24" overflow="visible">${mark}</svg>`,
  ])
}

function distributionPlot(figure: DistributionFigure, row: DistributionRow): string {
  if (row.status === 'hidden') return ''
  const at = (value: number): number => placeOf(value, figure.domain)
  return plot(28, [
    bar(`mark m-res${row.status === 'indicative' ? ' few' : ''}`, 0, at(row.value.at), 4, 20),
    label('', at(row.value.at), 19.5, percentText(row.value.percent, figure.language), 6),
    vertical('zero', 0, 0, 28),
  ])
}

function accountPlot(figure: AccountFigure, row: AccountRow): string {
  const own = {
    answered: 'm-res',
    part: 'm-res',
    lost: 's3',
    population: 'm-pop',
    invited: 'm-pop',
    reached: 'm-pop',
    came: 'm-res',
  }
  const at = (people: number): number => placeOf(people, figure.domain)
  return plot(20, [bar(`mark ${own[row.step]}`, at(row.from), at(row.to), 1, 18)])
}

function representationPlot(figure: RepresentationFigure, row: RepresentationRow): string {
  if (row.status === 'hidden') return ''
  const at = (value: number): number => placeOf(value, figure.domain)
  const words = (percent: number): string => percentText(percent, figure.language)
  return plot(38, [
    bar('mark m-pop', 0, at(row.population.at), 3, 15),
    label('soft', at(row.population.at), 15, words(row.population.percent), 6),
    bar('mark m-res', 0, at(row.answers.at), 20, 15),
    label('', at(row.answers.at), 32.5, words(row.answers.percent), 6),
    vertical('zero', 0, 0, 38),
  ])
}
