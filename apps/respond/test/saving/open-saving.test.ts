import { textHash } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import type { SavingState } from '../../src/saving/saving.ts'
import { acknowledging, broken, CLOSING, FRESH, ID, inSmallWorld, refusing, screen, silent } from './small-world.ts'

const MINUTE = 60_000

describe('somebody who answers', () => {
  it('is told that an answer is saved once the server has it, and not before', () =>
    inSmallWorld(async ({ openTab, time, puts }) => {
      const saving = await openTab()
      saving.begin(FRESH)
      expect(puts).toEqual([])
      expect(saving.keep(screen(1, 'een'))).toBe(true)
      expect(saving.state()).toMatchObject({ savedUpTo: null, waiting: [1] })
      await time.wait(50)
      expect(saving.state()).toMatchObject({ savedUpTo: null, waiting: [1] })
      await time.wait(100)
      expect(saving.state()).toMatchObject({ savedUpTo: 1, waiting: [] })
      expect(puts.map(({ path }) => path)).toEqual([`/api/waves/ronde/drafts/${ID}`])
      expect(puts[0]?.body).toEqual({ revision: 1, answers: { q1: 'een' }, language: 'nl', asked: [] })
    }))

  it('sends the latest only, after what is still to be acknowledged', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      world.reply = broken
      saving.keep(screen(1, 'een'))
      await world.time.wait(200)
      saving.keep(screen(2, 'twee', { q1: 'een' }))
      saving.keep(screen(3, 'drie', { q1: 'een', q2: 'twee' }))
      expect(saving.state()).toMatchObject({ waiting: [1, 2, 3], offline: true })
      world.reply = acknowledging
      await world.time.wait(MINUTE)
      const sent = world.puts.map(({ body }) => [body['revision'], Object.keys(body['answers'] as object).length])
      expect(sent.at(0)).toEqual([1, 1])
      expect(new Set(sent.slice(0, -1).map(String))).toEqual(new Set(['1,1']))
      expect(sent.at(-1)).toEqual([2, 3])
      expect(saving.state()).toMatchObject({ savedUpTo: 3, waiting: [], offline: false })
    }))

  it('who changes an earlier answer is not told that everything after it is saved', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH, 5)
      world.reply = broken
      saving.keep(screen(3, 'drie'))
      expect(saving.state()).toMatchObject({ savedUpTo: 2, waiting: [3] })
    }))

  it('finds everything again after a reload, sent or not', () =>
    inSmallWorld(async (world) => {
      const before = await world.openTab()
      before.begin({ ...FRESH, code: 'ABCD-EFGH' })
      world.reply = broken
      before.keep(screen(1, 'een'))
      await world.time.wait(200)
      before.close()
      world.reply = acknowledging
      const after = await world.openTab()
      expect(after.underWay()).toMatchObject({ id: ID, code: 'ABCD-EFGH', answers: { q1: 'een' }, page: 'q1' })
      await world.time.wait(MINUTE)
      expect(after.state()).toMatchObject({ savedUpTo: 1, waiting: [] })
      expect(world.puts.at(-1)?.body).toMatchObject({ revision: 1, code: 'ABCD-EFGH' })
    }))

  it('is, of what only the server keeps, where they came last after a reload', () =>
    inSmallWorld(async ({ openTab, time }) => {
      const before = await openTab()
      before.begin({ ...FRESH, page: 'screen=q2' })
      before.begin({ ...FRESH, page: 'screen=q1' })
      await time.wait(200)
      before.close()
      const after = await openTab()
      expect(after.underWay()?.page).toBe('screen=q1')
    }))

  it('loses nothing to somebody who was quicker on another device, and is told', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      world.reply = refusing(409, 'staleDraft')
      saving.keep(screen(1, 'een'))
      await world.time.wait(500)
      expect(saving.state()).toMatchObject({ refusal: 'newer', waiting: [1], savedUpTo: null })
      expect(saving.underWay()?.answers).toEqual({ q1: 'een' })
      expect(saving.keep(screen(2, 'twee'))).toBe(false)
      expect(saving.finish(CLOSING)).toBe(false)
      await world.time.wait(10 * MINUTE)
      expect(world.puts).toHaveLength(1)
      expect([saving.isOvertaken(), saving.overrule()]).toEqual([false, false])
    }))

  it('goes on with what is here once somebody chose that over another device', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      const told = { status: 409, code: 'staleDraft', details: { revision: 7 } }
      world.reply = () => Promise.resolve({ status: 409, body: JSON.stringify(told), retryAfter: null })
      saving.keep(screen(1, 'een'))
      await world.time.wait(500)
      expect([saving.state().refusal, saving.isOvertaken()]).toEqual(['newer', true])
      world.reply = acknowledging
      expect(saving.overrule()).toBe(true)
      await world.time.wait(MINUTE)
      expect(world.puts.at(-1)?.body).toMatchObject({ revision: 8, answers: { q1: 'een' } })
      expect(saving.state()).toMatchObject({ refusal: null, waiting: [], savedUpTo: 1 })
      expect(saving.isOvertaken()).toBe(false)
    }))

  it('sends the whole with the draft that it was made of, and is asked where a newer one is kept', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      saving.keep(screen(1, 'een'))
      await world.time.wait(MINUTE)
      const told = { status: 409, code: 'staleDraft', details: { revision: 7 } }
      const newer = { status: 409, body: JSON.stringify(told), retryAfter: null }
      world.reply = (put) => (put.path.includes('/responses/') ? newer : acknowledging(put))
      saving.finish(CLOSING)
      await world.time.wait(MINUTE)
      expect(world.puts.at(-1)?.body).toMatchObject({ revision: 2, answers: CLOSING.answers })
      expect(saving.state()).toMatchObject({ final: 'refused', refusal: 'newer' })
      expect(saving.isOvertaken()).toBe(true)
      world.reply = acknowledging
      saving.overrule()
      await world.time.wait(MINUTE)
      expect(world.puts.slice(-2).map(({ body }) => body['revision'])).toEqual([8, 8])
      expect(saving.state().final).toBe('stored')
    }))

  it('stores what was filled in after another device was quicker, once somebody chose what is here', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      const told = { status: 409, code: 'staleDraft', details: { revision: 7 } }
      world.reply = () => Promise.resolve({ status: 409, body: JSON.stringify(told), retryAfter: null })
      saving.keep(screen(1, 'een'))
      await world.time.wait(500)
      expect(saving.keep(screen(2, 'later', { q1: 'een' }))).toBe(true)
      await world.time.wait(MINUTE)
      expect(world.puts).toHaveLength(1)
      expect(saving.isOvertaken()).toBe(true)
      expect((await world.openTab()).underWay()?.answers).toEqual({ q1: 'een', q2: 'later' })
      world.reply = acknowledging
      saving.overrule()
      await world.time.wait(MINUTE)
      expect(world.puts.at(-1)?.body).toMatchObject({ revision: 8, answers: { q1: 'een', q2: 'later' } })
    }))
})

