import fc from 'fast-check'
import { CALCULATED, WORDS } from './known-questions.ts'

const small = fc.constantFrom(-4, 0, 1, 2, 3, 12, 0.5, 2.5, -1.25, 0.1, 0.2, 1000)
const day = fc.constantFrom('2026-03-14', '2026-03-15', '2026-03-16', '2000-01-31', '1999-12-31', '2024-02-29')
const month = fc.constantFrom('2026-03', '2026-02', '1999-12')

/** What people may have answered, with what was calculated from it under its name. */
export const answered = fc.record(
  {
    one: fc.constantFrom(0, 1, 2, 3),
    scaled: fc.constantFrom(1, 2, 3, -3),
    word: fc.constantFrom(...WORDS),
    same_word: fc.constantFrom(...WORDS),
    digits: fc.constantFrom('1', '02', '3.5', 'x'),
    mixed: fc.constantFrom<string | number>(5, 'ja', 'vijf'),
    yes: fc.boolean(),
    sure: fc.boolean(),
    many: fc.subarray([1, 2, 3, 12], { minLength: 1 }),
    several: fc.subarray([1, 2, 3, 12], { minLength: 1 }),
    kinds: fc.subarray(WORDS, { minLength: 1 }),
    rank: fc.shuffledSubarray(WORDS, { minLength: 1 }),
    age: small,
    weight: small,
    line: fc.constantFrom('x', 'twaalf', '0', 'false', '12'),
    birth: day,
    moved: day,
    since: month,
    until: month,
    care: fc.record(
      { staff: fc.constantFrom(1, 2, 3), 2: fc.constantFrom(1, 2, 3) },
      { requiredKeys: [], noNullPrototype: true },
    ),
    contact: fc.record({ n: small, d: day, t: fc.constantFrom('x', '7') }, { requiredKeys: [], noNullPrototype: true }),
    score: small,
    eligible: fc.boolean(),
    due: day,
    label: fc.constant('laag'),
  } satisfies Record<string, fc.Arbitrary<unknown>> & Record<keyof typeof CALCULATED, unknown>,
  { requiredKeys: [], noNullPrototype: true },
)

/** Answers to the questions of one panel. */
export const answeredInPanel = fc.record(
  { size: small, sort: fc.constantFrom(...WORDS), own: fc.boolean() },
  { requiredKeys: [], noNullPrototype: true },
)

