import { expect, it } from 'vitest'
import { peopleTyped } from '../../src/privacy/people-typed.ts'

it.each([
  ['40', 40],
  [' 1400 ', 1400],
  ['1.400', 1400],
  ['1 400', 1400],
  ['12,345,678', 12_345_678],
  ['0', 0],
  ['', null],
  ['  ', null],
])('reads %j as %j people', (typed, people) => {
  expect(peopleTyped(typed)).toBe(people)
})

it.each(['veertig', '-4', '1.5', '40 mensen', '123456789', '1.40'])('asks for a number at %j', (typed) => {
  expect(peopleTyped(typed)).toBe('wrong')
})
