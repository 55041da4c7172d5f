import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { devicePlace } from '../../src/saving/device-place.ts'
import { tabPlace } from '../../src/saving/tab-place.ts'

const ID = '3f0c9a52-7d1e-4a43-9a5f-0d9b1c2e3f40'
const KEY = btoa('k'.repeat(32))

function storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const held = new Map<string, string>()
  return {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, text) => void held.set(name, text),
    removeItem: (name) => void held.delete(name),
  }
}

beforeEach(() => {
  vi.stubGlobal('sessionStorage', storage())
  vi.stubGlobal('localStorage', storage())
})
afterEach(() => vi.unstubAllGlobals())

describe('the store of a tab whose key comes late', () => {
  const come: (() => void)[] = []
  beforeEach(() => {
    vi.stubGlobal(
      'fetch',
      () =>
        new Promise((resolve) => void come.push(() => resolve({ json: async () => ({ key: KEY, week: '2026-W18' }) }))),
    )
  })
  const allCome = (): void => come.splice(0).forEach((one) => one())

  it('stays empty when it was emptied meanwhile', async () => {
    const place = tabPlace('klankbord ronde', 'ronde')
    const writing = place.write('een', ID)
    await place.remove()
    allCome()
    await writing
    expect(sessionStorage.getItem('klankbord ronde')).toBeNull()
  })

  it('keeps the newer of two', async () => {
    const place = tabPlace('klankbord ronde', 'ronde')
    const older = place.write('een', ID)
    await place.remove()
    const newer = place.write('twee', ID)
    come.pop()?.()
    await newer
    allCome()
    await older
    expect((await place.read())?.trim()).toBe('twee')
    expect(sessionStorage.getItem('klankbord ronde')).toContain(`${ID} 2026-W18 `)
  })
})

describe('a database that a device does not let go of', () => {
  it('is found again, to be removed then', async () => {
    localStorage.setItem('klankbord ronde own', '1')
    const request = new EventTarget()
    vi.stubGlobal('indexedDB', { deleteDatabase: () => request })
    const removing = devicePlace('klankbord ronde').remove()
    request.dispatchEvent(new Event('error'))
    await expect(removing).rejects.toThrow('does not open')
    expect(localStorage.getItem('klankbord ronde own')).toBe('1')
  })
})
