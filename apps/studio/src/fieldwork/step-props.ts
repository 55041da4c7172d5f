import type { WaveSummary } from '@klankbord/model'
import type { WaveKeys } from '../api/fieldwork-client.ts'
import type { FrameSummary } from '../api/fieldwork-types.ts'

/** What every step of inviting people is shown. */
export interface StepProps {
  readonly keys: WaveKeys
  readonly wave: WaveSummary
  readonly frame: FrameSummary
}
