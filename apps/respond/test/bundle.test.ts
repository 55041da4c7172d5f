import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { pageData, pageTexts } from '@klankbord/pages'
import { build, type Plugin, type Rollup } from 'vite'
import { expect, it } from 'vitest'
import { HELP, HELP_PAGE } from './help-page.ts'

/** What every page loads on top of itself, compressed as far as it goes, in bytes. */
const MOST_FIRST = 12 * 1024
/** What follows once somebody begins: the flow, the checks and the pages of every kind of question. README.md says what is in it. */
const MOST_LATER = 38.5 * 1024
/** The texts, and a short questionnaire; the style is on the page already. */
const MOST_DATA = 8 * 1024
/** What gives out pages without a connection. */
const MOST_WORKER = 1024

async function bundled(changes?: Plugin): Promise<Rollup.RollupOutput['output']> {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  const result = await build({
    configFile,
    logLevel: 'error',
    build: { write: false },
    ...(changes && { plugins: [changes] }),
  })
  return (result as Rollup.RollupOutput).output
}

const sizeOf = (output: Rollup.RollupOutput['output'], name: RegExp): number =>
  output.reduce(
    (sum, each) =>
      each.type === 'chunk' && name.test(each.fileName) ? sum + brotliCompressSync(each.code).length : sum,
    0,
  )

const FLOW = /^respond\/flow-[0-9a-f]{12}\.js$/

it('is a small script with every page, and a larger one for who begins', async () => {
  const output = await bundled()
  expect(output).toHaveLength(3)
  // Nothing goes on in a next line but the HTML of pages, where that is a space.
  for (const each of output) expect(each.type === 'chunk' ? each.code : '').not.toMatch(/\n\s/)
  for (const [name, most] of [
    [/^respond\.js$/, MOST_FIRST],
    [FLOW, MOST_LATER],
    [/^respond-worker\.js$/, MOST_WORKER],
  ] as const) {
    expect(sizeOf(output, name)).toBeGreaterThan(100)
    expect(sizeOf(output, name)).toBeLessThanOrEqual(most)
  }
})

it('lies there compressed as far as it goes, as a server gives it out', async () => {
  const outDir = await mkdtemp(join(tmpdir(), 'kb-'))
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  await build({ configFile, logLevel: 'error', build: { outDir } })
  const names = (await readdir(outDir, { recursive: true })).filter((name) => name.endsWith('.js'))
  expect(names).toHaveLength(3)
  for (const name of names) {
    const packed = await readFile(join(outDir, `${name}.br`))
    expect(brotliDecompressSync(packed)).toEqual(await readFile(join(outDir, name)))
    expect(packed.length).toBeLessThanOrEqual(MOST_LATER)
  }
  await rm(outDir, { recursive: true })
})

it('fetches the larger one under a name that no other build has', async () => {
  const output = await bundled()
  const codeOf = (name: RegExp): string =>
    output.map((each) => (each.type === 'chunk' && name.test(each.fileName) ? each.code : '')).join('')
  const named = output.map(({ fileName }) => fileName).find((name) => FLOW.test(name)) ?? 'none'
  expect(codeOf(/^respond\.js$/)).toContain(`./${named}`)
  expect(codeOf(/^respond\.js$/)).not.toContain('flow-VERSION')
  // One more line anywhere gives the part another name, whatever that part holds.
  const other = await bundled({
    name: 'one-more-line',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('/src/saving/pause.ts') ? code.replace('60_000', '61_000') : null),
  })
  const others = other.map(({ fileName }) => fileName).filter((name) => FLOW.test(name))
  expect(others).toHaveLength(1)
  expect(others).not.toContain(named)
})

/** The texts that say which answer cannot be, or who helped, are named together with what it is about. */
const COMPOSED = /^(?:hint|check)Number|^(?:help|look)\./

it('says nothing that did not come with the page, and is brought little that it does not say', async () => {
  const data = pageData(HELP, HELP_PAGE, null, 'ltr')
  expect(data.style).toBeNull()
  expect(brotliCompressSync(JSON.stringify(data)).length).toBeLessThanOrEqual(MOST_DATA)
  const { texts } = data
  const code = (await bundled()).map((each) => (each.type === 'chunk' ? each.code : '')).join('')
  const keys = pageTexts('nl').flatMap(({ key }) => (key.startsWith('pages/') ? key.slice('pages/'.length) : []))
  const said = keys.filter((key) => [`'${key}'`, `"${key}"`, `\`${key}\``].some((quoted) => code.includes(quoted)))
  expect(said.filter((key) => texts[key] === undefined)).toEqual([])
  expect(said.length).toBeGreaterThan(100)
  const unsaid = Object.keys(texts).filter((key) => !said.includes(key) && !COMPOSED.test(key))
  expect(unsaid.slice(20)).toEqual([])
})
