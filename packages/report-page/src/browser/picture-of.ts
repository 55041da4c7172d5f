import { shape } from './svg-shape.ts'
import { textLines } from './text-lines.ts'

/** What a drawing needs of a style that comes from the page. */
const DRAWN = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'text-anchor',
  'font-family',
  'font-size',
  'font-weight',
] as const

const MARGIN = 16

/** A picture that needs nothing else, with its size in pixels. */
export interface Picture {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/**
 * A figure as one SVG: its sentence, its chart as the page shows it now, in its colours or patterns, and where it comes from.
 *
 * @param figure the `figure` element, of which the chart is seen
 * @param source the line below it
 */
export function pictureOf(figure: HTMLElement, source: string): Picture {
  const page = figure.ownerDocument
  const parts = [...figure.querySelectorAll<HTMLElement>('.asked,h3,h4')].filter((part) => !part.closest('.chart'))
  const chart = figure.querySelector<HTMLElement>('.chart')
  const shown = [...parts, ...(chart ? [chart] : [])]
  const frames = shown.map((part) => part.getBoundingClientRect())
  const left = Math.min(...frames.map((frame) => frame.left)) - MARGIN
  const top = Math.min(...frames.map((frame) => frame.top)) - MARGIN
  const width = Math.ceil(Math.max(...frames.map((frame) => frame.right)) - left + MARGIN)
  const height = Math.ceil(Math.max(...frames.map((frame) => frame.bottom)) - top + MARGIN * 2.5)
  const svg = shape(page, 'svg', { width, height, viewBox: `0 0 ${width} ${height}` })
  const style = getComputedStyle(page.body)
  svg.append(
    shape(page, 'rect', { width, height, fill: style.backgroundColor }),
    ...patternsOf(page),
    ...shown.flatMap((part) => [
      ...swatches(part, left, top),
      ...textLines(part, left, top),
      ...plots(part, left, top),
    ]),
    credit(page, source, height, style),
  )
  return { svg: new XMLSerializer().serializeToString(svg), width, height }
}

function credit(
  page: Document,
  source: string,
  height: number,
  { fontFamily, color }: CSSStyleDeclaration,
): SVGElement {
  const place = { x: MARGIN, y: height - MARGIN * 0.75 }
  const words = shape(page, 'text', { ...place, 'font-family': fontFamily, 'font-size': '12px', fill: color })
  words.textContent = source
  return words
}

/** The squares of a legend, and the mark of what is not shown. */
function swatches(part: HTMLElement, left: number, top: number): readonly SVGElement[] {
  return [...part.querySelectorAll<HTMLElement>('.sw')].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect()
    const { backgroundColor, borderTopColor } = getComputedStyle(one)
    const step = /\bs([1-5])\b/.exec(one.className)?.[1]
    const isPatterned = step !== undefined && patternsOf(part.ownerDocument).length > 0
    const fill = isPatterned ? `url(#pattern-${step})` : backgroundColor
    return shape(part.ownerDocument, 'rect', { x: x - left, y: y - top, width, height, fill, stroke: borderTopColor })
  })
}

/** The drawings of the rows, with the page's styles written out. What Chart.js draws instead is seen again. */
function plots(part: HTMLElement, left: number, top: number): readonly SVGElement[] {
  return [...part.querySelectorAll<SVGSVGElement>('.plot>svg')].flatMap((plot) => {
    const { x, y, width, height } = plot.getBoundingClientRect()
    if (width === 0) return []
    const copy = written(plot)
    for (const [name, value] of Object.entries({ x: x - left, y: y - top, width, height }))
      copy.setAttribute(name, String(value))
    copy.setAttribute('overflow', 'visible')
    return [copy]
  })
}

/** A copy of an element that needs no style sheet; what the page leaves out is left out. */
function written<E extends SVGElement>(element: E): E {
  const copy = element.cloneNode(false) as E
  const style = getComputedStyle(element)
  for (const name of DRAWN)
    copy.setAttribute(name, style.getPropertyValue(name).replaceAll(/url\(".*(#[^"]+)"\)/g, 'url($1)'))
  copy.removeAttribute('class')
  const inner = [...element.childNodes].flatMap((child): Node[] => {
    if (!(child instanceof SVGElement)) return [child.cloneNode()]
    return getComputedStyle(child).display === 'none' ? [] : [written(child)]
  })
  copy.append(...inner)
  return copy
}

/** The patterns, where the reader chose them. */
function patternsOf(page: Document): readonly SVGElement[] {
  const chosen = page.querySelector<HTMLInputElement>('#patterns')?.checked ?? false
  return chosen ? [...page.querySelectorAll<SVGElement>('.defs>pattern')].map((one) => written(one)) : []
}
