import { figureToChartConfigs, placeOf, type Figure } from '@klankbord/charts'

/** The plot of a trend: percentages across, heights in pixels below these. */
const [TOP, BOTTOM] = [34, 194]

/** The ends of the bars, lines and dots of one row, in percent of the plot, as the SVG draws them; of a trend with heights. */
export function drawnInSvg(svg: string): readonly string[] {
  const bars = [...svg.matchAll(/<rect class="mark[^"]*" x="([\d.]+)%"[^>]*width="([\d.]+)%"/g)]
  const lines = [...svg.matchAll(/<line class="mark[^"]*" x1="([\d.]+)%" x2="([\d.]+)%" y1="([\d.]+)" y2="([\d.]+)"/g)]
  const dots = [...svg.matchAll(/<svg class="mark[^"]*" x="([\d.]+)%"/g)]
  const circles = [...svg.matchAll(/<circle class="mark[^"]*" cx="([\d.]+)%" cy="([\d.]+)"/g)]
  const isTrend = circles.length > 0
  return [
    ...bars.flatMap(([, x, width]) => [Number(x), Number(x) + Number(width)].map(across)),
    ...lines.flatMap(([, from, to, high, low]) =>
      isTrend
        ? [point(Number(from), Number(high)), point(Number(to), Number(low))]
        : [Number(from), Number(to)].map(across),
    ),
    ...dots.map(([, x]) => across(Number(x))),
    ...circles.map(([, x, y]) => point(Number(x), Number(y))),
  ]
}

/** The same of the Chart.js configuration, put on its own scales. */
export function drawnByChart(figure: Figure, row: number): readonly string[] {
  const config = figureToChartConfigs(figure)[row]
  if (config === undefined) return []
  const { data, options } = config
  const scaleOf = (name: 'x' | 'y'): { min: number; max: number } => {
    const scale = options?.scales?.[name]
    return { min: Number(scale?.min), max: Number(scale?.max) }
  }
  return data.datasets.flatMap((dataset) =>
    dataset.data.flatMap((mark) => {
      if (mark === null) return []
      if (typeof mark.y === 'string') return [mark.x].flat().map((value) => across(placeOf(value, scaleOf('x'))))
      const height = BOTTOM - (placeOf(mark.y, scaleOf('y')) / 100) * (BOTTOM - TOP)
      return [point(typeof mark.x === 'number' ? mark.x : mark.x[0], height)]
    }),
  )
}

/** Places of one drawing that the other lacks, where both have two decimals or one pixel. */
export function missingIn(other: readonly string[], places: readonly string[]): readonly string[] {
  return places.filter((place) => !other.some((candidate) => isNear(place, candidate)))
}

function isNear(one: string, two: string): boolean {
  const [first, second] = [one, two].map((place) => place.split(' ').map(Number))
  return (first ?? []).every((value, at) => Math.abs(value - (second?.[at] ?? Number.NaN)) < (at === 0 ? 0.03 : 0.3))
}

const across = (x: number): string => String(x)
const point = (x: number, y: number): string => `${x} ${y}`
