import { fileURLToPath } from 'node:url'
import { reopen } from '@klankbord/disclosure'
import type { Publication, ReleasedGroup, ReleasedTable } from '@klankbord/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportPlan, responsesFiles } from '../../../../examples/personality-items/example-files.ts'
import { REFUSABLE_CSV } from '../../../../examples/personality-items/synthetic.ts'
import { plainCsv } from './plain-csv.ts'
import { serving } from './serving.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

const EXAMPLE = new URL('../../../../examples/personality-items/', import.meta.url)
const LEAST_GROUP = 10
/** The upper half of the six-point scale. */
const POSITIVE = ['4', '5', '6']

/** Makes the study of the example from its files and gives the address of its wave. */
async function openWave(desk: Desk): Promise<string> {
  const file = (name: string): string => fileURLToPath(new URL(name, EXAMPLE))
  const { code, printed } = await desk.command(
    'study',
    'import',
    file('definition.json'),
    '--plan',
    file('plan.json'),
    '--organisation',
    'Voorbeeldstad',
  )
  expect([code, printed[0]]).toEqual([0, 'Study: Hoe bent u?'])
  return printed[1]?.replace('Wave: ', '') ?? ''
}

/** Opens the publication at the address that `publish` printed, as anybody can. */
async function fetchPublication({ folder, database }: Desk, path: string): Promise<Publication> {
  const server = await serving({
    data: `${folder}/data`,
    databaseUrl: database.connectionString,
    flags: ['--no-sample'],
  })
  const response = await fetch(`${server.origin}${path}.json`)
  const publication = reopen(await response.json())
  await server.stop()
  return publication
}

describe.each(responsesFiles())('a researcher with the $origin file of a thousand people', ({ text }) => {
  const [header = [], ...rows] = plainCsv(text)
  const names = header.map((name) => name.toLowerCase())
  const cell = (row: readonly string[], name: string): string => row[names.indexOf(name)] ?? ''

  let desk: Desk
  let address: string
  let publication: Publication

  beforeAll(async () => {
    desk = await openDesk()
    address = await openWave(desk)
  })

  afterAll(() => desk.end())

  it('imports every row, and nothing when it is imported again', async () => {
    const file = await desk.file('responses.csv', text)
    const first = await desk.command('responses', 'import', file, '--wave', address)
    expect([first.code, first.printed]).toEqual([0, ['1000 stored, 0 already there, 0 refused']])
    const again = await desk.command('responses', 'import', file, '--wave', address)
    expect([again.code, again.printed]).toEqual([0, ['0 stored, 1000 already there, 0 refused']])
  })

  it('exports what was imported cell by cell, empty cells too', async () => {
    const { code, printed } = await desk.command('responses', 'export', '--wave', address)
    const [outHeader, ...outRows] = plainCsv(printed.join('\n'))
    const inOrder = (list: readonly (readonly string[])[]): readonly string[] =>
      list.map((row) => JSON.stringify(row)).toSorted()
    expect([code, outHeader]).toEqual([0, names])
    expect(outRows).toHaveLength(1000)
    expect(outRows.flat()).toContain('')
    expect(inOrder(outRows)).toEqual(inOrder(rows))
  })

  it('publishes each of the fifteen sentences for everybody, by gender and by age', async () => {
    const { code, printed } = await desk.command('publish', '--wave', address)
    expect(code).toBe(0)
    publication = await fetchPublication(desk, /\/r\/\S+/.exec(printed.join('\n'))?.[0] ?? '')
    const { questions } = reportPlan()
    expect(questions).toHaveLength(15)
    expect(publication.tables.map(({ subject, by }) => `${subject.name} ${by?.name ?? ''}`).toSorted()).toEqual(
      questions.flatMap((name) => [`${name} `, `${name} gender`, `${name} age`]).toSorted(),
    )
    expect(publication.account).toMatchObject({ answered: 1000, frame: null })
  })

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

  it('shows no count and no percentage that an independent count of the file does not give', () => {
    const shown: unknown[] = []
    const counted: unknown[] = []
    for (const { table, group } of groupsOf(publication)) {
      if (group.status === 'hidden') continue
      const people = rowsOf(table, group)
      const answers = people.map((row) => cell(row, table.subject.name)).filter((answer) => answer !== '')
      const where = `${table.id} ${group.code}`
      const compare = (what: string, found: Estimate, options: readonly string[]): void => {
        const count = answers.filter((answer) => options.includes(answer)).length
        shown.push([where, what, found.count, percent(found.share)])
        counted.push([where, what, count, percent(count / answers.length)])
      }
      shown.push([where, group.base.total, group.base.valid])
      counted.push([where, people.length, answers.length])
      for (const [place, { code }] of table.categories.entries()) {
        const found = group.cells[place]
        if (found?.status === 'shown') compare(`option ${code}`, found, [String(code)])
      }
      if (group.positive !== null) compare('positive', group.positive, POSITIVE)
    }
    expect(shown).toEqual(counted)
    // 15 sentences × 6 options × (everybody, 2 genders and 5 ages), and little of it hidden.
    expect(shown.length).toBeGreaterThan(0.9 * 15 * 6 * 8)
  })

  it('hides no group for its size that is large enough, and shows none that is too small', () => {
    const groups = groupsOf(publication).map(({ table, group }) => ({ group, people: rowsOf(table, group).length }))
    const tooSmall = groups.filter(({ group, people }) => group.status !== 'hidden' && people < LEAST_GROUP)
    const largeEnough = groups.filter(
      ({ group, people }) => group.status === 'hidden' && group.reason === 'tooFew' && people >= LEAST_GROUP,
    )
    expect(groups).toHaveLength(15 * (1 + 2 + 5))
    expect([tooSmall, largeEnough]).toEqual([[], []])
  })
})

it('reads the line, the column and the problem of every row that cannot be taken, and keeps the others', async () => {
  const desk = await openDesk()
  const address = await openWave(desk)
  const file = await desk.file('refusable.csv', REFUSABLE_CSV)
  const { code, printed } = await desk.command('responses', 'import', file, '--wave', address)
  expect(code).toBe(2)
  expect(printed).toEqual([
    'line 3, column a1: option not offered: a1 (offered 1, 2, 3, 4, 5, 6)',
    'line 4, column a2: option not offered: a2 (offered 1, 2, 3, 4, 5, 6)',
    'line 5, column gender: option not offered: gender (offered 1, 2)',
    'line 6, column age: number too large: age (at most 120)',
    'line 7, column age: wrong type of answer: age (expected a number)',
    'line 8: too few cells: 16 (expected 17)',
    'line 9: too many cells: 18 (expected 17)',
    '2 stored, 0 already there, 7 refused',
  ])
  const exported = await desk.command('responses', 'export', '--wave', address)
  const lines = REFUSABLE_CSV.split('\n')
  expect(exported.printed.slice(1).toSorted()).toEqual([lines[1], lines[9]].toSorted())
  await desk.end()
})

interface Estimate {
  readonly count: number
  readonly share: number
}

function groupsOf({
  tables,
}: Publication): readonly { readonly table: ReleasedTable; readonly group: ReleasedGroup }[] {
  return tables.flatMap((table) => table.groups.map((group) => ({ table, group })))
}

/** As a reader sees it, to a tenth. */
function percent(share: number): string {
  return (100 * share).toFixed(1)
}
