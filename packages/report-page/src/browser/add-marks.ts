import type { FigureMark } from '@klankbord/charts'

interface PlacedMark extends FigureMark {
  readonly plot: HTMLElement
}

/**
 * Lets readers see interval and number of answers at each mark of a chart: under the mouse, by a touch, and with the arrow
 * keys, which a screen reader hears too. Escape puts it away.
 *
 * @param rows the marks of each row, written by the server: words would make the script much larger
 * @param hint tells of the arrow keys
 */
export function addMarks(element: Element, rows: readonly (readonly FigureMark[])[], hint: string): void {
  const chart = element.querySelector<HTMLElement>('.chart')
  const marks = chart ? placedMarks(chart, rows) : []
  if (!chart || marks.length === 0) return
  // What stands in it is reachable now, so it is no picture any more.
  chart.setAttribute('role', 'group')
  const keys = chart.ownerDocument.createElement('span')
  keys.className = 'vh'
  keys.id = `${element.parentElement?.id ?? ''}-keys`
  keys.textContent = hint
  chart.setAttribute('aria-describedby', keys.id)
  chart.setAttribute('aria-labelledby', element.getAttribute('aria-labelledby') ?? '')
  chart.tabIndex = 0
  const said = chart.ownerDocument.createElement('span')
  said.className = 'vh'
  said.setAttribute('role', 'status')
  chart.append(keys, said)
  const tip = chart.ownerDocument.createElement('span')
  tip.className = 'tip'
  tip.setAttribute('aria-hidden', 'true')
  let at = -1
  const show = (next: number): void => {
    at = next
    const mark = marks[at]
    if (mark) place(tip, mark)
    else tip.remove()
  }
  chart.addEventListener('keydown', (event) => {
    const next = movedTo(event.key, at, marks.length)
    if (next === null || event.target !== chart) return
    if (event.key !== 'Escape') event.preventDefault()
    show(next)
    said.textContent = marks[at]?.text ?? ''
  })
  chart.addEventListener('blur', () => show(-1))
  for (const name of ['pointermove', 'pointerdown'] as const)
    chart.addEventListener(name, (event) => show(markAt(marks, event)))
  chart.addEventListener('pointerleave', () => show(-1))
}

function placedMarks(chart: HTMLElement, rows: readonly (readonly FigureMark[])[]): readonly PlacedMark[] {
  return [...chart.querySelectorAll<HTMLElement>('[data-row]')].flatMap((plot) =>
    (rows[Number(plot.dataset['row'])] ?? []).map((mark) => ({ ...mark, plot })),
  )
}

/** Where a key goes from a mark, -1 being none of them; null for a key that does nothing here. */
function movedTo(key: string, at: number, count: number): number | null {
  const moves: Readonly<Record<string, number>> = {
    ArrowRight: Math.min(at + 1, count - 1),
    ArrowDown: Math.min(at + 1, count - 1),
    ArrowLeft: Math.max(at - 1, 0),
    ArrowUp: Math.max(at - 1, 0),
    Home: 0,
    End: count - 1,
    Escape: -1,
  }
  return moves[key] ?? null
}

/** The nearest mark of the plot under a pointer; of those that lie above each other, the one at its height. -1 outside plots. */
function markAt(marks: readonly PlacedMark[], { target, clientX, clientY }: PointerEvent): number {
  const plot = target instanceof Element ? target.closest('[data-row]') : null
  const own = marks.filter((mark) => mark.plot === plot)
  if (!plot || own.length === 0) return -1
  const { left, width, top, height } = plot.getBoundingClientRect()
  const x = ((clientX - left) / width) * 100
  const off = ({ from, to }: FigureMark): number => Math.max(from - x, x - to, 0)
  const least = Math.min(...own.map(off))
  const near = own.filter((mark) => off(mark) === least)
  const line = Math.floor(((clientY - top) / height) * near.length)
  const found = near[Math.max(0, Math.min(line, near.length - 1))]
  return found ? marks.indexOf(found) : -1
}

function place(tip: HTMLElement, { plot, from, to, text }: PlacedMark): void {
  const middle = (from + to) / 2
  tip.textContent = text
  tip.style.insetInlineStart = `${middle}%`
  tip.dataset['side'] = middle < 30 ? 'start' : middle > 70 ? 'end' : 'middle'
  plot.append(tip)
}
