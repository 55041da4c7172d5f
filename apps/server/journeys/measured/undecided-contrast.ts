import type { Page } from 'playwright-core'
import type { AxeFinding } from '../browser.ts'

/** Ink on what lies under it, at the least; WCAG 1.4.3. */
const LEAST = { usual: 4.5, large: 3 } as const

/**
 * Computes the contrast of texts that axe left open (a picture, a gradient or something else lies under or over them):
 * the colour of the ink on the lightest and on the darkest of what a screenshot without the ink shows in its place.
 *
 * @returns a sentence for each text with too little
 */
export async function undecidedContrast(page: Page, findings: readonly AxeFinding[]): Promise<readonly string[]> {
  const selectors = findings.flatMap(({ nodes }) => nodes.flatMap(({ target }) => (target.length === 1 ? target : [])))
  const wrong: string[] = []
  for (const selector of selectors) {
    const text = page.locator(selector).first()
    const ink = await text.evaluate(inkOf)
    // Nothing is read where nothing is shown.
    if (ink === null) continue
    const ratio = await ratioOnGround(page, selector, ink.rgb)
    const least = ink.isLarge ? LEAST.large : LEAST.usual
    if (ratio < least) wrong.push(`contrast ${ratio.toFixed(2)} of ${least}: ${selector}`)
  }
  return wrong
}

interface Ink {
  readonly rgb: readonly number[]
  readonly isLarge: boolean
}

/** Runs in the page. */
function inkOf(element: Element): Ink | null {
  const { color, fontSize, fontWeight } = getComputedStyle(element)
  const { width, height } = element.getBoundingClientRect()
  if (width === 0 || height === 0) return null
  const size = Number.parseFloat(fontSize)
  const rgb = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
  return { rgb, isLarge: size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700) }
}

/** The least contrast of the ink with any colour that covers at least a fiftieth of the place. */
async function ratioOnGround(page: Page, selector: string, ink: readonly number[]): Promise<number> {
  const style = await page.addStyleTag({
    content: '*{color:transparent!important;-webkit-text-fill-color:transparent!important}',
  })
  const picture = (await page.locator(selector).first().screenshot({ animations: 'disabled' })).toString('base64')
  await style.evaluate((element) => element.parentNode?.removeChild(element))
  return page.evaluate(leastContrast, { picture, ink })
}

/** Runs in the page: draws the picture on a canvas and reads it. */
async function leastContrast({ picture, ink }: { picture: string; ink: readonly number[] }): Promise<number> {
  const bytes = Uint8Array.from(atob(picture), (sign) => sign.charCodeAt(0))
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  const drawing = canvas.getContext('2d')
  if (drawing === null) throw new Error('no canvas')
  drawing.drawImage(bitmap, 0, 0)
  const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height)
  const counts = new Map<string, number>()
  for (let place = 0; place < data.length; place += 4) {
    const colour = `${data[place]} ${data[place + 1]} ${data[place + 2]}`
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const luminance = (rgb: readonly number[]): number => {
    const [red = 0, green = 0, blue = 0] = rgb.map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const own = luminance(ink)
  const most = (data.length / 4) * 0.02
  const ratios = [...counts]
    .filter(([, count]) => count >= most)
    .map(([colour]) => luminance(colour.split(' ').map(Number)))
    .map((ground) => (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05))
  return Math.min(...ratios)
}