const quoted = (word: string): string => `'${word.replaceAll(/['"]/g, String.raw`\$&`)}'`
const numberVariable = fc.constantFrom(
  ...['one', 'scaled', 'age', 'weight', 'care.staff', 'care.2', 'contact.n', 'score', 'panel.size'].map(
    (name) => `{${name}}`,
  ),
)
const dateVariable = fc.constantFrom('{birth}', '{moved}', '{contact.d}', '{due}')
const truthVariable = fc.constantFrom('{yes}', '{sure}', '{eligible}', '{panel.own}')
const wordVariable = fc.constantFrom('{word}', '{same_word}', '{panel.sort}')
const wordList = fc.constantFrom('{kinds}', '{rank}')
const numberList = fc.constantFrom('{many}', '{several}')
const anyVariable = fc.oneof(
  numberVariable,
  dateVariable,
  truthVariable,
  wordVariable,
  wordList,
  numberList,
  fc.constantFrom(
    '{digits}',
    '{mixed}',
    '{line}',
    '{since}',
    '{until}',
    '{care}',
    '{contact}',
    '{contact.t}',
    '{label}',
  ),
)
const literal = fc.oneof(
  small.map(String),
  small.map((value) => `'${value}'`),
  fc.constantFrom(...WORDS).map(quoted),
  fc.constantFrom('"JA"', "'NEE'", "' Soms wel '", 'ja'),
  day.map(quoted),
  fc.constantFrom('true', 'false', "'true'", "'2026-03'", '-0', '0.0000001', '1000000000000000000000000'),
)
const many = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(arbitrary, { minLength: 1, maxLength: 3 }).map((values) => values.join(', '))
const list = many(literal).map((values) => `[${values}]`)
const equality = fc.constantFrom('=', '==', '!=', '<>', 'equal', 'notequal')
const order = fc.constantFrom('<', '<=', '>', '>=', '=<', '=>', 'less', 'greaterorequal')
const inList = fc.constantFrom('contains', 'notcontains', '*=', 'anyof', 'allof', 'noneof', '=', '!=')
const spaced = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((each) => each.join(' '))
const called = (name: string, ...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((each) => `${name}(${each.filter((part) => part !== '').join(', ')})`)
const maybe = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom('', ...values)
const decimals = maybe('0', '1', '2')
const units = maybe("'days'", "'months'", "'years'")
const simpleNumber = fc.oneof(
  numberVariable,
  small.map(String),
  spaced(numberVariable, fc.constantFrom('+', '-', '*'), numberVariable),
)

/** Small enough to stay in the years that a date can have. */
const shift = fc.oneof(
  fc.constantFrom('{one}', '{scaled}', '{care.staff}', '-4', '0', '2', '31', '2.5', '-1.25'),
  fc.constantFrom('{one} - {scaled}', '{one} * 30', '{scaled} + 0.5'),
)

/** Expressions as texts: mostly of fitting types, and some of any. */
export const { number, date, truth, condition, words } = fc.letrec<
  Record<'number' | 'date' | 'truth' | 'condition' | 'words', string>
>((tie) => ({
  number: fc.oneof(
    { maxDepth: 3 },
    numberVariable,
    small.map(String),
    spaced(tie('number'), fc.constantFrom('+', '-', '*', '/', '%', '^', 'power'), tie('number')),
    fc
      .tuple(
        tie('number'),
        fc.constantFrom('+', '-', '*', '/', '%', '^'),
        tie('number'),
        fc.constantFrom('+', '-', '*'),
        tie('number'),
      )
      .map(([a, by, b, then, c]) => `${a} ${by} (${b} ${then} ${c})`),
    fc
      .constantFrom('sum', 'avg', 'min', 'max')
      .chain((name) => called(name, many(fc.oneof(tie('number'), numberList)))),
    called('count', many(anyVariable)),
    called('round', tie('number'), decimals),
    called(
      'trunc',
      fc.oneof(
        simpleNumber,
        numberVariable.map((name) => `${name} / 7`),
      ),
      decimals,
    ),
    called('age', tie('date'), maybe("'years'", "'months'")),
    called('dateDiff', tie('date'), tie('date'), units),
    fc
      .constantFrom('year', 'month', 'day', 'weekday')
      .chain((name) => called(name, fc.oneof(tie('date'), fc.constantFrom('', '{since}')))),
    fc.constant('currentYear()'),
    called('iif', tie('truth'), tie('number'), tie('number')),
    called('iif', tie('truth'), tie('number')),
  ),
  date: fc.oneof(
    { maxDepth: 2 },
    dateVariable,
    day.map(quoted),
    fc.constant('today()'),
    called('today', shift),
    called('dateAdd', tie('date'), shift, units),
    called('iif', tie('truth'), tie('date'), tie('date')),
    fc
      .constantFrom('min', 'max')
      .chain((name) => called(name, many(fc.constantFrom('{birth}', '{moved}', '{contact.d}', "'2020-01-01'")))),
    fc.constant('{since}'),
  ),
  words: fc.oneof(
    { maxDepth: 2 },
    wordVariable,
    spaced(wordVariable, fc.constant("+ ', ' +"), fc.oneof(wordVariable, numberVariable)),
    spaced(numberVariable, fc.constant("+ ' keer'")),
    called('iif', tie('truth'), fc.constantFrom("'laag'", '{word}'), tie('words')),
  ),
  truth: fc.oneof(
    { maxDepth: 3 },
    truthVariable,
    tie('condition'),
    called('iif', tie('truth'), tie('truth'), fc.constantFrom('true', 'false', '{yes}')),
  ),
  condition: fc.oneof(
    { maxDepth: 3 },
    spaced(anyVariable, fc.constantFrom('empty', 'notempty')),
    spaced(tie('number'), fc.oneof(order, equality), tie('number')),
    spaced(tie('date'), fc.oneof(order, equality), tie('date')),
    spaced(fc.constantFrom('{since}', '{until}'), fc.oneof(order, equality), fc.constantFrom('{until}', "'2026-02'")),
    spaced(wordVariable, equality, fc.oneof(wordVariable, fc.constantFrom(...WORDS).map(quoted))),
    spaced(truthVariable, equality, fc.oneof(truthVariable, fc.constantFrom('true', 'false'))),
    spaced(
      fc.oneof(numberVariable, numberList),
      inList,
      many(fc.constantFrom('1', '2', "'3'", '12')).map((each) => `[${each}]`),
    ),
    spaced(
      fc.oneof(wordVariable, wordList),
      inList,
      many(fc.constantFrom(...WORDS).map(quoted)).map((each) => `[${each}]`),
    ),
    spaced(
      dateVariable,
      fc.constantFrom('anyof', 'noneof'),
      day.map((value) => `['${value}']`),
    ),
    spaced(numberList, fc.constantFrom('allof [1, 2]', "allof ['3']", 'anyof [12, 1]')),
    spaced(numberList, inList, fc.oneof(numberVariable, numberList)),
    spaced(wordList, inList, fc.oneof(wordVariable, wordList)),
    spaced(anyVariable, fc.oneof(order, equality, inList), fc.oneof(anyVariable, literal, list)),
    spaced(
      fc.constant('{digits}'),
      inList,
      many(fc.constantFrom("'1'", "'02'", '3.5', "'x'")).map((each) => `[${each}]`),
    ),
    spaced(
      fc.constantFrom('{digits}', '{mixed}'),
      equality,
      fc.constantFrom('1', "'02'", "'5'", "'x'", "'JA'", "'vijf'"),
    ),
    spaced(
      fc.constantFrom('year', 'month', 'day', 'weekday').chain((name) => called(name, tie('date'))),
      order,
      tie('number'),
    ),
    spaced(literal, order, fc.oneof(tie('number'), tie('date'))),
    tie('truth'),
    fc
      .tuple(tie('truth'), fc.constantFrom('and', 'or', '&&', '||'), tie('truth'))
      .map(([left, junction, right]) => `(${left}) ${junction} (${right})`),
    spaced(tie('condition'), fc.constantFrom('and', 'or'), tie('condition')),
    tie('truth').map((inner) => `!(${inner})`),
    truthVariable.map((inner) => `!${inner}`),
  ),
}))
