import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { everyKind } from '@klankbord/instruments'
import { expect } from 'vitest'
import { importRound, makeCodes, openRound } from '../rounds.ts'
import type { RunningServer } from '../running-server.ts'

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 8V4l4-4 4 4v4z" fill="navy"/></svg>'

/** How each kind of round is opened, beside the first one. */
const ROUNDS = {
  coded: ['--mode', 'codeAnonymous', '--title', 'Met code'],
  later: ['--opens', '2199-01-01', '--title', 'Later'],
  closed: ['--title', 'Gesloten'],
  full: ['--limit', '1', '--title', 'Vol'],
  kiosk: ['--channels', 'web,kiosk,paper,telephone', '--title', 'In de hal'],
} as const

/** Rounds of the measured questionnaire in every phase and mode. */
export interface MeasuredWaves {
  /** The address of the one that is open to all. */
  readonly open: string
  /** The address of another one, made when it is first asked for. */
  round(kind: keyof typeof ROUNDS): Promise<string>
  /** A fresh code for the round that asks for one. */
  code(): Promise<string>
}

/** Makes the study on a running server, with English and Arabic released as if speakers had done so. */
export async function measuredWaves(server: RunningServer): Promise<MeasuredWaves> {
  const open = await importRound(server, everyKind, { released: ['en', 'ar'] })
  const pictures = join(server.dataFolder, 'pictures')
  await mkdir(pictures, { recursive: true })
  for (const name of ['house.svg', 'rest.svg']) await writeFile(join(pictures, name), DRAWING)
  const make = async (kind: keyof typeof ROUNDS): Promise<string> => {
    const wave = await openRound(server, open, ...ROUNDS[kind])
    if (kind === 'closed') expect(await server.command('wave', 'close', '--wave', wave)).toMatchObject({ code: 0 })
    return wave
  }
  const rounds = new Map<string, Promise<string>>()
  const round = (kind: keyof typeof ROUNDS): Promise<string> => {
    const address = rounds.get(kind) ?? make(kind)
    rounds.set(kind, address)
    return address
  }
  const code = async (): Promise<string> => (await makeCodes(server, await round('coded'), 1)).join()
  return { open, round, code }
}
