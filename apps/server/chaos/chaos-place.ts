import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom, type SeededRandom } from '@klankbord/testing'
import { answersOf, openFieldwork, KEY, type Fieldwork } from './fieldwork.ts'
import { senderOf, type Sender } from './sender.ts'
import { superviseServer, type SupervisedServer } from './supervised-server.ts'

/** A supervised server, its database, a wave, and people with a code. */
export interface ChaosPlace {
  readonly server: SupervisedServer
  readonly fieldwork: Fieldwork
  readonly random: SeededRandom
  /** People who have filled in everything, each with a code of their own. */
  people(count: number): Promise<readonly Sender[]>
  end(): Promise<void>
}

/**
 * @param parent where the data folder is made; the folder for temporary files when left out
 * @param environment more settings of the server
 */
export async function openChaosPlace(
  seed: number,
  parent: string = tmpdir(),
  environment: Readonly<Record<string, string>> = {},
): Promise<ChaosPlace> {
  const dataFolder = mkdtempSync(join(parent, 'kb-chaos-'))
  const server = await superviseServer(dataFolder, { KLANKBORD_KEY: KEY, ...environment })
  const fieldwork = await openFieldwork(dataFolder)
  let born = 0
  return {
    server,
    fieldwork,
    random: seededRandom(seed),
    people: async (count) => {
      const codes = await fieldwork.handOut(count)
      return codes.map((code) => {
        born += 1
        return senderOf({ name: `${fieldwork.wave.address}/${born}`, answers: answersOf(born), code })
      })
    },
    end: async () => {
      await fieldwork.close()
      await server.end()
      rmSync(dataFolder, { recursive: true, force: true, maxRetries: 20 })
    },
  }
}

/** Of every account of chaos: nothing lost, nothing doubled, nothing half, nothing invented. */
export const NOTHING_WRONG = { lost: 0, doubled: 0, damaged: 0, invented: 0, codesOutOfStep: 0 } as const
