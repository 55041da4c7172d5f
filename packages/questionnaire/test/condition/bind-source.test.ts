import { describe, expect, it } from 'vitest'
import { bindCondition, bindOperand, namesIn, variablesIn } from '../../src/condition/bind-source.ts'
import { scopeAtTheEnd } from './known-questions.ts'

function found(text: string, bind: typeof bindCondition | typeof bindOperand) {
  const scope = scopeAtTheEnd()
  const bound = bind(text, scope)
  const [first, ...others] = scope.list.findings
  expect(others).toEqual([])
  expect(bound === undefined).toBe(scope.list.blocked)
  return first && { code: first.code, message: first.message, suggestion: first.suggestion }
}

describe('a condition that an author writes', () => {
  it.each([
    ['{yes}', { op: 'equal', left: { variable: 'yes' }, right: { value: true } }],
    ['{care.staff} = 2', { op: 'equal', left: { variable: 'care', part: 'staff' }, right: { value: 2 } }],
    ['{care.2} = 2', { op: 'equal', left: { variable: 'care', part: '2' }, right: { value: 2 } }],
    ["{panel.sort} = 'JA'", { op: 'equal', left: { variable: 'sort', panel: true }, right: { value: 'ja' } }],
    ["'2000-01-01' > {birth}", { op: 'less', left: { variable: 'birth' }, right: { value: '2000-01-01' } }],
    ["{since} <= '2026-05'", { op: 'lessOrEqual', left: { variable: 'since' }, right: { value: '2026-05' } }],
    [
      '{age} + 1 > {weight}',
      {
        op: 'greater',
        left: { calculate: 'plus', of: [{ variable: 'age' }, { value: 1 }] },
        right: { variable: 'weight' },
      },
    ],
    [
      'year({birth}) = currentYear()',
      { op: 'equal', left: { call: 'year', of: [{ variable: 'birth' }] }, right: { call: 'year', of: [] } },
    ],
    ['{eligible} = false', { op: 'equal', left: { variable: 'eligible' }, right: { value: false } }],
    ["{word} = 'it\\'s \\\"so\\\"'", { op: 'equal', left: { variable: 'word' }, right: { value: `it's "so"` } }],
    ['({age} = 1 and {yes}) and !{sure}', { op: 'and', of: [{}, {}, { op: 'not' }] }],
  ])('is understood: %s', (text, tree) => {
    const scope = scopeAtTheEnd()
    expect(bindCondition(text, scope)).toMatchObject(tree)
    expect(scope.list.findings).toEqual([])
  })

  it.each([
    ['{agee} > 1', 'unknown question: agee (needed by comment last)', 'age'],
    ['{#age} > 1', 'unknown question: #age (needed by comment last)', 'age'],
    ['{care.staf} = 1', 'unknown question: care.staf (needed by comment last)', 'care.staff'],
    ['{contact.m} = 1', 'unknown question: contact.m (needed by comment last)', 'contact.n'],
    ['{panel.sise} = 1', 'unknown question: panel.sise (needed by comment last)', 'panel.size'],
    ['{later} = 1', expect.stringContaining('not given yet: later'), undefined],
    ['{age.x} = 1', expect.stringContaining('age has no parts'), '{age}'],
    ['{score.x} = 1', expect.stringContaining('score has no parts'), '{score}'],
    ["{word} = 'nie'", expect.stringContaining('unknown option: nie of word'), 'Nee'],
    ['{care.staff} = 9', expect.stringContaining('unknown option: 9 of care.staff'), undefined],
    ['agee({birth}) > 1', expect.stringContaining('unknown function: agee'), 'age'],
    ['Today() > {birth}', expect.stringContaining('unknown function: Today'), 'today'],
    ['diffDays({birth}, {moved}) > 1', expect.stringContaining('unknown function: diffDays'), 'dateDiff'],
    ['getYear({birth}) > 1', expect.stringContaining('unknown function: getYear'), 'year'],
    ['constructor({birth}) > 1', expect.stringContaining('unknown function: constructor'), undefined],
    [
      'age() > 1',
      "wrong arguments: age (of comment last; expected a date, and perhaps 'years' or 'months')",
      undefined,
    ],
    ["age({birth}, 'days') > 1", expect.stringContaining('wrong arguments: age'), undefined],
    ['age({age}) > 1', expect.stringContaining('wrong arguments: age'), undefined],
    ["dateDiff({birth}, {moved}, 'weeks') > 1", expect.stringContaining('wrong arguments: dateDiff'), undefined],
    ["age('2026-02-30') > 1", expect.stringContaining('wrong arguments: age'), undefined],
    ['round({age}, {weight}) > 1', expect.stringContaining('wrong arguments: round'), undefined],
    ['today(round({age})) > {birth}', expect.stringContaining('wrong arguments: today'), undefined],
    ['max({birth}, today()) > {moved}', expect.stringContaining('wrong arguments: max'), undefined],
    ["iif({yes}, 1, 'x') = 1", expect.stringContaining('wrong arguments: iif'), undefined],
    ['sum({word}) > 1', expect.stringContaining('wrong arguments: sum'), undefined],
    ['count({care}) > 1', expect.stringContaining('wrong arguments: count'), undefined],
    ['{age} / 0 > 1', expect.stringContaining('dividing by 0 has no result'), undefined],
    ['{age} % 0 > 1', expect.stringContaining('dividing by 0 has no result'), undefined],
    ['{yes} + 1 > 1', expect.stringContaining('yes is no number'), undefined],
    ['{many} + 1 > 1', expect.stringContaining('many can have several answers'), undefined],
    ["{age} + '1' > 1", expect.stringContaining("'1' is a number between quotation marks"), undefined],
    ["{birth} > '2026-02-30'", expect.stringContaining('no day like'), undefined],
    ["{since} > '2026-13'", expect.stringContaining('no month like'), undefined],
    [
      '{birth} > {since}',
      expect.stringContaining('birth and since cannot be compared'),
      'year({birth}) * 12 + month({birth}) > year({since}) * 12 + month({since})',
    ],
    [
      '{since} <= today()',
      expect.stringContaining('since and today(…) cannot be compared'),
      'year({since}) * 12 + month({since}) <= year() * 12 + month()',
    ],
    ["{due} anyof ['2026-01-01']", expect.stringContaining('due is worked out'), '='],
    ["{rank} = ['ja', 'Nee']", expect.stringContaining('order of rank'), 'contains'],
    ['{care} = 1', expect.stringContaining('care has parts'), undefined],
    ["{label} = 'laag'", expect.stringContaining('the words of label'), undefined],
    ["{eligible} = 'ja'", expect.stringContaining('eligible is compared with ja'), 'true'],
    ['({age} = 1) = true', expect.stringContaining('a condition cannot be compared'), undefined],
    ['1 < {age} < 3', expect.stringContaining('a condition cannot be compared'), '{age} > 1 and {age} < 3'],
    ['{age} + 1', expect.stringContaining('a calculation alone'), undefined],
    ['sum({age})', expect.stringContaining('sum(…) alone is no condition'), undefined],
    ['{age} > [1]', expect.stringContaining('never equals a list'), 'anyof'],
    ['sum([1]) > 1', expect.stringContaining('a list can only stand after'), undefined],
    ['{age} + null > 1', expect.stringContaining('nothing is no value'), 'empty'],
    ['{age} > 2 +', expect.stringContaining('unexpected'), undefined],
  ])('is refused with a reason: %s', (text, message, suggestion) => {
    const finding = found(text, bindCondition)
    expect(finding?.message).toEqual(message)
    expect(finding?.suggestion).toBe(suggestion)
  })

  it.each(['{since} <= today()', '{birth} > {since}', '{since} = {moved}', 'today(3) >= {since}'])(
    'about a month and a day comes with one that is understood: %s',
    (text) => {
      const suggestion = found(text, bindCondition)?.suggestion ?? ''
      const scope = scopeAtTheEnd()
      expect(bindCondition(suggestion, scope)).toBeDefined()
      expect(scope.list.findings).toEqual([])
    },
  )

  it('on something with faults of its own is not complained of twice', () => {
    const scope = scopeAtTheEnd()
    expect(bindCondition('{broken} = 1', scope)).toBeUndefined()
    expect(scope.list.findings).toEqual([])
  })

  it.each(['{scaled} + 1 > 3', 'avg({scaled}, {age}) > 3'])(
    'that counts a kind of empty is pointed out: %s',
    (text) => {
      const scope = scopeAtTheEnd()
      expect(bindCondition(text, scope)).toBeDefined()
      expect(scope.list.findings.map(({ code, severity }) => [code, severity])).toEqual([
        ['calculationOnEmptyCode', 'hint'],
      ])
    },
  )

  it.each([
    ['dateAdd({birth}, 0) <= today()', '{birth}', '0 days later'],
    ["dateAdd('2026-01-01', 0, 'months') <= {birth}", "'2026-01-01'", '0 months later'],
  ])('that never holds since a date of 0 later is none, comes with the date itself: %s', (text, suggestion, reason) => {
    const scope = scopeAtTheEnd()
    bindCondition(text, scope)
    expect(scope.list.findings[0]).toMatchObject({ code: 'givesNothing', severity: 'hint', suggestion })
    expect(scope.list.findings[0]?.message).toContain(reason)
  })

  it('that would be too long to be read again is refused', () => {
    const text = Array.from({ length: 250 }, () => '{yes}').join('||')
    expect(text.length).toBeLessThan(2000)
    expect(found(text, bindCondition)?.code).toBe('malformedCondition')
  })
})

