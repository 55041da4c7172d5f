import type { DrawRecord } from '@klankbord/statistics'
import { say } from '../say.ts'

/** What a record of a draw says, for people. */
export function drawLines({ strata, exclusions, seed, frameDigest, onePerHousehold }: DrawRecord): readonly string[] {
  return [
    ...strata.map(({ stratum, frame, eligible, leftInHousehold, drawn }) =>
      say(onePerHousehold ? 'drawnStratumOfAddresses' : 'drawnStratum', {
        stratum: stratum === '' ? '-' : stratum,
        frame,
        eligible,
        leftInHousehold,
        drawn,
      }),
    ),
    ...Object.entries(exclusions).map(([reason, count]) => say('frameExcluded', { reason, count })),
    say('drawnBy', { seed, digest: frameDigest.slice(0, 16) }),
  ]
}
