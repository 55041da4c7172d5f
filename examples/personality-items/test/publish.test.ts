import { reopen } from '@klankbord/disclosure'
import { writeResponsesCsv } from '@klankbord/exchange'
import type { Publication, ReleasedGroup, ReleasedTable } from '@klankbord/model'
import { readAnswers } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importRows, openStudy, publishWave, type OpenedWave } from '../collect-and-publish.ts'
import { reportPlan, responsesFiles } from '../example-files.ts'
import { plainCsv } from './plain-csv.ts'

const LEAST_GROUP = 10
/** The upper half of the six-point scale. */
const POSITIVE = ['4', '5', '6']

describe.each(responsesFiles())('the $origin file, stored and published', ({ text }) => {
  const [header = [], ...rows] = plainCsv(text)
  const names = header.map((name) => name.toLowerCase())
  const cell = (row: readonly string[], name: string): string => row[names.indexOf(name)] ?? ''

  let database: TestDatabase
  let opened: OpenedWave
  let publication: Publication

  beforeAll(async () => {
    database = await createTestDatabase()
    opened = await openStudy(database.db)
    await importRows(database.db, opened, text)
    publication = await publishWave(database.db, opened)
  })

  afterAll(() => database.drop())

  /** The rows of a group, found without the software: by the value of gender, or by the years of a band. */
  function rowsOf(table: ReleasedTable, group: ReleasedGroup): readonly (readonly string[])[] {
    if (table.by === null) return rows
    if (table.by.name === 'gender') return rows.filter((row) => cell(row, 'gender') === String(group.code))
    const band = reportPlan().breakdowns[1]?.bands?.find(({ code }) => code === group.code)
    return rows.filter((row) => {
      const age = Number(cell(row, 'age'))
      return cell(row, 'age') !== '' && age >= (band?.from ?? 0) && age < (band?.to ?? 1000)
    })
  }

  it('is stored once, however often it is imported', async () => {
    expect(await importRows(database.db, opened, text)).toBe(0)
  })

  it('comes out of the database cell by cell as it went in, empty cells too', async () => {
    const { studyId, id, version } = opened.wave
    let written = ''
    for await (const piece of writeResponsesCsv(opened.questionnaire, readAnswers(database.db, studyId, id, version))) {
      written += piece
    }
    const [outHeader, ...outRows] = plainCsv(written)
    const inOrder = (list: readonly (readonly string[])[]): readonly string[] =>
      list.map((row) => JSON.stringify(row)).toSorted()
    expect(outHeader).toEqual(names)
    expect(outRows).toHaveLength(1000)
    expect(inOrder(outRows)).toEqual(inOrder(rows))
  })

  it('shows each of the fifteen sentences to everybody, by gender and by age', () => {
    const { questions } = reportPlan()
    expect(publication.tables.map(({ subject, by }) => [subject.name, by?.name ?? null])).toEqual(
      expect.arrayContaining(
        questions.flatMap((name) => [
          [name, null],
          [name, 'gender'],
          [name, 'age'],
        ]),
      ),
    )
    expect(publication.tables).toHaveLength(45)
    expect(publication.account).toEqual({ answered: 1000, frame: null })
  })

  it('shows no count and no percentage that an independent count of the file does not give', () => {
    const shown: unknown[] = []
    const counted: unknown[] = []
    for (const table of publication.tables) {
      for (const group of table.groups) {
        if (group.status === 'hidden') continue
        const people = rowsOf(table, group)
        const answers = people.map((row) => cell(row, table.subject.name)).filter((answer) => answer !== '')
        const where = `${table.id} ${group.code}`
        shown.push([where, group.base.total, group.base.valid])
        counted.push([where, people.length, answers.length])
        for (const [place, category] of table.categories.entries()) {
          const found = group.cells[place]
          if (found?.status !== 'shown') continue
          const count = answers.filter((answer) => answer === String(category.code)).length
          shown.push([where, category.code, found.count, percent(found.share)])
          counted.push([where, category.code, count, percent(count / answers.length)])
        }
        if (group.positive === null) continue
        const count = answers.filter((answer) => POSITIVE.includes(answer)).length
        shown.push([where, 'positive', group.positive.count, percent(group.positive.share)])
        counted.push([where, 'positive', count, percent(count / answers.length)])
      }
    }
    expect(shown).toEqual(counted)
    // 15 sentences × 6 options × (everybody, 2 genders and 5 ages), and little of it hidden.
    expect(shown.length).toBeGreaterThan(0.9 * 15 * 6 * 8)
  })

  it('hides no group for its size that is large enough, and shows none that is too small', () => {
    const groups = publication.tables.flatMap((table) =>
      table.groups.map((group) => ({ group, people: rowsOf(table, group).length })),
    )
    const tooSmall = groups.filter(({ group, people }) => group.status !== 'hidden' && people < LEAST_GROUP)
    const largeEnough = groups.filter(
      ({ group, people }) => group.status === 'hidden' && group.reason === 'tooFew' && people >= LEAST_GROUP,
    )
    expect(groups).toHaveLength(15 * (1 + 2 + 5))
    expect([tooSmall, largeEnough]).toEqual([[], []])
  })

  it('can be opened again by whoever gets it as a file', () => {
    expect(reopen(JSON.parse(JSON.stringify(publication)))).toEqual(publication)
  })
})

/** As a reader sees it, to a tenth. */
function percent(share: number): string {
  return (100 * share).toFixed(1)
}
