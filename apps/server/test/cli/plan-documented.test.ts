import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import { readPlan } from '../../src/cli/read-plan.ts'

const PAGE = fileURLToPath(new URL('../../../../docs/operations/publishing.md', import.meta.url))

const elements = ['t1', 't2', 'quick', 'good', 'district', 'age'].map((name) => ({
  type: 'radiogroup',
  name,
  title: name,
  choices: [1, 2, 3, 4, 5].map((value) => ({ value, text: `${name} ${value}` })),
}))

it('reads every plan that the page about publishing shows', async () => {
  const { questionnaire } = compile({ title: 'Hulp', locale: 'nl', pages: [{ name: 'p', elements }] })
  if (!questionnaire) throw new Error('expected a questionnaire')
  const page = await readFile(PAGE, 'utf8')
  const blocks = [...page.matchAll(/^```json\n([\s\S]+?)\n```$/gm)].map(([, block = '']) => block)
  for (const word of ['crossings', 'within', 'as', 'merges', 'basis', 'comparisons', 'audiences'])
    expect(blocks.some((block) => block.includes(`"${word}":`))).toBe(true)
  const folder = await mkdtemp(join(tmpdir(), 'plan-'))
  try {
    for (const block of blocks) {
      const file = join(folder, 'plan.json')
      await writeFile(file, block)
      expect(await readPlan(file, questionnaire)).toEqual(JSON.parse(block))
    }
  } finally {
    await rm(folder, { recursive: true })
  }
})
