import type { Page } from 'playwright-core'

/** How many cells wide both pictures are compared: fonts of another system change hardly any of them. */
const CELLS = 80

/** The share of cells in which two pictures differ clearly, from 0 to 1; 1 where they have other sizes. */
export function pictureDifference(page: Page, one: Buffer, two: Buffer): Promise<number> {
  const addressOf = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`
  return page.evaluate(
    async ([addressOne, addressTwo, cells]) => {
      const loaded = async (address: string): Promise<HTMLImageElement> => {
        const image = new Image()
        image.src = address
        await image.decode()
        return image
      }
      const [first, second] = [await loaded(addressOne), await loaded(addressTwo)]
      const tall = first.height / first.width
      if (Math.abs(tall / (second.height / second.width) - 1) > 0.05) return 1
      const height = Math.max(1, Math.round(cells * tall))
      const dotsOf = (image: HTMLImageElement): Uint8ClampedArray => {
        const pen = Object.assign(document.createElement('canvas'), { width: cells, height }).getContext('2d')
        if (!pen) throw new Error('this browser does not draw')
        pen.imageSmoothingQuality = 'high'
        pen.drawImage(image, 0, 0, cells, height)
        return pen.getImageData(0, 0, cells, height).data
      }
      const [dots, others] = [dotsOf(first), dotsOf(second)]
      const differing = Array.from({ length: cells * height }, (_, cell) =>
        Math.max(...[0, 1, 2].map((part) => Math.abs((dots[cell * 4 + part] ?? 0) - (others[cell * 4 + part] ?? 0)))),
      ).filter((difference) => difference > 48)
      return differing.length / (cells * height)
    },
    [addressOf(one), addressOf(two), CELLS] as const,
  )
}
