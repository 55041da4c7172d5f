import { randomUUID } from 'node:crypto'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import {
  addContactMixed,
  addContacts,
  countContacts,
  dueClearings,
  readContacts,
  type ContactGroup,
} from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anOpenWave } from '../fieldwork.ts'
import { aContact, aContactStore, PLANTED } from './address-book.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const aGroup = (): ContactGroup => ({ studyId: randomUUID(), purpose: 'invitation' })

describe('somebody who keeps an address list', () => {
  it('reads back whom she stored, by purpose, and not in the order of her list', async () => {
    const store = aContactStore(database.db)
    const group = aGroup()
    const people = Array.from({ length: 30 }, (_, n) => aContact(n))
    expect(await addContacts(store, group, people)).toBe(30)
    expect(await addContacts(store, { ...group, purpose: 'again' }, [aContact(3)])).toBe(1)

    const read = await readContacts(store, group)
    const names = read.map(({ contact }) => contact.name)
    expect(names).not.toEqual(people.map(({ name }) => name))
    expect(read.map(({ contact }) => contact)).toEqual(expect.arrayContaining(people))
    expect(await countContacts(store, group.studyId)).toEqual(
      new Map([
        ['invitation', 30],
        ['again', 1],
      ]),
    )
    // Nor does the table itself keep it.
    const { rows } = await sql<{ id: string }>`
      select id from contact.people where study_id = ${group.studyId} and purpose = 'invitation' order by ctid`.execute(
      database.db,
    )
    expect(rows.map(({ id }) => id)).toEqual(read.map(({ id }) => id))
  })

  it('finds whom she stored before contacts had marks, and opens none of the others for it', async () => {
    const store = aContactStore(database.db)
    const group = aGroup()
    await addContacts(store, group, [aContact(1), aContact(2)])
    await sql`update contact.people set mark = null where study_id = ${group.studyId}`.execute(database.db)
    expect(await addContacts(store, group, [aContact(2), aContact(3)])).toBe(1)
    await sql`update contact.people set sealed = '' where study_id = ${group.studyId}`.execute(database.db)
    expect(await addContacts(store, group, [aContact(1), aContact(3), aContact(4)])).toBe(1)
  })

  it('keeps everybody once who leaves a name at the same moment as others', async () => {
    const store = aContactStore(database.db)
    const { place } = await anOpenWave(database.db)
    const group = { studyId: place.studyId, purpose: 'again' } as const
    const numbers = Array.from({ length: 24 }, (_, n) => n % 8)
    await Promise.all(numbers.map((n) => addContactMixed(store, database.db, group, aContact(n))))
    const kept = (await readContacts(store, group)).map(({ contact }) => contact)
    expect(kept).toHaveLength(8)
    expect(kept).toEqual(expect.arrayContaining(Array.from({ length: 8 }, (_, n) => aContact(n))))
  })

  it('does not keep who of those who left a name came last, nor in which order', async () => {
    const store = aContactStore(database.db)
    const { place } = await anOpenWave(database.db)
    const group = { studyId: place.studyId, purpose: 'again' } as const
    for (const n of [1, 2, 3, 4, 5, 6]) await addContactMixed(store, database.db, group, aContact(n))
    const { rows } = await sql<{ id: string; written_by: string }>`
      select id, xmin::text as written_by from contact.people where study_id = ${group.studyId} order by ctid`.execute(
      database.db,
    )
    expect(new Set(rows.map(({ written_by }) => written_by)).size).toBe(1)
    expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).toSorted())
    const read = await readContacts(store, group)
    expect(read.map(({ contact }) => contact.name).toSorted()).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => aContact(n).name).toSorted(),
    )
    const due = await dueClearings(database.db)
    expect(due.filter(({ studyId }) => studyId === group.studyId)[0]?.tables).toEqual(['contact.people'])
  })

  it('stores the same list again without having anybody twice', async () => {
    const store = aContactStore(database.db)
    const group = aGroup()
    await addContacts(store, group, [aContact(1), aContact(1), aContact(2)])
    expect(await addContacts(store, group, [aContact(2), aContact(3)])).toBe(1)
    expect(await readContacts(store, group)).toHaveLength(3)
  })

  it('finds nothing in a study without contacts, or that is none', async () => {
    const store = aContactStore(database.db)
    expect(await readContacts(store, aGroup())).toEqual([])
    expect(await readContacts(store, { studyId: 'x', purpose: 'again' })).toEqual([])
    expect(await countContacts(store, 'x')).toEqual(new Map())
  })

  it('has everybody in rows of one length, however long a name is', async () => {
    const store = aContactStore(database.db)
    const group = aGroup()
    await addContacts(store, group, [
      { ...aContact(1), name: 'Bo', address: [], email: null },
      { ...aContact(2), name: 'Maximiliaan van Oudewater tot Nieuwegein' },
    ])
    const rows = await database.db
      .selectFrom('contact.people')
      .select('sealed')
      .where('study_id', '=', group.studyId)
      .execute()
    expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1)
  })
})