describe('a value that an author writes', () => {
  it.each([
    ['{age} * 2', 'number', 13],
    ["iif({yes}, 'laag', 'hoog')", 'string', 6],
    ['{yes} and {sure}', 'boolean', 7],
    ["dateAdd({birth}, 1, 'months')", 'date', 16],
    ['{word}', 'string', 2],
    ['{score} + 1', 'number', -1],
    ['today()', 'date', -1],
    ["{word} + ' en ' + {age}", 'string', 12],
  ])('has a type and the last screen that it needs: %s', (text, valueType, last) => {
    const scope = scopeAtTheEnd()
    const bound = bindOperand(text, scope)
    expect(bound).toMatchObject({ valueType })
    const screens = [...variablesIn(bound?.operand ?? { value: null })].map(
      (name) => scope.known.get(name)?.screen ?? -1,
    )
    expect(bound?.screen).toBe(Math.max(-1, ...screens))
    expect(last >= 0).toBe((bound?.screen ?? -1) >= 0)
  })

  it.each([
    ['{line}', 'line is not one number'],
    ['{many}', 'many is not one number'],
    ['{since}', 'since is not one number'],
    ['{digits}', 'digits is not one number'],
    ['{care}', 'care is not one number'],
    ["{line} + ' x'", 'line cannot be put together with words: show it as {line} in a text'],
    ['{word} + {same_word}', 'word and same_word may both be empty'],
    ["{digits} + ' x'", 'digits cannot be put together'],
  ])('is refused with a reason: %s', (text, reason) => {
    expect(found(text, bindOperand)?.message).toContain(reason)
  })
})

it('names what a text needs before it is bound', () => {
  expect([...namesIn('{ age } + sum({care.staff}, iif(!{yes}, 1, 2)) = [{many}]')]).toEqual([
    'age',
    'care',
    'yes',
    'many',
  ])
  expect([...namesIn('{age} +')]).toEqual([])
})
