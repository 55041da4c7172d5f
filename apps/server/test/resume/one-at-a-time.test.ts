import { expect, it } from 'vitest'
import { oneAtATime } from '../../src/resume/one-at-a-time.ts'

/** Work that is done when somebody says so. */
function heldWork(): { work: () => Promise<string>; end: (result: string) => void; begun: () => boolean } {
  let resolve = (_result: string): void => undefined
  const promise = new Promise<string>((settle) => (resolve = settle))
  let begun = false
  const work = (): Promise<string> => {
    begun = true
    return promise
  }
  return { work, end: (result) => resolve(result), begun: () => begun }
}

it('lets the second wait for the first, also for a first one that fails', async () => {
  const queue = oneAtATime(10, 10)
  const [first, second] = [heldWork(), heldWork()]
  const failed = queue.run('ria', async () => {
    await first.work()
    throw new Error('away')
  })
  const later = queue.run('ria', second.work)
  expect(second.begun()).toBe(false)
  first.end('')
  await expect(failed).rejects.toThrow('away')
  second.end('done')
  expect(await later).toBe('done')
})

it('refuses one visitor who asks for too much, and nobody else', async () => {
  const queue = oneAtATime(10, 2)
  const held = heldWork()
  const done = [queue.run('ria', held.work), queue.run('ria', held.work)]
  await expect(queue.run('ria', held.work)).rejects.toMatchObject({ code: 'serverBusy' })
  done.push(queue.run('piet', held.work))
  held.end('done')
  expect(await Promise.all(done)).toEqual(['done', 'done', 'done'])
  expect(await queue.run('ria', async () => 'again')).toBe('again')
})

it('refuses everybody while too much waits', async () => {
  const queue = oneAtATime(1, 5)
  const held = heldWork()
  const done = queue.run('ria', held.work)
  await expect(queue.run('piet', held.work)).rejects.toMatchObject({ code: 'serverBusy' })
  held.end('done')
  expect(await done).toBe('done')
})
