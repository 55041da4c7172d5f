import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from '@klankbord/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestKey } from '../../src/keys/digest-key.ts'
import { installationKeys, keyFileIn, type KeyPlace } from '../../src/keys/installation-key.ts'
import type { Randomness } from '../../src/randomness.ts'

const KEY = 'ab'.repeat(32)
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

let folder: string
const bits = (seed: number): Randomness => {
  const random = seededRandom(seed)
  return { bytes: (count) => Uint8Array.from({ length: count }, () => random.integer(0, 255)) }
}
const at = (place: Partial<KeyPlace>): KeyPlace => ({ key: null, file: null, dataFolder: folder, ...place })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kb-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

describe('somebody who starts the server for the first time', () => {
  it('gets a key in the data folder that only they can read, and the same one ever after', () => {
    const first = installationKeys(at({}), bits(1))
    expect(statSync(keyFileIn(folder)).mode & 0o777).toBe(0o600)
    expect(installationKeys(at({}), bits(2))).toEqual(first)
    expect(readdirSync(folder)).toEqual(['klankbord.key'])
  })

  it('gets another key than any other installation', () => {
    const first = installationKeys(at({}), bits(1))
    const other = installationKeys(at({ dataFolder: join(folder, 'other') }), bits(2))
    expect(other.fingerprint).not.toBe(first.fingerprint)
    expect(hex(other.contacts)).not.toBe(hex(first.contacts))
  })
})

describe('somebody who keeps the key apart from the data', () => {
  it('names it, or a file that holds it, and nothing is written beside the data', () => {
    const file = join(folder, 'key')
    writeFileSync(file, `${KEY}\n`)
    const data = join(folder, 'data')
    const named = installationKeys(at({ key: KEY.toUpperCase(), dataFolder: data }), bits(1))
    expect(installationKeys(at({ file, dataFolder: data }), bits(1))).toEqual(named)
    expect(readdirSync(folder)).toEqual(['key'])
  })

  it('gets the keys that HKDF gives, so that another program can check a backup of them', () => {
    const keys = installationKeys(at({ key: KEY }), bits(1))
    expect(keys.fingerprint).toBe('1d53ebf1dfee0e06')
    expect(hex(keys.accessCodes)).toBe('e47ae7f181c9723fc7bfe7f0e93440253fc635a40be59cae8ccd2ff72922ad4b')
  })

  it('has a key of its own for each purpose, none of which is the key', () => {
    const { accessCodes, contacts, addresses, fingerprint } = installationKeys(at({ key: KEY }), bits(1))
    const all = [hex(accessCodes), hex(contacts), hex(addresses)]
    expect(new Set([...all, KEY]).size).toBe(4)
    expect(all.every((key) => key.length === 64 && !key.startsWith(fingerprint))).toBe(true)
  })
})

describe('somebody whose key is not right', () => {
  it('reads that what was given is no key, and the key is not repeated', () => {
    const slip = `${KEY.slice(0, -1)}x`
    expect(() => installationKeys(at({ key: slip }), bits(1))).toThrow(
      expect.objectContaining({ code: 'keyNotUsable', message: expect.not.stringContaining(slip) as string }),
    )
  })

  it.each(['', KEY.slice(1), `${KEY}00`, 'g'.repeat(64)])(
    'reads that the file is damaged, and it stays as it is',
    (text) => {
      const file = keyFileIn(folder)
      writeFileSync(file, text)
      expect(() => installationKeys(at({}), bits(1))).toThrow(expect.objectContaining({ code: 'keyDamaged' }))
      expect(readFileSync(file, 'utf8')).toBe(text)
    },
  )

  it('reads where the disk with the key is missing, and gets no new key there', () => {
    const file = join(folder, 'disk', 'key')
    expect(() => installationKeys(at({ file }), bits(1))).toThrow(expect.objectContaining({ code: 'keyNotReadable' }))
    expect(readdirSync(folder)).toEqual([])
  })

  it('reads that something else stands in the place of the key', () => {
    expect(() => installationKeys(at({ file: folder }), bits(1))).toThrow(/cannot be read: .* \(it is a folder\)/)
  })

  it('reads that the data folder cannot be made', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    expect(() => installationKeys(at({ dataFolder: file }), bits(1))).toThrow(
      expect.objectContaining({ code: 'dataFolderNotUsable' }),
    )
  })
})

describe('the key that publications are digested under', () => {
  it('is made once, apart from the key of the installation, and is not repaired when it is damaged', () => {
    const key = digestKey(folder, bits(1))
    expect(digestKey(folder, bits(2))).toBe(key)
    expect(readdirSync(folder)).toEqual(['digest-key'])
    writeFileSync(join(folder, 'digest-key'), key.slice(1))
    expect(() => digestKey(folder, bits(3))).toThrow(expect.objectContaining({ code: 'digestKeyDamaged' }))
  })
})
