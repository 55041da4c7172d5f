import { listStudies, listWaves, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../../src/context.ts'
import { loadSample } from '../../src/study/load-sample.ts'

/** The closed round of the sample study: 599 answers of the 1400 people on a list. */
export async function sampleWave(context: ServerContext): Promise<Wave> {
  await loadSample(context)
  for (const { id } of await listStudies(context.database.db)) {
    const found = (await listWaves(context.database.db, id)).find(({ state }) => state === 'closed')
    if (found) return found
  }
  throw new Error('the sample study has no closed round')
}
