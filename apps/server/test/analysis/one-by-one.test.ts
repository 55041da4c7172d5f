import { expect, it } from 'vitest'
import { oneByOne } from '../../src/analysis/one-by-one.ts'

it('lets a respondent be served between what is made of two groups', async () => {
  const order: string[] = []
  setImmediate(() => order.push('respondent'))
  const made = await oneByOne(['east', 'west'], (group, at) => {
    order.push(group)
    return `${at} ${group}`
  })
  expect(made).toEqual(['0 east', '1 west'])
  expect(order).toEqual(['east', 'respondent', 'west'])
})
