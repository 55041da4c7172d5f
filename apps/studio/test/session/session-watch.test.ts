import { describe, expect, it } from 'vitest'
import { watchSession } from '../../src/session/session-watch.ts'

const answering =
  (status: number): typeof fetch =>
  async () =>
    new Response(null, { status })

describe('somebody whose session ends halfway', () => {
  it('is told when a request is refused for it, and not again after signing in', async () => {
    const watch = watchSession(answering(401))
    const told: boolean[] = []
    const stop = watch.subscribe(() => told.push(watch.ended()))
    await watch.fetch('/api/studies')
    expect(watch.ended()).toBe(true)
    watch.resume()
    stop()
    await watch.fetch('/api/studies')
    expect(told).toEqual([true, false])
  })

  it('is not told by the question who is signed in, nor by other refusals', async () => {
    const asking = watchSession(answering(401))
    await asking.fetch('/api/session')
    expect(asking.ended()).toBe(false)
    const refused = watchSession(answering(409))
    await refused.fetch('/api/studies')
    expect(refused.ended()).toBe(false)
  })

  it('is not told by a password or a code that is wrong', async () => {
    const refusing =
      (code: string): typeof fetch =>
      async () =>
        Response.json({ code }, { status: 401 })
    const wrong = watchSession(refusing('passwordRefused'))
    const answer = await wrong.fetch('/api/account/password')
    expect([wrong.ended(), await answer.json()]).toEqual([false, { code: 'passwordRefused' }])
    const over = watchSession(refusing('notSignedIn'))
    await over.fetch('/api/account/password')
    expect(over.ended()).toBe(true)
  })
})
