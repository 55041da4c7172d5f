// @vitest-environment jsdom
import type { KnownWave } from '../../src/runner/page-data.ts'
import { expect, it } from 'vitest'
import { ownDevice } from '../../src/runner/own-device.ts'
import type { RunnerPorts } from '../../src/runner/ports.ts'
import { sittingAt } from '../../src/runner/sitting.ts'
import { trail } from '../../src/runner/trail.ts'
import type { UnderWay } from '../../src/saving/saving.ts'

const ID = '3f0c9a52-7d1e-4a43-9a5f-0d9b1c2e3f40'

/** Under which id somebody begins who calls the device their own on a page that carries this. */
async function beganUnder(draft: string): Promise<string> {
  document.body.innerHTML = `<form id="page-form"><input type="hidden" name="draft" value="${draft}"></form>`
  const begun: UnderWay[] = []
  const saving = {
    underWay: () => null,
    begin: (fresh: UnderWay) => void begun.push(fresh),
    ownDevice: async () => 'tab',
  }
  const shelf = { stock: async () => true, clear: async () => undefined }
  const ports = { wave: 'ronde', saving, shelf, randomBytes: (count: number) => new Uint8Array(count) }
  const sitting = sittingAt(ports as unknown as RunnerPorts, trail(window.history, null))
  sitting.data = { until: '2026-06-30', questionnaire: { questions: [] } } as unknown as KnownWave
  await ownDevice(sitting, true)
  return begun.map(({ id }) => id).join()
}

it.each([`new-${ID}`, `3-${ID}`, `3-09af77c2-${ID}`])(
  'takes the id of the answers that a page carries as %s, for a device of ones own',
  async (draft) => {
    expect(await beganUnder(draft)).toBe(ID)
  },
)
