import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PLACES = ['/usr/bin/lynx', '/usr/local/bin/lynx', '/opt/homebrew/bin/lynx']

/** The text browser of this machine, or null. `npm test` installs one where it can. */
export const TEXT_BROWSER: string | null = PLACES.find((place) => existsSync(place)) ?? null

const LANGUAGE = ['-assume_charset=utf-8', '-display_charset=utf-8']
/** So high that every page is one screen. */
const WINDOW = { TERM: 'vt100', LINES: '600', COLUMNS: '100', LANG: 'C.UTF-8', HOME: '/nonexistent' }
const LONGEST = 40_000

/** A page as the text browser draws it: each link and control with its number before it. */
export async function drawn(html: string): Promise<string> {
  return inFolder(async (folder) => {
    const file = join(folder, 'page.html')
    await writeFile(file, html)
    return output(['-dump', '-number_fields', '-nolist', '-width=1000', ...LANGUAGE, file])
  })
}

/** What somebody does with a control of a page: one of a group by its words, the field to type in, or a button. */
export type Use = { readonly choose: string } | { readonly type: string } | { readonly button: string }

/** The keys for these, in the order of the page, from the first of its links on. */
export function keysFor(page: string, uses: readonly Use[]): readonly string[] {
  let at = 1
  return uses.flatMap((use) => {
    const number = numberOf(page, use)
    const way = Array.from({ length: number - at }, () => 'Down Arrow')
    at = number
    return [...way, ...('type' in use ? Array.from(use.type) : ['^J'])]
  })
}

function numberOf(page: string, use: Use): number {
  const pattern =
    'choose' in use
      ? `\\[(\\d+)\\][([].[)\\]] ${use.choose}`
      : 'button' in use
        ? `\\[(\\d+)\\]${use.button}\\)`
        : '\\[(\\d+)\\]_'
  // The button that Enter presses stands first, and is seen by nobody.
  const number = [...page.matchAll(new RegExp(pattern, 'g'))].at(-1)?.[1]
  if (number === undefined) throw new Error(`nothing for ${JSON.stringify(use)} on:\n${page}`)
  return Number(number)
}

/** Opens an address without cookies and presses these keys; ends after the last. */
export async function press(address: string, keys: readonly string[]): Promise<void> {
  await inFolder(async (folder) => {
    const script = join(folder, 'keys')
    await writeFile(script, [...keys, 'Q'].map((key) => `key ${key}\n`).join(''))
    await output(['-nocolor', '-cookies=off', `-cmd_script=${script}`, ...LANGUAGE, address])
  })
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kb-lynx-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

function output(args: readonly string[]): Promise<string> {
  const child = spawn(TEXT_BROWSER ?? '', [...args], {
    env: WINDOW,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: LONGEST,
  })
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.on('error', reject)
    child.on('close', (code) => {
      const text = Buffer.concat(parts).toString()
      if (code === 0) resolve(text)
      else reject(new Error(`the text browser ended with ${code}:\n${text}`))
    })
  })
}
