import { expect, it } from 'vitest'
import { drawOrder, needsSeed } from '../../src/fieldwork/draw-order.ts'

const FRAME = {
  strata: [
    { name: 'Oost', people: 9, eligible: 8 },
    { name: 'West', people: 9, eligible: 9 },
  ],
}
const TYPED = { everyone: true, numbers: {}, seed: '', onePerAddress: false, restMonths: 6 }

it('needs no agreed word where chance decides nothing', () => {
  expect(drawOrder(TYPED, FRAME)).toMatchObject({ everyone: true, seed: 'everyone' })
  expect(needsSeed({ everyone: true, onePerAddress: true })).toBe(true)
  expect(drawOrder({ ...TYPED, onePerAddress: true }, FRAME)).toEqual({ wrong: 'seed' })
})

it('needs a number of every group of which only some are drawn', () => {
  const some = { ...TYPED, everyone: false, seed: ' 12 mei ' }
  expect(drawOrder({ ...some, numbers: { Oost: '4' } }, FRAME)).toEqual({ wrong: 'number', group: 'West' })
  expect(drawOrder({ ...some, numbers: { Oost: '4', West: '0' } }, FRAME)).toEqual({
    seed: '12 mei',
    strata: { Oost: 4, West: 0 },
    onePerAddress: false,
    restMonths: 6,
  })
})
