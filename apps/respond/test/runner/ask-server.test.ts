// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { askServer, takeUpHere } from '../../src/runner/ask-server.ts'
import type { KnownWave } from '../../src/runner/page-data.ts'
import type { RunnerPorts } from '../../src/runner/ports.ts'
import { sittingAt } from '../../src/runner/sitting.ts'
import { pageForm } from '../../src/runner/sent-form.ts'
import { trail } from '../../src/runner/trail.ts'
import type { UnderWay } from '../../src/saving/saving.ts'

const ID = '3f0c9a52-7d1e-4a43-9a5f-0d9b1c2e3f40'

/** How often a page is told of, that came from the server with this draft, and the address that it stands at then. */
async function takenUp(draft: string): Promise<{ readonly told: number; readonly address: string }> {
  window.history.replaceState(null, '', '/v/ronde?lang=nl')
  document.body.innerHTML = `<form id="page-form"><input type="hidden" name="draft" value="${draft}"></form>`
  let kept: UnderWay | null = null
  const saving = { underWay: () => kept, begin: (begun: UnderWay) => void (kept = begun) }
  const answers = async () => ({ answers: {}, asked: [], language: 'nl', revision: 3, device: '' })
  const ports = { wave: 'ronde', saving, answers } as unknown as RunnerPorts
  const sitting = sittingAt(ports, trail(window.history, null))
  sitting.data = { context: { action: '/v/ronde' } } as KnownWave
  const form = pageForm(document)
  if (form === null) throw new Error('a page without a form')
  let told = 0
  await takeUpHere(sitting, form, () => void (told += 1))
  return { told, address: window.location.pathname + window.location.search }
}

it('tells somebody at the first question too what they can do, where nothing is kept yet', async () => {
  expect(await takenUp(`new-${ID}`)).toEqual({ told: 1, address: '/v/ronde?lang=nl' })
})

it('tells of what the server keeps, on a page that sends nothing again when it is loaded once more', async () => {
  expect(await takenUp(`3-${ID}`)).toEqual({ told: 1, address: '/v/ronde' })
})

it('says at the form that was pressed that nothing was sent, on a page that holds one to send once more', async () => {
  document.body.innerHTML = `<main><form id="retry-form" method="post" action="/v/ronde"><button>Nog eens</button></form></main>
    <template id="not-reached"><p>Nog niet verstuurd</p></template>`
  Element.prototype.scrollIntoView = () => undefined
  const ports = { wave: 'ronde', post: async () => null } as unknown as RunnerPorts
  const form = document.querySelector('form')
  if (form === null) throw new Error('a page without a form')
  const around = { ready: async () => undefined, tell: () => undefined }
  await askServer(sittingAt(ports, trail(window.history, null)), form, null, around)
  expect(form.textContent).toBe('Nog eensNog niet verstuurd')
})
