import { describe, expect, it } from 'vitest'
import { bringAlong, canSay } from '../src/older-browsers.ts'

type Brought = Readonly<Record<string, (...given: readonly unknown[]) => unknown>>

/** What is brought along for a browser that has none of it. */
function brought(): { readonly Object: Brought; readonly array: Brought; readonly string: Brought } {
  const empty = { Object: {}, array: {}, string: {} }
  bringAlong(empty)
  return empty
}

describe('a browser of 2018', () => {
  it('is given what it lacks, and it does what the newer ones do', () => {
    const { Object: object, array, string } = brought()
    const list = [3, 1, 2]
    expect(object['fromEntries']?.(new Map([['a', 1]]))).toEqual(Object.fromEntries([['a', 1]]))
    expect([object['hasOwn']?.({ a: 1 }, 'a'), object['hasOwn']?.({ a: 1 }, 'toString')]).toEqual([true, false])
    expect([0, -1, 5, -5].map((place) => array['at']?.call(list, place))).toEqual([3, 2, undefined, undefined])
    expect(array['toReversed']?.call(list)).toEqual([2, 1, 3])
    expect(array['toSorted']?.call(list)).toEqual([1, 2, 3])
    expect(array['findLastIndex']?.call(list, (value: number) => value > 1)).toBe(2)
    expect(array['findLastIndex']?.call(list, (value: number) => value > 9)).toBe(-1)
    expect(list).toEqual([3, 1, 2])
    expect(string['replaceAll']?.call('a.b.c', '.', '-')).toBe('a-b-c')
    expect(string['replaceAll']?.call('a1b2', /\d/g, (digit: string) => `<${digit}>`)).toBe('a<1>b<2>')
  })

  it('keeps what it has', () => {
    const own = (): string => 'own'
    const array = { at: own }
    bringAlong({ Object: {}, array, string: {} })
    expect(array.at).toBe(own)
  })

  it('leaves making pages to the server where it cannot say numbers, lists and languages', () => {
    expect(canSay(Intl)).toBe(true)
    expect(canSay({ PluralRules: 1, ListFormat: 1 })).toBe(false)
  })
})
