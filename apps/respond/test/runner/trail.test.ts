import { describe, expect, it } from 'vitest'
import { trail, type Stop, type Trail } from '../../src/runner/trail.ts'

/** A history that goes where it is told, as that of one tab. */
function tab(): { readonly history: History; go(by: number): unknown; readonly entries: unknown[] } {
  const entries: unknown[] = [null]
  let at = 0
  const history = {
    get state() {
      return entries[at]
    },
    pushState: (state: unknown) => {
      entries.splice(at + 1, entries.length, state)
      at += 1
    },
    replaceState: (state: unknown) => {
      entries[at] = state
    },
    back: () => {
      at -= 1
    },
  }
  return {
    history: history as unknown as History,
    entries,
    go: (by) => {
      at += by
      return entries[at]
    },
  }
}

const screen = (id: string): Stop => ({ screen: id, seen: '', draft: 'd-1' })

function through(way: Trail, ...ids: readonly string[]): void {
  for (const id of ids) way.to(screen(id))
}

describe('the buttons of a browser', () => {
  it('lead from screen to screen and to the first page, by numbers that say nothing', () => {
    const { history, go, entries } = tab()
    const way = trail(history, null)
    through(way, 'debts', 'story')
    expect(entries).toEqual([{ klankbord: 0 }, { klankbord: 1 }, { klankbord: 2 }])
    expect(way.went(go(-1))).toMatchObject({ screen: 'debts' })
    expect(way.went(go(-1))).toBeNull()
    expect(way.went(go(2))).toMatchObject({ screen: 'story' })
  })

  it('go the same way as the button of the page that goes back', () => {
    const { history, entries } = tab()
    const way = trail(history, null)
    through(way, 'debts', 'story', 'debts', 'story')
    expect(entries).toHaveLength(3)
  })

  it('lead there after a reload too', () => {
    const { history, go } = tab()
    const before = trail(history, null)
    through(before, 'debts', 'story')
    const after = trail(history, null)
    after.takeUp(before.kept())
    expect(after.went(go(-1))).toMatchObject({ screen: 'debts' })
  })

  it('show nothing of before the end, and count on from there', () => {
    const { history, go } = tab()
    const way = trail(history, null)
    through(way, 'debts', 'story')
    way.end()
    expect(way.went(go(-1))).toBeUndefined()
    expect(way.went(go(-1))).toBeUndefined()
    expect(way.went(go(2))).toBeUndefined()
    through(way, 'again')
    expect(way.went(go(-1))).toBeUndefined()
    expect(way.went(go(1))).toMatchObject({ screen: 'again' })
  })

  it('lead nowhere from marks on the page, and from entries of another page', () => {
    const way = trail(tab().history, null)
    expect(way.went(null)).toBeUndefined()
    expect(way.went({ klankbord: 'debts' })).toBeUndefined()
    expect(way.went({ klankbord: 7 })).toBeUndefined()
  })
})
