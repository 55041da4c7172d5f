import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type Finished } from './command.ts'
import { openDesk, type Desk } from './study-on-disk.ts'

let desk: Desk
let study: string

beforeAll(async () => {
  desk = await openDesk()
  study = await desk.study()
  const answers = Array.from({ length: 12 }, () => '1,1,0,,')
  const file = await desk.file('in.csv', ['safe,used__1,used__2,nights,story', ...answers].join('\n'))
  await desk.command('responses', 'import', file, '--wave', study)
  const people = await desk.file('people.csv', 'name,email\nBo,bo@voorbeeldstad.example\n')
  await desk.command('contacts', 'import', study, people, '--purpose', 'results')
})
afterAll(() => desk.end())

/** Runs a command on a day. */
function onDay(today: string, ...parameters: readonly string[]): Promise<Finished> {
  const { folder, database } = desk
  return run(parameters, { data: `${folder}/data`, databaseUrl: database.connectionString, today })
}

const close = (day: string): Promise<unknown> =>
  desk.database.db.updateTable('waves').set({ state: 'closed', closed_on: day }).execute()

describe('somebody who sets how long a study keeps what', () => {
  it('reads the usual terms, sets others and reads until when they are', async () => {
    expect((await desk.command('retention', 'show', study)).printed).toEqual([
      'Contacts      3 months after the last wave was closed: not yet, a wave is open or there is none',
      'Answers       24 months after the last wave was closed: not yet, a wave is open or there is none',
      'Publications  kept for good',
    ])
    await close('2026-11-30')
    expect(
      (await desk.command('retention', 'set', study, '--contacts', '1', '--answers', '3', '--publications', '120'))
        .printed,
    ).toEqual([
      'Contacts      1 month after the last wave was closed: until 2026-12-30',
      'Answers       3 months after the last wave was closed: until 2027-02-28',
      'Publications  120 months after each was published',
    ])
    expect((await desk.command('retention', 'set', study, '--publications', 'keep')).printed.at(-1)).toBe(
      'Publications  kept for good',
    )
  })

  it.each(['-1', '0', '1.5', 'een', '99999'])('reads that %s is no term', async (term) => {
    const { code, warned } = await desk.command('retention', 'set', study, `--contacts=${term}`)
    expect([code, warned.join('\n')]).toEqual([1, expect.stringContaining('A whole number of months is expected')])
  })

  it('reads that a term is too long', async () => {
    const { code, warned } = await desk.command('retention', 'set', study, '--answers', '1201')
    expect([code, warned]).toEqual([1, ['term is not usable: 1201 (expected whole months from 1 to 1200)']])
  })
})

describe('somebody who runs the job', () => {
  it('reads what would go, what is held, what went, and finds it proven', async () => {
    expect((await onDay('2026-12-29', 'retention', 'run')).printed).toEqual(['Nothing is over.'])
    const would = await onDay('2027-02-28', 'retention', 'run', '--dry-run')
    expect(would.printed.at(-1)).toBe('  would be deleted: 1 contacts, 12 answers, 0 codes, 0 publications')

    await onDay('2027-02-28', 'retention', 'hold', study, '--reason', 'Klacht 12', '--by', 'Bram')
    const held = await onDay('2027-02-28', 'retention', 'run')
    expect(held).toMatchObject({ code: 0 })
    expect(held.printed.slice(1)).toEqual([
      '  over but not deleted: 1 contacts, 12 answers, 0 codes, 0 publications',
      'Held since 2027-02-28 by Bram: Klacht 12. Nothing is deleted.',
    ])
    expect((await desk.command('retention', 'show', study)).printed.at(-1)).toContain('Held since 2027-02-28')
    await onDay('2027-03-01', 'retention', 'release', study, '--by', 'Bram')

    const gone = await onDay('2027-03-02', 'retention', 'run')
    expect(gone.code).toBe(0)
    expect(gone.printed.slice(1)).toEqual(['  deleted: 1 contacts', '  deleted: 12 answers'])
    expect((await onDay('2027-03-02', 'retention', 'run')).printed).toEqual(['Nothing is over.'])
    expect((await onDay('2027-03-02', 'publish', '--wave', study)).warned.at(-1)).toMatch(
      /^answers of this wave were deleted on 2027-03-02/,
    )
    expect((await desk.command('retention', 'show', study)).printed.at(-1)).toBe(
      'Was held from 2027-02-28 by Bram: Klacht 12. Released by Bram on 2027-03-01.',
    )
  })
})

describe('somebody who verifies the proof', () => {
  it('finds a hash that was written down before, and not one that never was', async () => {
    const proof = await desk.command('retention', 'proof', study)
    expect(proof.code).toBe(0)
    const hash = /elsewhere: ([0-9a-f]{64})$/.exec(proof.printed.at(-1) ?? '')?.[1] ?? ''
    expect((await desk.command('retention', 'proof', study, '--holds', hash.toUpperCase())).code).toBe(0)
    const other = await desk.command('retention', 'proof', study, '--holds', '0'.repeat(64))
    expect([other.code, other.warned]).toEqual([1, [`The proof does not have this hash: ${'0'.repeat(64)}`]])
  })

  it('is told which deletion was changed', async () => {
    const { db } = desk.database
    await sql`alter table deletions disable trigger only_added`.execute(db)
    await sql`update deletions set rows = 11 where what = 'answers'`.execute(db)
    const { code, warned } = await desk.command('retention', 'proof', study)
    expect([code, warned]).toEqual([1, ['The proof is not whole: deletion 2 was changed.']])
    await sql`delete from deletions where what = 'answers'`.execute(db)
    expect((await desk.command('retention', 'proof', study)).warned).toEqual([
      'The proof is not whole: deletion 2 and those after it are gone.',
    ])
  })

  it('reads that nothing was deleted where nothing was', async () => {
    const other = await desk.study()
    expect(await desk.command('retention', 'proof', other)).toMatchObject({
      code: 0,
      printed: ['Nothing of this study was deleted.'],
    })
  })
})
