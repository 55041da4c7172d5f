import { readResponsesCsv, writeResponsesCsv } from '@klankbord/exchange'
import { columnOf, variableOf, type CheckedAnswers, type Questionnaire } from '@klankbord/model'
import { codebook, compileText, pack, toDataset } from '@klankbord/questionnaire'
import { frequencies } from '@klankbord/statistics'
import { describe, expect, it } from 'vitest'
import { definitionText, reportPlan, responsesFiles } from '../example-files.ts'
import { plainCsv } from './plain-csv.ts'

const questionnaire = ownQuestionnaire()

function ownQuestionnaire(): Questionnaire {
  const compiled = compileText(definitionText())
  if (!compiled.questionnaire) throw new Error('no questionnaire')
  return compiled.questionnaire
}

async function takeAll(text: string): Promise<readonly CheckedAnswers[]> {
  const taken: CheckedAnswers[] = []
  for await (const row of readResponsesCsv(text, questionnaire)) {
    if ('findings' in row) throw new Error(`line ${row.line}: ${row.findings.map(({ message }) => message).join('; ')}`)
    taken.push(row)
  }
  return taken
}

describe.each(responsesFiles())('the $origin file', ({ text }) => {
  const [header = [], ...rows] = plainCsv(text)
  const names = header.map((name) => name.toLowerCase())

  it('comes in with every row', async () => {
    expect(rows).toHaveLength(1000)
    expect(await takeAll(text)).toHaveLength(1000)
  })

  it('comes out cell by cell as it went in, empty cells too', async () => {
    let written = ''
    for await (const piece of writeResponsesCsv(questionnaire, await takeAll(text))) written += piece
    expect(plainCsv(written)).toEqual([names, ...rows])
  })

  it('gives the counts that an independent count of the file gives', async () => {
    const book = codebook(questionnaire)
    const dataset = toDataset(
      book,
      (await takeAll(text)).map((record) => pack(book, record)),
    )
    for (const name of [...reportPlan().questions, 'gender']) {
      const { categories } = variableOf(book, name)
      const column = columnOf(dataset, name)
      if (column.type !== 'single') throw new Error(`expected one answer: ${name}`)
      const cells = rows.map((row) => row[names.indexOf(name)])
      const { counts, base } = frequencies(column, categories)
      expect(counts).toEqual(categories.map(({ code }) => cells.filter((cell) => cell === String(code)).length))
      expect(base).toMatchObject({ total: 1000, valid: cells.filter((cell) => cell !== '').length })
    }
  })

  it('keeps every age as the number that it was', async () => {
    const book = codebook(questionnaire)
    const ages = columnOf(
      toDataset(
        book,
        (await takeAll(text)).map((record) => pack(book, record)),
      ),
      'age',
    )
    expect(ages.type === 'numeric' && [...ages.values]).toEqual(rows.map((row) => Number(row[names.indexOf('age')])))
  })
})
