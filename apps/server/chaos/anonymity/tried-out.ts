import { open, press } from '../../test/filled-page.ts'
import type { Fieldwork } from '../fieldwork.ts'
import type { AttackedPlace } from './attacked-place.ts'

/** How long the page is that few see, in each language: an attacker with a code of their own fills in until there. */
export async function triedOut({ proxy, passed }: AttackedPlace, fieldwork: Fieldwork): Promise<readonly number[]> {
  const [access = ''] = await fieldwork.handOut(1)
  const address = `http://127.0.0.1:${proxy.port}/v/${fieldwork.wave.address}`
  const lengths: number[] = []
  for (const language of ['nl', 'en']) {
    await open(`${address}?lang=${language}`)
    const first = await press(address, null, 'start', { language, access })
    const fews = await press(address, first, 'next', { grade: '5' })
    lengths.push(passed.at(-1)?.sizeUnpadded ?? 0)
    await press(address, fews, 'erase')
  }
  return lengths
}
