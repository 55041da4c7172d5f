import { readResponsesCsv } from '@klankbord/exchange'
import { compileText } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { definitionText, responsesFiles } from '../example-files.ts'
import { syntheticCsv } from '../synthetic.ts'

/** No cell of these files holds a comma or a quote. */
function linesOf(text: string): readonly (readonly string[])[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(','))
}

describe('the synthetic file', () => {
  it('has the same thousand rows for the same seed', () => {
    expect(syntheticCsv()).toBe(syntheticCsv(15))
    expect(syntheticCsv(16)).not.toBe(syntheticCsv(15))
    expect(linesOf(syntheticCsv())).toHaveLength(1001)
  })

  it('leaves some cells empty, as people do', () => {
    const empty = linesOf(syntheticCsv())
      .flat()
      .filter((cell) => cell === '')
    expect(empty.length).toBeGreaterThan(60)
    expect(empty.length).toBeLessThan(200)
  })
})

it.each(responsesFiles())('has a definition that every row of the $origin file fits', async ({ text }) => {
  const { questionnaire } = compileText(definitionText())
  if (!questionnaire) throw new Error('no questionnaire')
  const refused: number[] = []
  let taken = 0
  for await (const row of readResponsesCsv(text, questionnaire)) {
    if ('findings' in row) refused.push(row.line)
    else taken += 1
  }
  expect([taken, refused]).toEqual([1000, []])
})
