import { once } from 'node:events'
import { problem } from '@klankbord/model'
import { handOutCodes } from '../../access/hand-out-codes.ts'
import { waveAt } from '../../respondent/visit.ts'
import { audit } from '../../staff/audit.ts'
import { knownAddress } from '../known-address.ts'
import { warnOfLocal } from '../local-address.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { readerGone } from '../terminal.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface CodesOrder {
  readonly data: string
  /** Address of the wave. */
  readonly wave: string
  readonly count: number
  readonly stratum?: string
  readonly url?: string
}

/**
 * Makes access codes and prints them as CSV: the code, the address behind which a QR picture carries it, and the group.
 * They are printed once; nobody can print them again.
 *
 * @throws Problem `publicAddressUnknown`: the address goes on letters, so it is never guessed
 */
export async function makeCodes(place: Surroundings, order: CodesOrder): Promise<void> {
  const { data, count, stratum = '' } = order
  const known = order.url ?? knownAddress(data) ?? place.environment.publicUrl
  if (known === null) throw problem('publicAddressUnknown', {})
  const publicUrl = publicUrlOf(place, known)
  await inWorkplace(place, { data, publicUrl }, async ({ context }) => {
    const { wave } = await waveAt(context, order.wave)
    const { output } = place.terminal
    let made = 0
    for await (const codes of handOutCodes(context, wave, count, stratum === '' ? null : stratum)) {
      const head = made === 0 ? ['code,address,stratum\r\n'] : []
      const lines = codes.map((code) => `${code},${publicUrl}/v/${wave.address}#${code},${stratum}\r\n`)
      if (!(await taken(output, [...head, ...lines].join('')))) return
      made += codes.length
    }
    await audit(context, null, { action: 'codes.made', studyId: wave.studyId, details: { wave: wave.id, count: made } })
    warnOfLocal(place, publicUrl)
    place.terminal.warn(say('codesMade', { count: made, address: wave.address }))
  })
}

/** Whether somebody still reads: a reader that has seen enough, like `head`, gets no more codes made. */
async function taken(output: NodeJS.WritableStream, text: string): Promise<boolean> {
  try {
    if (!output.write(text)) await once(output, 'drain')
    return true
  } catch (error) {
    if (readerGone(error)) return false
    throw error
  }
}
