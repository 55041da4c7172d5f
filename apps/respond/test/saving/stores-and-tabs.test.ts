import { describe, expect, it } from 'vitest'
import { acknowledging, broken, CLOSING, FRESH, ID, inSmallWorld, screen, type SmallWorld } from './small-world.ts'

const MINUTE = 60_000

/** A store that says no. */
function refuses(name: string): () => never {
  return () => {
    throw new DOMException('no', name)
  }
}

describe('a store that does not do', () => {
  it.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'forbidden'],
  ])('with %s leaves answers in memory, where they are sent from, and says so', (name, storage) =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      saving.keep(screen(1, 'een'))
      await world.time.wait(500)
      world.trouble = refuses(name)
      saving.keep(screen(2, 'twee', { q1: 'een' }))
      await world.time.wait(2000)
      expect(saving.state()).toMatchObject({ keptIn: 'memory', storage, savedUpTo: 2, waiting: [] })
      // What it held is older than what the server has.
      expect(world.stores.tab).toBeNull()
      world.trouble = () => undefined
      saving.keep(screen(3, 'drie', { q1: 'een', q2: 'twee' }))
      await world.time.wait(2000)
      expect(saving.state()).toMatchObject({ keptIn: 'tab', storage: 'fine' })
    }),
  )

  it('that holds nonsense is as good as empty', () =>
    inSmallWorld(async (world) => {
      for (const text of ['', '{', 'null', '[]', '{"edition":0,"kept":{}}', '{"edition":1,"kept":{}}']) {
        const saving = await world.openTab({ tab: text })
        expect(saving.underWay()).toBeNull()
      }
    }))

  it('that is emptied is filled again with the next answer', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      world.reply = broken
      saving.keep(screen(1, 'een'))
      await world.time.wait(500)
      world.stores.tab = null
      saving.keep(screen(2, 'twee', { q1: 'een' }))
      await world.time.wait(500)
      expect((await world.openTab({ tab: world.stores.tab })).underWay()?.answers).toEqual({ q1: 'een', q2: 'twee' })
    }))
})

describe('a device of one’s own', () => {
  it('has the answers after the browser was closed, until they are stored', () =>
    inSmallWorld(async (world) => {
      const before = await world.openTab()
      before.begin(FRESH)
      world.reply = broken
      before.keep(screen(1, 'een'))
      await world.time.wait(500)
      expect(await before.ownDevice(true)).toBe('device')
      expect(world.stores.tab).toBeNull()
      before.close()
      const after = await world.openTab({ tab: null })
      expect(after.underWay()).toMatchObject({ id: ID, answers: { q1: 'een' } })
      world.reply = acknowledging
      after.finish(CLOSING)
      await world.time.wait(MINUTE)
      expect(after.state().final).toBe('stored')
      expect(world.stores.device).toBeNull()
    }))

  it('that is none after all keeps nothing beyond the tab', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      saving.keep(screen(1, 'een'))
      await saving.ownDevice(true)
      expect(await saving.ownDevice(false)).toBe('tab')
      expect(world.stores.device).toBeNull()
      expect(world.stores.tab).not.toBeNull()
    }))

  it('whose store is forbidden is said to be none', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      await world.time.wait(100)
      world.trouble = refuses('SecurityError')
      expect(await saving.ownDevice(true)).toBe('memory')
      expect(world.stores.device).toBeNull()
    }))

  it('keeps what the last one left while somebody else begins', () =>
    inSmallWorld(async (world) => {
      const first = await world.openTab()
      first.begin(FRESH)
      world.reply = broken
      first.keep(screen(1, 'een'))
      await first.ownDevice(true)
      first.close()
      const second = await world.openTab({ tab: null })
      second.begin({ ...FRESH, id: ID.replace('3', '4') })
      second.keep(screen(1, 'van een ander'))
      await second.forget()
      expect((await world.openTab({ tab: null })).underWay()?.answers).toEqual({ q1: 'een' })
    }))
})

