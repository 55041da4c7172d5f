import { randomUUID } from 'node:crypto'
import { isUuid } from '@klankbord/storage'
import { expect, it } from 'vitest'

it('takes the ids that programs make', () => {
  expect([randomUUID(), '00000000-0000-8000-8000-000000000000'].filter(isUuid)).toHaveLength(2)
})

it.each([
  ['capitals, so that one id is written in one way', '6D0B8F3E-1C3B-4B7E-9F53-2C1F0F9C7A11'],
  ['a version that there is not', '00000000-0000-0000-8000-000000000000'],
  ['more around it', ' 00000000-0000-4000-8000-000000000000'],
  ['a line after it', '00000000-0000-4000-8000-000000000000\n'],
  ['nothing', ''],
])('refuses %s', (_, text) => {
  expect(isUuid(text)).toBe(false)
})
