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
  const press = (): Event => {
    const pressed = new Event('submit', { bubbles: true, cancelable: true })
    form?.dispatchEvent(pressed)
    return pressed
  }
  expect([press().defaultPrevented, form?.textContent]).toEqual([true, 'Nog eensNog niet verstuurd'])
  document.getElementById('at-foot')?.remove()
  onLine.mockReturnValue(true)
  press()
  expect(form?.textContent).toBe('Nog eens')
})
