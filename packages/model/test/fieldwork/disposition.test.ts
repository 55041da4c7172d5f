import { dispositionOf, type FieldworkEvent } from '@klankbord/model'
import { describe, expect, it } from 'vitest'

const on = '2026-03-02'
const invited: FieldworkEvent = { id: 'a', on, kind: 'invited', route: 'letter', destination: 1 }
const reminded: FieldworkEvent = { id: 'b', on, kind: 'reminded', route: 'letter', destination: 1 }
const mailed: FieldworkEvent = { id: 'c', on, kind: 'reminded', route: 'email', destination: 2 }
const letterReturned: FieldworkEvent = { id: 'd', on, kind: 'returnedUndeliverable', destination: 1 }
const mailReturned: FieldworkEvent = { id: 'e', on, kind: 'returnedUndeliverable', destination: 2 }
const notInGroup: FieldworkEvent = { id: 'f', on, kind: 'saidNotInGroup' }
const refused: FieldworkEvent = { id: 'g', on, kind: 'refused' }
const codeUsed: FieldworkEvent = { id: 'h', on, kind: 'codeUsed' }
const withdrew: FieldworkEvent = { id: 'i', on, kind: 'withdrew' }
const undo = (event: FieldworkEvent): FieldworkEvent => ({
  id: `undo ${event.id}`,
  on,
  kind: 'undone',
  event: event.id,
})

describe('what became of an invitation', () => {
  it.each<[string, readonly FieldworkEvent[], ReturnType<typeof dispositionOf>]>([
    ['nobody sent anything', [], null],
    ['a letter went out', [invited], 'open'],
    ['and a reminder, too', [invited, reminded], 'open'],
    ['the letter came back', [invited, letterReturned], 'undeliverable'],
    ['the reminder came back from the address of the letter', [invited, reminded, letterReturned], 'undeliverable'],
    ['the letter came back, and mail went to another address', [invited, letterReturned, mailed], 'open'],
    ['both came back', [invited, letterReturned, mailed, mailReturned], 'undeliverable'],
    ['something came back that nobody noted as sent', [letterReturned], 'undeliverable'],
    ['somebody refused', [invited, refused], 'refused'],
    ['the letter came back, but by telephone somebody refused', [invited, letterReturned, refused], 'refused'],
    ['somebody refused because it is not about them', [invited, refused, notInGroup], 'notInGroup'],
    ['somebody refused, and answered all the same', [invited, refused, codeUsed], 'used'],
    ['answers came, and then the letter', [invited, codeUsed, letterReturned], 'used'],
    ['answers came from somebody who said not to belong', [invited, notInGroup, codeUsed], 'used'],
    ['answers came and were withdrawn', [invited, codeUsed, withdrew], 'used'],
    ['answers were withdrawn before anybody noted that they came', [invited, withdrew], 'used'],
    ['a code was used of a letter that nobody noted', [codeUsed], 'used'],
    ['the refusal was noted with the wrong person', [invited, refused, undo(refused)], 'open'],
    [
      'of a refusal and a returned letter only the refusal was a mistake',
      [invited, letterReturned, refused, undo(refused)],
      'undeliverable',
    ],
    ['the letters never went to the post', [invited, undo(invited)], null],
    ['nobody can take back that a code was used', [invited, codeUsed, undo(codeUsed)], 'used'],
    ['an undoing of what is not there changes nothing', [invited, undo(refused)], 'open'],
    ['an undoing cannot be undone', [invited, refused, undo(refused), undo(undo(refused))], 'open'],
  ])('%s', (_what, events, expected) => {
    expect(dispositionOf(events)).toBe(expected)
    expect(dispositionOf(events.toReversed())).toBe(expected)
  })
})
