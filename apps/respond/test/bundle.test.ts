import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { pageData, pageTexts, type PageContext } from '@klankbord/pages'
import { compile } from '@klankbord/questionnaire'
import { build, type Rollup } from 'vite'
import { expect, it } from 'vitest'

/**
 * What a browser may load on top of a page, compressed as far as it goes, in bytes. It was meant to be 20 KB; the flow, the
 * checks and the pages of every kind of question take more. README.md says what is in it.
 */
const MOST = 42 * 1024

async function bundled(): Promise<Rollup.RollupOutput['output']> {
  const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
  const result = await build({ configFile, logLevel: 'error', build: { write: false } })
  return (result as Rollup.RollupOutput).output
}

it('is loaded in one piece by somebody with a small bundle of data', async () => {
  const output = await bundled()
  expect(output.map(({ fileName }) => fileName).toSorted()).toEqual(['respond-worker.js', 'respond.js'])
  const bytes = output.flatMap((each) => (each.type === 'chunk' ? brotliCompressSync(each.code).length : []))
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(MOST)
})

it('says nothing that did not come with the page', async () => {
  const { questionnaire } = compile({
    title: 'Hulp',
    pages: [{ name: 'page', elements: [{ type: 'comment', name: 'why', title: 'Waarom?' }] }],
    locale: 'nl',
  })
  if (questionnaire === null) throw new Error('the definition does not compile')
  const context: PageContext = {
    wave: 'hulp',
    action: '/v/hulp',
    language: 'nl',
    languages: ['nl'],
    owner: { name: 'Gemeente Voorbeeldstad' },
    sample: true,
    tryOut: false,
    mode: 'open',
    studyTitle: { nl: 'Hulp' },
    keeps: { answers: 24, usual: false, contacts: null, leastGroup: 10 },
  }
  const { texts } = pageData(questionnaire, context, null)
  const code = (await bundled()).map((each) => (each.type === 'chunk' ? each.code : '')).join('')
  const keys = pageTexts('nl').flatMap(({ key }) => (key.startsWith('pages/') ? key.slice('pages/'.length) : []))
  const said = keys.filter((key) => [`'${key}'`, `"${key}"`, `\`${key}\``].some((quoted) => code.includes(quoted)))
  expect(said.filter((key) => texts[key] === undefined)).toEqual([])
  expect(said.length).toBeGreaterThan(100)
  // Letters and invitations are for others.
  expect(Object.keys(texts).filter((key) => /^(?:invite|sms)/.test(key))).toEqual([])
})