describe('a bad line', () => {
  it('is tried again later and later, and at once when there is a connection again', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      world.reply = broken
      saving.keep(screen(1, 'een'))
      await world.time.wait(20_000)
      const pauses = world.puts.slice(1).map(({ at }, place) => at - (world.puts[place]?.at ?? 0) - 100)
      expect(pauses).toEqual([1000, 2000, 4000, 8000])
      const before = world.puts.length
      saving.wake()
      await world.time.wait(10)
      expect(world.puts).toHaveLength(before + 1)
    }))

  it('is given the time that a busy server asked for, whoever wakes it', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      world.reply = refusing(503, 'serverBusy', '30')
      saving.keep(screen(1, 'een'))
      await world.time.wait(5000)
      saving.wake()
      saving.keep(screen(2, 'twee'))
      await world.time.wait(24_000)
      expect(world.puts).toHaveLength(1)
      expect(saving.state()).toMatchObject({ offline: false, waiting: [1, 2], refusal: null })
      await world.time.wait(6000)
      expect(world.puts).toHaveLength(2)
    }))

  it('that swallows everything is not waited for', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      world.reply = silent
      saving.keep(screen(1, 'een'))
      await world.time.wait(29_000)
      expect(saving.state().offline).toBe(false)
      await world.time.wait(2000)
      expect(saving.state()).toMatchObject({ offline: true, waiting: [1] })
    }))

  it('says what the browser knows of it, also before anything was tried', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      world.isOnline = false
      let told: SavingState | null = null
      saving.subscribe(() => (told = saving.state()))
      saving.wake()
      expect(told).toMatchObject({ offline: true })
    }))
})

