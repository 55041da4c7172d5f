import { expect, it } from 'vitest'
import { FRAME_COLUMNS } from '../../../../packages/exchange/src/read-frame-csv.ts'
import { choiceMissing, guessedColumns, LIST_COLUMNS, withColumn } from '../../src/fieldwork/list-columns.ts'

it('offers every column that the server reads, but for consent, which nobody gave by standing on a list', () => {
  expect([...LIST_COLUMNS, 'consent'].toSorted()).toEqual([...FRAME_COLUMNS].toSorted())
})

it('guesses which column is which, and leaves a citizen service number alone', () => {
  expect(guessedColumns(['Volledige naam', 'Straat', 'Postcode en plaats', 'E-mailadres', 'Wijk', 'BSN'])).toEqual({
    name: 'Volledige naam',
    address1: 'Straat',
    address2: 'Postcode en plaats',
    email: 'E-mailadres',
    stratum: 'Wijk',
  })
})

it('asks for a name and for a way to reach people', () => {
  expect(choiceMissing({})).toBe('name')
  expect(choiceMissing({ name: 'Naam' })).toBe('reach')
  expect(choiceMissing({ name: 'Naam', phone: 'Tel' })).toBe(null)
})

it('takes a column out again', () => {
  expect(withColumn({ name: 'Naam', phone: 'Tel' }, 'phone', '')).toEqual({ name: 'Naam' })
  expect(withColumn({ name: 'Naam' }, 'name', 'Achternaam')).toEqual({ name: 'Achternaam' })
})
