import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyKind } from '@klankbord/instruments'
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
  const done = async (...args: readonly string[]): Promise<string> => {
    const { code, output } = await server.command(...args)
    if (code !== 0) throw new Error(`${args.join(' ')}: ${output}`)
    return output
  }
  const folder = await mkdtemp(join(tmpdir(), 'kb-'))
  const file = join(folder, 'measured.json')
  await writeFile(file, JSON.stringify(everyKind))
  for (const language of ['en', 'ar'])
    await done('languages', 'release', language, '--by', 'een proef', '--definition', file)
  const imported = await done('study', 'import', file, '--organisation', 'De proefraad')
  await rm(folder, { recursive: true })
  const pictures = join(server.dataFolder, 'pictures')
  await mkdir(pictures, { recursive: true })
  for (const name of ['house.svg', 'rest.svg']) await writeFile(join(pictures, name), DRAWING)
  const open = found(/\/v\/([\w-]+)/, imported)
  const make = async (kind: keyof typeof ROUNDS): Promise<string> => {
    const wave = found(/^Wave: (\S+)$/m, await done('wave', 'open', open, ...ROUNDS[kind]))
    if (kind === 'closed') await done('wave', 'close', '--wave', wave)
    return wave
  }
  const rounds = new Map<string, Promise<string>>()
  const round = (kind: keyof typeof ROUNDS): Promise<string> => {
    const address = rounds.get(kind) ?? make(kind)
    rounds.set(kind, address)
    return address
  }
  const code = async (): Promise<string> =>
    found(
      /^([A-Z\d]{3}-[A-Z\d]{3}-[A-Z\d]{4}),/m,
      await done('codes', 'make', '--wave', await round('coded'), '--count', '1'),
    )
  return { open, round, code }
}

function found(pattern: RegExp, output: string): string {
  const text = pattern.exec(output)?.[1]
  if (text === undefined) throw new Error(`nothing like ${pattern} in ${output}`)
  return text
}
