import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { RunningServer } from './running-server.ts'

/** How a questionnaire is brought in. */
interface Bringing {
  readonly organisation?: string
  readonly title?: string
  /** Languages to release its texts in, and ours: as if somebody who speaks them had read them. */
  readonly released?: readonly string[]
}

/** Brings in a questionnaire of which anybody may fill in the first round. @returns the address of that round, after `/v/` */
export async function importRound(
  server: RunningServer,
  definition: unknown,
  { organisation = 'De proefraad', title, released = [] }: Bringing = {},
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kb-'))
  try {
    const file = join(folder, 'questionnaire.json')
    await writeFile(file, JSON.stringify(definition))
    for (const language of released)
      await ordered(server, 'languages', 'release', language, '--by', 'een proef', '--definition', file)
    const titled = title === undefined ? [] : ['--title', title]
    const output = await ordered(server, 'study', 'import', file, ...titled, '--organisation', organisation)
    return found(/\/v\/([\w-]+)/, output)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Opens another round of the study that a round belongs to. @returns its address, after `/v/` */
export async function openRound(server: RunningServer, beside: string, ...how: readonly string[]): Promise<string> {
  return found(/^Wave: (\S+)$/m, await ordered(server, 'wave', 'open', beside, ...how))
}

/** Opens a round beside another that asks for a code: its address, after `/v/`, and some of those codes. */
export async function openRoundWithCodes(
  server: RunningServer,
  beside: string,
  count: number,
): Promise<{ readonly wave: string; readonly codes: readonly string[] }> {
  const wave = await openRound(server, beside, '--mode', 'codeAnonymous', '--title', 'Met code')
  return { wave, codes: await makeCodes(server, wave, count) }
}

/** Fresh codes for a round that asks for one. */
export async function makeCodes(server: RunningServer, wave: string, count: number): Promise<readonly string[]> {
  const output = await ordered(server, 'codes', 'make', '--wave', wave, '--count', String(count))
  const codes = [...output.matchAll(/^([A-Z\d]{3}-[A-Z\d]{3}-[A-Z\d]{4}),/gm)].map(([, code]) => code ?? '')
  expect(codes).toHaveLength(count)
  return codes
}

/** Settled once an introduction offers a language that was released: a server that runs looks for it now and then. */
export async function untilOffered(address: string, language: string): Promise<void> {
  const introduction = async (): Promise<string> => (await fetch(address)).text()
  await expect.poll(introduction, { timeout: 20_000, interval: 300 }).toContain(`language:${language}`)
}

/** What a command printed. @throws where it failed */
async function ordered(server: RunningServer, ...order: readonly string[]): Promise<string> {
  const { code, output } = await server.command(...order)
  if (code !== 0) throw new Error(`${order.join(' ')}: ${output}`)
  return output
}

function found(pattern: RegExp, output: string): string {
  const text = pattern.exec(output)?.[1]
  if (text === undefined) throw new Error(`nothing like ${pattern} in ${output}`)
  return text
}
