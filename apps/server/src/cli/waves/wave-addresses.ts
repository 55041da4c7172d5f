import type { Wave } from '@klankbord/storage'
import { frontUrl } from '../../respondent/short-address.ts'
import { knownAddress } from '../known-address.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'

/** What people are given to come to a wave: the short study address first, then the questionnaire itself. */
export function waveAddresses(
  { environment }: Pick<Surroundings, 'environment'>,
  { data }: { readonly data: string },
  { address }: Pick<Wave, 'address'>,
): readonly string[] {
  // Where nobody said what this server is called, a path is all that is sure.
  const origin = knownAddress(data) ?? environment.publicUrl ?? ''
  return [say('waveFront', { url: frontUrl(origin, address) }), say('waveUrl', { url: `${origin}/v/${address}` })]
}
