// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest'
import { begin } from '../../src/runner/begin.ts'

afterEach(() => vi.restoreAllMocks())

it('keeps who presses "once more" without a connection on the page that holds what they sent, and says so there', async () => {
  document.body.innerHTML = `<main><form id="retry-form" method="post" action="/v/ronde"><button>Nog eens</button></form></main>
    <template id="not-reached"><p>Nog niet verstuurd</p></template>`
  Element.prototype.scrollIntoView = () => undefined
  const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await begin()
  const form = document.querySelector('form')
  const press = (): boolean => form?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })) ?? false
  expect([press(), form?.textContent]).toEqual([false, 'Nog eensNog niet verstuurd'])
  onLine.mockReturnValue(true)
  expect(press()).toBe(true)
})
