import { describe, expect, it } from 'vitest'
import type { CellSystem } from '../../src/hiding/cell-system.ts'
import { pinnedCells } from '../../src/hiding/pinned-cells.ts'

const systemOf = (
  cells: readonly (readonly [value: number, low?: number, high?: number])[],
  ...sums: readonly (readonly [total: number, ...parts: number[]])[]
): CellSystem => ({
  cells: cells.map(([value, low = 0, high = Infinity], at) => ({ id: `${at}`, value, low, high, cost: 1 })),
  relations: sums.map(([total, ...parts]) => ({ total, parts })),
})

describe('hidden numbers that sums leave no choice', () => {
  it('are the last open one of a sum', () => {
    const system = systemOf([[5], [3], [2]], [0, 1, 2])
    expect(pinnedCells(system, new Set([2]))).toEqual(new Set([2]))
    expect(pinnedCells(system, new Set([1, 2]))).toEqual(new Set())
  })

  it('are all parts of nothing, and what they leave as the last in other sums', () => {
    const system = systemOf([[0], [0], [0], [7], [7]], [0, 1, 2], [3, 4, 1])
    expect(pinnedCells(system, new Set([1, 2, 4]))).toEqual(new Set([1, 2, 4]))
  })

  it('are parts that can only fall, for nothing rises to make up for them', () => {
    const system = systemOf(
      [
        [8, 8, 8],
        [4, 0, 4],
        [4, 0, 4],
      ],
      [0, 1, 2],
    )
    expect(pinnedCells(system, new Set([1, 2]))).toEqual(new Set([1, 2]))
  })

  it('are not those beside a number without an end', () => {
    const system = systemOf([[4], [4, 0, 4], [0]], [0, 1, 2])
    expect(pinnedCells(system, new Set([1, 2]))).toEqual(new Set())
  })
})
