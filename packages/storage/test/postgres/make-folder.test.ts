import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '@klankbord/storage'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from './processes.ts'

let folder: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

describe('a data folder that is made', () => {
  it('comes with the folders above it, and is open to nobody else', () => {
    const deep = join(folder.path, 'a', 'b')
    makeFolder(deep)
    makeFolder(deep)
    expect(statSync(deep).mode & 0o777).toBe(0o700)
  })

  it('cannot take the place of a file', () => {
    const file = join(folder.path, 'file')
    writeFileSync(file, '')
    expect(() => makeFolder(file)).toThrow(/EEXIST/)
  })

  it.runIf(existsSync('/proc/self'))('is refused at once where no folder can be made', () => {
    expect(() => makeFolder('/proc/no-such-folder/data')).toThrow(/ENOENT/)
  })
})
