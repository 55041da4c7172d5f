import { problem } from '@klankbord/model'
import type { Wave } from '@klankbord/storage'

/** Keeps what is tried out from being counted, analysed or published, and from being copied: it erases itself. @throws Problem `waveIsTryOut` */
export function refuseTryOut({ tryOut, address }: Pick<Wave, 'tryOut' | 'address'>): void {
  if (tryOut) throw problem('waveIsTryOut', { wave: address })
}
