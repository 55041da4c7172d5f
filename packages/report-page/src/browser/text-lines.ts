import { shape } from './svg-shape.ts'

interface Line {
  readonly words: string
  readonly frame: DOMRect
}

/** The words of a part of the page as lines of SVG, each where the page has it; the words of drawings are in these. */
export function textLines(part: HTMLElement, left: number, top: number): readonly SVGElement[] {
  const page = part.ownerDocument
  const walker = page.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  const found: SVGElement[] = []
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement
    if (!parent || parent.closest('svg,.vh,.tip') || !node.textContent?.trim()) continue
    const { fontFamily, fontSize, fontWeight, color, direction } = getComputedStyle(parent)
    const ascent = ascentOf(page, `${fontWeight} ${fontSize} ${fontFamily}`)
    found.push(
      ...linesOf(node).map(({ words, frame }) => {
        const x = (direction === 'rtl' ? frame.right : frame.left) - left
        const font = { 'font-family': fontFamily, 'font-size': fontSize, 'font-weight': fontWeight }
        const line = shape(page, 'text', { x, y: frame.top - top + ascent, ...font, fill: color, direction })
        line.textContent = words
        return line
      }),
    )
  }
  return found
}

/** The words of a text as the page breaks them; nothing of a text that is not seen. */
function linesOf(node: Node): readonly Line[] {
  const range = new Range()
  const text = node.textContent ?? ''
  return [...text.matchAll(/\S+/g)].reduce<readonly Line[]>((lines, { 0: word, index }) => {
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const frame = range.getBoundingClientRect()
    const last = lines.at(-1)
    if (frame.width === 0) return lines
    if (!last || Math.abs(last.frame.top - frame.top) > 2) return [...lines, { words: word, frame }]
    const from = Math.min(last.frame.left, frame.left)
    const joined = new DOMRect(from, frame.top, Math.max(last.frame.right, frame.right) - from, frame.height)
    return [...lines.slice(0, -1), { words: `${last.words} ${word}`, frame: joined }]
  }, [])
}

/** How far the baseline of a font lies below the top of its line, in pixels. */
function ascentOf(page: Document, font: string): number {
  const pen = page.createElement('canvas').getContext('2d')
  if (!pen) return 0
  pen.font = font
  return pen.measureText('x').fontBoundingBoxAscent
}
