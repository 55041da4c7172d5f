import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hasDatabase, knownAddress, rememberAddress } from '../../src/cli/known-address.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'klankbord-address-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a command beside a server', () => {
  it('finds the address of the server while that runs, and none when it has stopped', () => {
    expect(knownAddress(folder)).toBeUndefined()
    const known = rememberAddress(folder, 'http://localhost:9000')
    expect(knownAddress(folder)).toBe('http://localhost:9000')
    known.forget()
    expect(knownAddress(folder)).toBeUndefined()
  })

  it('can tell a folder in which a server has been from one where none has', () => {
    expect(hasDatabase(folder)).toBe(false)
    mkdirSync(join(folder, 'postgres'))
    expect(hasDatabase(folder)).toBe(true)
  })
})
