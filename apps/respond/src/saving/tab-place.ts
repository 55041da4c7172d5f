import type { Place } from './ports.ts'

/** So that how long it is says little about what was answered. */
const STEP = 1024

/**
 * The store of this tab. Browsers write it to a disk and leave it there long after the tab was closed, so what stands in it
 * is sealed: under a key that the server gives out for a draft until its answers were sent, and that stays in memory here.
 * Where there is nothing to seal with (a page that is not encrypted) nothing is written.
 *
 * @param wave the address of the wave
 */
export function tabPlace(name: string, wave: string): Place {
  let known: { readonly id: string; readonly given: Promise<GivenKey> } | null = null
  /** Counts what was asked: a write for which a key came late is not to undo what came after it. */
  let latest = 0
  const keyOf = (id: string, week = ''): Promise<GivenKey> => {
    const since = week === '' ? '' : `?since=${encodeURIComponent(week)}`
    const path = `/api/waves/${encodeURIComponent(wave)}/drafts/${id}/key${since}`
    if (known?.id !== id) known = { id, given: keyFrom(path) }
    const { given } = known
    return given.catch((error: unknown) => {
      known = null
      throw error
    })
  }
  return {
    read: async () => {
      const [id = '', week = '', start = '', sealed = ''] = (sessionStorage.getItem(name) ?? '').split(' ')
      if (sealed === '') return null
      const { key } = await keyOf(id, week)
      const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(start) }, key, bytesOf(sealed))
      return new TextDecoder().decode(plain)
    },
    write: async (text, id) => {
      latest += 1
      const mine = latest
      const { key, week } = await keyOf(id)
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const plain = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / STEP) * STEP))
      const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
      if (mine === latest) sessionStorage.setItem(name, [id, week, textOf(iv), textOf(sealed)].join(' '))
    },
    remove: async () => {
      known = null
      latest += 1
      sessionStorage.removeItem(name)
    },
  }
}

/** A key, and the week in which it was first asked for: with that the same one comes again, until drafts of then are forgotten. */
interface GivenKey {
  readonly key: CryptoKey
  readonly week: string
}

async function keyFrom(path: string): Promise<GivenKey> {
  const answer = await fetch(path, { cache: 'no-store', redirect: 'error' })
  const { key, week } = (await answer.json()) as { readonly key: string; readonly week: string }
  return { week, key: await crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt']) }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
}

function textOf(bytes: Uint8Array): string {
  let signs = ''
  for (const byte of bytes) signs += String.fromCharCode(byte)
  return btoa(signs)
}