describe('somebody who gets hold of the database without the key', () => {
  it('finds no name, address or number in a dump of the schema', async () => {
    const store = aContactStore(database.db)
    await addContacts(store, aGroup(), [aContact(1), aContact(2)])
    const tables = await sql<{ name: string }>`
      select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_schema = 'contact'`.execute(database.db)
    expect(tables.rows).toHaveLength(9)
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ row: string; bytes: string }>`
        select t::text as row, encode(convert_to(t::text, 'UTF8'), 'escape') as bytes from ${sql.table(name)} as t`.execute(
        database.db,
      )
      const sealed = rows.flatMap(({ row }) => [...row.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) => hex ?? ''))
      const dump = [...rows.map(({ row }) => row), ...sealed.map((hex) => Buffer.from(hex, 'hex').toString('latin1'))]
      for (const planted of PLANTED) expect(dump.join('\n')).not.toContain(planted)
    }
  })

  it('is told with another key that it is the wrong one, and nothing else', async () => {
    const group = aGroup()
    await addContacts(aContactStore(database.db, 1), group, [aContact(1)])
    const other = aContactStore(database.db, 2)
    const wrong = { code: 'contactKeyWrong', details: { study: group.studyId } }
    await expect(readContacts(other, group)).rejects.toMatchObject(wrong)
    await expect(addContacts(other, group, [aContact(2)])).rejects.toMatchObject(wrong)
    expect(await readContacts(aContactStore(database.db, 1), group)).toHaveLength(1)
  })
})

describe('somebody who changes rows behind our back', () => {
  it.each([
    ['a byte', sql`sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1)`],
    ['the last byte', sql`sealed = set_byte(sealed, length(sealed) - 1, get_byte(sealed, length(sealed) - 1) # 1)`],
    ['the form', sql`sealed = set_byte(sealed, 0, 2)`],
    ['the length', sql`sealed = substring(sealed for 10)`],
    ['the id', sql`id = ${randomUUID()}`],
  ])('is found out when %s is another', async (_what, change) => {
    const store = aContactStore(database.db)
    const group = aGroup()
    await addContacts(store, group, [aContact(1)])
    await sql`update contact.people set ${change} where study_id = ${group.studyId}`.execute(database.db)
    const [row] = (
      await sql<{ id: string }>`select id from contact.people where study_id = ${group.studyId}`.execute(database.db)
    ).rows
    await expect(readContacts(store, group)).rejects.toMatchObject({
      code: 'contactAltered',
      details: { contact: row?.id },
    })
  })

  it('cannot give a contact another purpose, nor carry it or its key into another study', async () => {
    const store = aContactStore(database.db)
    const [mine, theirs] = [aGroup(), aGroup()]
    await addContacts(store, mine, [aContact(1)])
    await addContacts(store, theirs, [aContact(2)])
    await sql`update contact.people set purpose = 'again' where study_id = ${mine.studyId}`.execute(database.db)
    await expect(readContacts(store, { ...mine, purpose: 'again' })).rejects.toMatchObject({ code: 'contactAltered' })
    await sql`update contact.people set study_id = ${theirs.studyId}, purpose = 'invitation'
      where study_id = ${mine.studyId}`.execute(database.db)
    await expect(readContacts(store, theirs)).rejects.toMatchObject({ code: 'contactAltered' })
    await sql`update contact.study_keys set wrapped = (select wrapped from contact.study_keys where study_id = ${mine.studyId})
      where study_id = ${theirs.studyId}`.execute(database.db)
    await expect(readContacts(store, theirs)).rejects.toMatchObject({ code: 'contactKeyWrong' })
  })
})
