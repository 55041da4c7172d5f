import type { WaveMode } from '@klankbord/model'
import { ask, type Answer } from '../http/ask.ts'
import type { StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

/** A list as it comes out of another system, with a column that is nobody's business. */
export const LIST: string = [
  'Naam;Straat;Plaats;Wijk;Niet;BSN',
  'Zwaantje Findmij;Plantgutstraat 1;9999 ZZ Voorbeeldstad;Oost;;111222333',
  'Bo Findmij;Plantgutstraat 3;9999 ZZ Voorbeeldstad;Oost;;1',
  'bo findmij;PLANTGUTSTRAAT 3;9999ZZ Voorbeeldstad;Oost;;1',
  'Ali Findmij;Dorpsweg 4;9999 ZZ Voorbeeldstad;West;;1',
  'Els Findmij;Dorpsweg 2;9999 ZZ Voorbeeldstad;West;overleden;1',
  'Kees Findmij;;;West;;1',
].join('\n')

export const COLUMNS = { name: 'Naam', address1: 'Straat', address2: 'Plaats', stratum: 'Wijk', excluded: 'Niet' }

/** A wave that a researcher works on through the API. */
export interface WaveByApi {
  readonly studyId: string
  readonly waveId: string
  readonly address: string
  readonly send: (path: string, json: unknown, method?: string) => Promise<Answer>
  readonly read: (path: string) => Promise<Answer>
}

/** Opens a wave and signs a researcher in. */
export async function waveByApi(server: StartedServer, mode: WaveMode, address: string): Promise<WaveByApi> {
  const { studyId, id } = await openWmoWave(server.context, address, { mode })
  const cookie = await server.signIn()
  const at = `/api/studies/${studyId}/waves/${id}`
  return {
    studyId,
    waveId: id,
    address,
    send: (path, json, method = 'POST') =>
      ask(server, `${at}${path}`, { method, json, headers: { cookie, origin: server.origin } }),
    read: (path) => ask(server, `${at}${path}`, { headers: { cookie } }),
  }
}

/** Everybody of the list who may be asked is drawn and, in a wave with codes, has one. */
export async function invitedByApi(server: StartedServer, mode: WaveMode, address: string): Promise<WaveByApi> {
  const wave = await waveByApi(server, mode, address)
  await wave.send('/frame', { csv: LIST, columns: COLUMNS })
  await wave.send('/frame/draw', { seed: 'dobbelsteen 4', everyone: true, restMonths: 0 })
  if (mode !== 'open') await wave.send('/invitations', {})
  return wave
}
