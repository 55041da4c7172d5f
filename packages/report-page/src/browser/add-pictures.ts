import { pictureOf, type Picture } from './picture-of.ts'
import { reportTrouble } from './report-trouble.ts'

/** The words of the buttons. */
export interface PictureWords {
  readonly png: string
  readonly svg: string
}

/** Dots of a PNG for each pixel, so that it can be printed. */
const SHARP = 2

/** Puts buttons below a figure that save it as PNG and as SVG, with its sentence and its source, in the colours of the page. */
export function addPictures(element: HTMLElement, words: PictureWords): void {
  const tools = element.parentElement?.querySelector('.tools')
  const source = element.parentElement?.querySelector('.copy .lines>:last-child')?.textContent ?? ''
  if (!tools) return
  const name = element.parentElement?.id ?? 'figure'
  const page = element.ownerDocument
  const add = (label: string, save: (picture: Picture) => void): void => {
    const button = page.createElement('button')
    button.type = 'button'
    button.className = 'save'
    button.textContent = label
    button.addEventListener('click', () => save(whileSeen(element, () => pictureOf(element, source.trim()))))
    tools.append(button)
  }
  add(words.png, (picture) => {
    drawn(page, picture).then((address) => saved(page, address, `${name}.png`), reportTrouble)
  })
  add(words.svg, ({ svg }) => {
    const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
    saved(page, address, `${name}.svg`)
    URL.revokeObjectURL(address)
  })
}

/** A chart that is away for its table is seen while its picture is made. */
function whileSeen<T>(element: Element, made: () => T): T {
  const chart = element.querySelector<HTMLElement>('.chart')
  const hidden = chart?.hidden ?? false
  if (chart) chart.hidden = false
  const result = made()
  if (chart) chart.hidden = hidden
  return result
}

async function drawn(page: Document, { svg, width, height }: Picture): Promise<string> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = page.createElement('canvas')
  canvas.width = width * SHARP
  canvas.height = height * SHARP
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas.toDataURL('image/png')
}

function saved(page: Document, address: string, name: string): void {
  const link = page.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
