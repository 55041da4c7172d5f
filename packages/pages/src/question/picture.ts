import { html, type Content } from '../html.ts'
import { PICTOGRAMS } from '../pictograms/pictograms.ts'

/** An address on the same server, or the name of a drawing. */
interface Picture {
  readonly image?: string | undefined
  readonly pictogram?: string | undefined
}

/** Whether there is a picture to show beside the words. */
export function hasPicture({ image, pictogram }: Picture): boolean {
  return image !== undefined || (pictogram !== undefined && PICTOGRAMS.has(pictogram))
}

/** The picture of an option, for the eye only: the words beside it say what it is. Nothing where there is none. */
export function pictureOf({ image, pictogram }: Picture): Content {
  if (image !== undefined) return html`<img class="picture" src="${image}" alt="" decoding="async" />`
  return pictogram === undefined ? false : PICTOGRAMS.get(pictogram)?.drawing
}