describe('who sends the answers', () => {
  it('reads that they are stored after the acknowledgement, and nothing is left on the device', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      saving.keep(screen(1, 'een'))
      await world.time.wait(500)
      world.reply = silent
      expect(saving.finish(CLOSING)).toBe(true)
      await world.time.wait(10_000)
      expect(saving.state().final).toBe('waiting')
      world.reply = acknowledging
      await world.time.wait(2 * MINUTE)
      expect(saving.state()).toMatchObject({ final: 'stored', waiting: [] })
      expect(saving.underWay()).toBeNull()
      expect(world.stores).toEqual({ tab: null, device: null })
      const whole = world.puts.at(-1)
      expect(whole?.path).toBe(`/api/waves/ronde/responses/${ID}`)
      expect(whole?.body).toEqual({
        answers: { q1: 'een' },
        language: 'nl',
        help: 'none',
        withdrawalHash: textHash(CLOSING.withdrawalCode),
        revision: 2,
      })
    }))

  it('sends the very same again after a reload, with the code that was shown', () =>
    inSmallWorld(async (world) => {
      const before = await world.openTab()
      before.begin(FRESH)
      before.keep(screen(1, 'een'))
      before.finish(CLOSING)
      await world.time.wait(250)
      world.reply = broken
      await world.time.wait(5000)
      before.close()
      const after = await world.openTab()
      expect(after.state().final).toBe('waiting')
      expect(after.keep(screen(1, 'anders'))).toBe(false)
      world.reply = acknowledging
      await world.time.wait(MINUTE)
      expect(after.state().final).toBe('stored')
      const sent = world.puts.filter(({ path }) => path.includes('/responses/')).map(({ body }) => JSON.stringify(body))
      expect(sent.length).toBeGreaterThan(1)
      expect(new Set(sent).size).toBe(1)
    }))

  it.each([
    [410, 'waveSealed', 'sealed'],
    [410, 'quotaFull', 'full'],
    [409, 'responseConflict', 'conflict'],
    [413, 'bodyTooLarge', 'tooLarge'],
    [422, 'answersRefused', 'answers'],
  ])('and gets %i %s sees that it is refused, with everything still here', (status, code, refusal) =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      saving.keep(screen(1, 'een'))
      await world.time.wait(500)
      world.reply = (put) => (put.path.includes('/drafts/') ? acknowledging(put) : refusing(status, code)(put))
      saving.finish(CLOSING)
      await world.time.wait(5000)
      expect(saving.state()).toMatchObject({ final: 'refused', refusal })
      expect(saving.underWay()?.answers).toEqual({ q1: 'een' })
      const sent = world.puts.length
      await world.time.wait(10 * MINUTE)
      expect(world.puts).toHaveLength(sent)
    }),
  )

  it('mends a code that was wrong, and goes on', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin({ ...FRESH, code: 'FOUT' })
      world.reply = (put) =>
        put.body['code'] === 'GOED' ? acknowledging(put) : refusing(403, 'accessCodeRefused')(put)
      saving.finish(CLOSING)
      await world.time.wait(5000)
      expect(saving.state()).toMatchObject({ final: 'refused', refusal: 'code' })
      saving.correctCode('GOED')
      expect(saving.state()).toMatchObject({ final: 'waiting', refusal: null })
      await world.time.wait(5000)
      expect(saving.state().final).toBe('stored')
    }))

  it('changes an answer that was refused, and sends again', () =>
    inSmallWorld(async (world) => {
      const saving = await world.openTab()
      saving.begin(FRESH)
      world.reply = refusing(422, 'answersRefused')
      saving.finish(CLOSING)
      await world.time.wait(5000)
      world.reply = acknowledging
      expect(saving.keep(screen(1, 'beter'))).toBe(true)
      expect(saving.state()).toMatchObject({ final: 'none', refusal: null, waiting: [1] })
      saving.finish({ ...CLOSING, answers: { q1: 'beter' } })
      await world.time.wait(5000)
      expect(saving.state().final).toBe('stored')
      expect(world.puts.at(-1)?.body).toMatchObject({ answers: { q1: 'beter' } })
    }))
})

describe('somebody who gets words', () => {
  it('has everything put under them, and from then on nothing in a store, not on a device of their own either', () =>
    inSmallWorld(async ({ openTab, time, puts }) => {
      const saving = await openTab()
      saving.begin(FRESH)
      await saving.ownDevice(true)
      saving.keep(screen(1, 'een'))
      await time.wait(MINUTE)
      saving.keepUnder('kat.vogel.vis.key', 'q1')
      expect([saving.isSaved(), saving.state().keptIn]).toEqual([false, 'device'])
      await time.wait(MINUTE)
      expect(puts.at(-1)?.body).toMatchObject({ revision: 2, words: 'kat.vogel.vis.key', screen: 'q1' })
      expect([saving.isSaved(), saving.hasUnseenWords(), saving.state().keptIn]).toEqual([true, true, 'device'])
      saving.seenWords()
      await time.wait(100)
      expect([saving.hasUnseenWords(), saving.state().keptIn]).toEqual([false, 'memory'])
      saving.keep(screen(2, 'twee', { q1: 'een' }))
      await time.wait(MINUTE)
      expect(puts.at(-1)?.body).toMatchObject({ revision: 3, words: 'kat.vogel.vis.key' })
      expect(await saving.ownDevice(true)).toBe('memory')
      saving.close()
      expect((await openTab()).underWay()).toBeNull()
    }))

  it('finds everything again on a device of their own after a line that was cut before the words were seen', () =>
    inSmallWorld(async (world) => {
      const before = await world.openTab()
      before.begin(FRESH)
      await before.ownDevice(true)
      before.keep(screen(1, 'een'))
      await world.time.wait(MINUTE)
      world.reply = silent
      before.keepUnder('kat.vogel.vis.key', 'q1')
      await world.time.wait(5000)
      world.reply = acknowledging
      await world.time.wait(MINUTE)
      before.close()
      const after = await world.openTab()
      expect(after.underWay()).toMatchObject({ answers: { q1: 'een' }, words: 'kat.vogel.vis.key' })
      await world.time.wait(MINUTE)
      expect([after.isSaved(), after.hasUnseenWords(), after.state().keptIn]).toEqual([true, true, 'device'])
    }))
})
