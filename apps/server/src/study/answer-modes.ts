import { modeOf, type AnswerMode } from '@klankbord/model'
import { channelsOf, type WaveReference } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** In which ways people answered a wave so far; a wave that nobody answered yet is answered on the web. */
export async function answerModes({ database }: ServerContext, wave: WaveReference): Promise<readonly AnswerMode[]> {
  const channels = await channelsOf(database.db, wave)
  const modes = channels.map(modeOf)
  return channels.length === 0 ? ['web'] : [...new Set(modes)]
}
