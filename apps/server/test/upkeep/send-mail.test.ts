import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { budgetOf, sendMailSteadily } from '../../src/upkeep/send-mail.ts'
import { mailedWave, queue } from '../mail/mailed-people.ts'
import { startMailServer, type MailServer } from '../mail/mail-server.ts'
import { startServer, type StartedServer } from '../started-server.ts'

const QUARTER = 15_000

let post: MailServer
let server: StartedServer

beforeEach(async () => {
  post = await startMailServer()
  server = await startServer({ mail: { ...post.settings(), perMinute: 8 } })
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
})
afterEach(async () => {
  vi.useRealTimers()
  await server.end()
  await post.close()
})

describe('a server that runs', () => {
  it('sends what waits, no more in a minute than it may', async () => {
    await queue(server.context, await mailedWave(server.context, 'codeConfidential', 5))
    const end = sendMailSteadily(server.context)
    vi.advanceTimersByTime(QUARTER)
    await vi.waitFor(() => expect(post.delivered).toHaveLength(2))
    await vi.waitFor(() => expect(server.logged()).toContain('"sent":2'))
    vi.advanceTimersByTime(QUARTER)
    await vi.waitFor(() => expect(post.delivered).toHaveLength(4))
    await end()
    vi.advanceTimersByTime(4 * QUARTER)
    expect(post.delivered).toHaveLength(4)
    expect(vi.getTimerCount()).toBe(0)
    expect(server.logged()).not.toMatch(/findmij|voorbeeldstad\.example/i)
  })

  it('leaves a server of mail that is away alone for a while, longer each time, and says why', async () => {
    await queue(server.context, await mailedWave(server.context, 'codeConfidential', 1))
    await post.close()
    let now = server.context.clock.now().getTime()
    const end = sendMailSteadily({ ...server.context, clock: { now: () => new Date(now) } })
    const tries = (): number => server.logged().match(/"reason":"serverAway"/g)?.length ?? 0
    const pass = (minutes: number): void => {
      now += minutes * 60_000
      vi.advanceTimersByTime(QUARTER)
    }
    pass(0)
    await vi.waitFor(() => expect(tries()).toBe(1))
    pass(0.5)
    pass(0.5)
    await vi.waitFor(() => expect(tries()).toBe(2))
    pass(4)
    pass(1)
    await vi.waitFor(() => expect(tries()).toBe(3))
    post = await startMailServer({ port: post.port })
    pass(15)
    await vi.waitFor(() => expect(post.delivered).toHaveLength(1))
    await end()
    expect(tries()).toBe(3)
  })

  it('sends nothing, and has no timer, where no server of mail is set', async () => {
    const { settings } = server.context
    const silent = { ...server.context, settings: { ...settings, mail: { ...settings.mail, server: null } } }
    const end = sendMailSteadily(silent)
    expect(vi.getTimerCount()).toBe(0)
    await end()
  })
})

it.each([1, 3, 60, 61, 600])('spreads %i messages a minute evenly over it', (perMinute) => {
  const budgets = Array.from({ length: 40 }, (_, round) => budgetOf(round, perMinute))
  for (let minute = 0; minute < 10; minute += 1) {
    const four = budgets.slice(4 * minute, 4 * minute + 4)
    expect(four.reduce((sum, budget) => sum + budget, 0)).toBe(perMinute)
    expect(Math.max(...four) - Math.min(...four)).toBeLessThanOrEqual(1)
  }
})
