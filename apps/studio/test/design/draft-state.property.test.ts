import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeFailure } from '../../src/api/api-failure.ts'
import { draftAfter, openDraft, type DraftEvent } from '../../src/design/draft-state.ts'

const CHECKED = { findings: [], screens: [], languages: ['nl'], reviews: [], changed: true }
const WORDS = fc.constantFrom('a', 'b', 'c')
const failure = decodeFailure(500, {})

const definition = fc.record({ text: WORDS, revision: fc.nat(9) })

/** Anything that the server or somebody at the keyboard can do, in any order. */
const event: fc.Arbitrary<DraftEvent> = fc.oneof(
  WORDS.map((text) => ({ type: 'typed', text }) as const),
  fc.constant({ type: 'sending' } as const),
  fc.nat(9).map((revision) => ({ type: 'saved', revision, checked: CHECKED, at: 1 }) as const),
  fc.boolean().map((passing) => ({ type: 'failed', failure, passing }) as const),
  definition.map((theirs) => ({ type: 'overtaken', theirs, checked: CHECKED }) as const),
  fc.constant({ type: 'keptMine' } as const),
  definition.map((one) => ({ type: 'refreshed', definition: one, checked: CHECKED }) as const),
)

it('never takes typed words off the screen, whatever the server answers', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      let state = openDraft({ text: 'a', revision: 1 }, CHECKED)
      for (const one of events) {
        const next = draftAfter(state, one)
        const mine = one.type === 'typed' ? one.text : state.text
        const mayBeReplaced = one.type !== 'typed' && state.phase === 'saved'
        expect(mayBeReplaced || next.text === mine).toBe(true)
        expect(next.phase === 'stale' && next.theirs === null).toBe(false)
        state = next
      }
    }),
    { seed: 20261122, numRuns: 1000 },
  )
})