describe('a second tab', () => {
  it('says that the first is at it, keeps nothing, and can take over with everything', () =>
    inSmallWorld(async (world) => {
      const { first, second } = await twoTabs(world)
      expect(second.state().elsewhere).toBe(true)
      expect(second.keep(screen(2, 'dubbel'))).toBe(false)
      first.keep(screen(2, 'twee', { q1: 'een' }))
      await second.takeOver()
      expect(first.state().elsewhere).toBe(true)
      expect(first.keep(screen(3, 'drie'))).toBe(false)
      expect(second.state().elsewhere).toBe(false)
      expect(second.underWay()?.answers).toEqual({ q1: 'een', q2: 'twee' })
      await world.time.wait(MINUTE)
      expect(second.state()).toMatchObject({ waiting: [], savedUpTo: 2 })
      const revisions = world.puts.map(({ body }) => `${String(body['revision'])} ${JSON.stringify(body['answers'])}`)
      expect(new Set(revisions).size).toBe(2)
    }))

  it('forgets what was sent from the first', () =>
    inSmallWorld(async (world) => {
      const { first, second, copied } = await twoTabs(world)
      first.finish(CLOSING)
      await world.time.wait(MINUTE)
      expect(first.state().final).toBe('stored')
      expect(second.underWay()).toBeNull()
      expect(copied.tab).toBeNull()
    }))

  it('goes on at once where the first one sleeps or is gone', () =>
    inSmallWorld(async (world) => {
      const { first, second } = await twoTabs(world)
      first.close()
      await second.takeOver()
      expect(second.keep(screen(2, 'twee', { q1: 'een' }))).toBe(true)
    }))
})

describe('who wipes the answers', () => {
  it('has them wiped from the server for good, also where something older comes late', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      saving.keep(screen(1, 'een'))
      await world.time.wait(500)
      world.reply = broken
      expect(await saving.erase()).toBe(true)
      await world.time.wait(500)
      expect(saving.state()).toMatchObject({ erased: 'waiting', waiting: [] })
      expect(saving.underWay()).toBeNull()
      expect(world.stores.tab).not.toContain('een')
      world.reply = acknowledging
      await world.time.wait(MINUTE)
      expect(saving.state().erased).toBe('done')
      expect(world.puts.at(-1)?.body).toEqual({ revision: 1_000_000, answers: {}, language: 'nl', asked: [] })
      expect(world.stores).toEqual({ tab: null, device: null })
    }))

  it('needs no server where it knows of nothing', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      expect(await saving.erase()).toBe(true)
      expect(saving.state().erased).toBe('done')
      expect(world.puts).toEqual([])
    }))

  it('has them wiped also where somebody else has begun on the same screen', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      saving.keep(screen(1, 'een'))
      await world.time.wait(500)
      world.reply = broken
      await saving.erase()
      const next = ID.replace('3', '4')
      saving.begin({ ...FRESH, id: next })
      saving.keep(screen(1, 'van een ander'))
      expect(saving.state().erased).toBe('no')
      world.reply = acknowledging
      await world.time.wait(2 * MINUTE)
      const wiped = world.puts.filter(({ body }) => body['revision'] === 1_000_000).map(({ path }) => path)
      expect(new Set(wiped)).toEqual(new Set([`/api/waves/ronde/drafts/${ID}`]))
      expect(saving.state().savedUpTo).toBe(1)
    }))

  it('is told that this is too late where the answers may be stored', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      saving.keep(screen(1, 'een'))
      saving.finish(CLOSING)
      await world.time.wait(250)
      world.reply = broken
      await world.time.wait(5000)
      expect(await saving.erase()).toBe(false)
      expect(saving.state().final).toBe('waiting')
    }))
})

async function twoTabs(world: SmallWorld) {
  const first = await world.openTab()
  first.begin(FRESH)
  first.keep(screen(1, 'een'))
  await world.time.wait(500)
  const copied = { tab: world.stores.tab }
  const second = await world.openTab(copied)
  return { first, second, copied }
}
