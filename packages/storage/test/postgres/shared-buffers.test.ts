import { describe, expect, it } from 'vitest'
import { sharedBuffers } from '../../src/postgres/shared-buffers.ts'

const GIGABYTE = 1024 ** 3

describe('the memory that PostgreSQL keeps pages in', () => {
  it.each([
    [GIGABYTE / 2, '128MB'],
    [2 * GIGABYTE, '256MB'],
    [8 * GIGABYTE, '1024MB'],
    [64 * GIGABYTE, '2048MB'],
  ])('is on a machine with %i bytes %s', (memory, buffers) => {
    expect(sharedBuffers(memory)).toBe(buffers)
  })
})
