import { DEFAULT_POLICY } from '@klankbord/model'
import { beforeEach, describe, expect, it } from 'vitest'
import { ApiFailure, decodeFailure } from '../../src/api/api-failure.ts'
import type { StudyDetail } from '../../src/api/api-types.ts'
import { createDraftKeeper, type DraftKeeper } from '../../src/design/draft-keeper.ts'
import { createDraftKeepers } from '../../src/design/draft-keepers.ts'

const CHECKED = { findings: [], screens: [], languages: ['nl'], reviews: [], changed: true }

const STUDY: StudyDetail = {
  id: 's1',
  title: { nl: 'Zorg' },
  organisation: { name: 'De raad' },
  sample: false,
  tryOut: false,
  version: null,
  waves: [],
  publications: [],
  versions: [],
  definition: { text: 'a', revision: 1 },
  policy: DEFAULT_POLICY,
  retention: {
    contacts: { months: 3, until: null },
    answers: { months: 24, until: null },
    publications: { months: null },
    held: null,
  },
  ...CHECKED,
}

/** A server that keeps one definition, or fails as it is told to. */
class Server {
  kept = { text: 'a', revision: 1 }
  readonly received: string[] = []
  failure: ApiFailure | null = null

  readonly saveDefinition = async (
    _: string,
    { text, revision }: { readonly text: string; readonly revision: number },
  ): Promise<typeof CHECKED & { revision: number }> => {
    this.received.push(text)
    if (this.failure !== null) throw this.failure
    if (revision !== this.kept.revision) throw refusal(409, 'staleRevision')
    this.kept = { text, revision: revision + 1 }
    return { ...CHECKED, revision: this.kept.revision }
  }

  readonly study = async (): Promise<StudyDetail> => ({ ...STUDY, definition: this.kept })
}

/** A clock on which somebody waits by calling `pass`. */
class ManualClock {
  private timers: { readonly at: number; readonly run: () => void }[] = []
  private moment = 0

  readonly now = (): number => this.moment

  readonly later = (run: () => void, milliseconds: number): (() => void) => {
    const timer = { at: this.moment + milliseconds, run }
    this.timers.push(timer)
    return () => (this.timers = this.timers.filter((one) => one !== timer))
  }

  async pass(milliseconds: number): Promise<void> {
    this.moment += milliseconds
    const due = this.timers.filter(({ at }) => at <= this.moment)
    this.timers = this.timers.filter((timer) => !due.includes(timer))
    for (const { run } of due) run()
    await settled()
  }
}

const refusal = (status: number, code: string): ApiFailure => new ApiFailure({ ...decodeFailure(status, {}), code })
/** Lets the promises of a save that needs no waiting run to their end. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

let server: Server
let clock: ManualClock
let keeper: DraftKeeper

beforeEach(() => {
  server = new Server()
  clock = new ManualClock()
  keeper = createDraftKeeper(server, STUDY, clock)
})

describe('somebody who types', () => {
  it('has the text saved once after the last key, not at every key', async () => {
    for (const text of ['ab', 'abc', 'abcd']) {
      keeper.type(text)
      await clock.pass(300)
    }
    expect(server.received).toEqual([])
    await clock.pass(800)
    expect(server.received).toEqual(['abcd'])
    expect(keeper.state()).toMatchObject({ phase: 'saved', revision: 2, savedAt: 1700 })
  })

  it('has the rest saved on top of it when typing went on during a save', async () => {
    keeper.type('ab')
    const first = keeper.saveNow()
    keeper.type('abc')
    expect(await first).toBe(false)
    expect(await keeper.saveNow()).toBe(true)
    expect(server.received).toEqual(['ab', 'abc'])
    expect(server.kept).toEqual({ text: 'abc', revision: 3 })
  })

  it('loses nothing while the server is away', async () => {
    server.failure = refusal(503, 'databaseUnavailable')
    keeper.type('ab')
    await clock.pass(800)
    expect(keeper.state().phase).toBe('retrying')
    server.failure = null
    await clock.pass(5000)
    expect(server.kept.text).toBe('ab')
    expect(keeper.state().phase).toBe('saved')
  })

  it('is not bothered with a refused text again and again', async () => {
    server.failure = refusal(413, 'bodyTooLarge')
    keeper.type('ab')
    await clock.pass(800)
    await clock.pass(60_000)
    expect(server.received).toEqual(['ab'])
    expect(keeper.state()).toMatchObject({ phase: 'refused', failure: { code: 'bodyTooLarge' } })
  })

  it('is told of each change until not interested any more', () => {
    const told: string[] = []
    const stop = keeper.subscribe(() => told.push(keeper.state().phase))
    keeper.type('ab')
    stop()
    keeper.type('abc')
    expect(told).toEqual(['changed'])
  })
})

describe('somebody whose text was saved by somebody else in between', () => {
  beforeEach(async () => {
    server.kept = { text: 'theirs', revision: 5 }
    keeper.type('mine')
    await clock.pass(800)
  })

  it('is asked to choose, and nothing is overwritten meanwhile', async () => {
    await clock.pass(60_000)
    expect(keeper.state()).toMatchObject({ phase: 'stale', text: 'mine', theirs: { text: 'theirs', revision: 5 } })
    expect(await keeper.saveNow()).toBe(false)
    expect(server.kept.text).toBe('theirs')
  })

  it('has the own text saved after choosing it', async () => {
    keeper.keepMine()
    await clock.pass(800)
    expect(server.kept).toEqual({ text: 'mine', revision: 6 })
  })

  it('goes on with the other text after choosing that', () => {
    keeper.takeTheirs()
    expect(keeper.state()).toMatchObject({ phase: 'saved', text: 'theirs', revision: 5 })
  })
})

describe('somebody who goes from study to study', () => {
  it('finds unsaved words back, and can have them all saved', async () => {
    const keepers = createDraftKeepers(server as unknown as Parameters<typeof createDraftKeepers>[0], clock)
    const first = keepers.of(STUDY)
    first.type('ab')
    expect(keepers.of({ ...STUDY, definition: { text: 'other', revision: 9 } })).toBe(first)
    expect(keepers.anyUnsaved()).toBe(true)
    await keepers.saveAll()
    expect(keepers.anyUnsaved()).toBe(false)
    expect(server.kept.text).toBe('ab')
  })
})
