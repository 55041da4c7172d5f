import type { Json } from '@klankbord/model'
import type { HostileInput } from './hostile-input.ts'

const text: Json = { type: 'text', name: 'q', title: 'Welke wijk?', maxLength: 20 }
const comment: Json = { type: 'comment', name: 'q', title: 'Wat kan beter?', maxLength: 20 }
const number: Json = { type: 'text', inputType: 'number', name: 'q', title: 'Hoe oud?', min: 18, max: 110 }
const steps: Json = { ...number, min: 0, max: 10, step: 0.5 }
const date: Json = {
  type: 'text',
  inputType: 'date',
  name: 'q',
  title: 'Welke dag?',
  min: '2020-01-01',
  max: '2026-12-31',
}
const month: Json = { type: 'text', inputType: 'month', name: 'q', title: 'Welke maand?' }
const email: Json = { type: 'text', inputType: 'email', name: 'q', title: 'Welk adres?' }
const postcode: Json = { ...text, validators: [{ type: 'regex', regex: '^[1-9][0-9]{3} ?[A-Z]{2}$' }] }
const range: Json = {
  type: 'text',
  inputType: 'number',
  name: 'q',
  title: 'Hoeveel?',
  validators: [{ type: 'numeric', minValue: 1, maxValue: 5 }],
}
const length: Json = { ...text, validators: [{ type: 'text', minLength: 3, maxLength: 5 }] }
const noDigits: Json = { ...text, validators: [{ type: 'text', allowDigits: false }] }
const agreed: Json = { ...number, min: 0, validators: [{ type: 'expression', expression: '{q} > {first}' }] }
const first: Json = { type: 'text', inputType: 'number', name: 'first', title: 'Hoeveel eerst?' }
const signature: Json = { type: 'signaturepad', name: 'q', title: 'Uw handtekening' }

const one = (input: string, element: Json, answers: string, ...ours: string[]): HostileInput => ({
  input,
  elements: [element],
  answers,
  ours,
})
const made = (input: string, element: Json, shown: string, make: () => unknown, ...ours: string[]): HostileInput => ({
  input,
  elements: [element],
  answers: { shown, make },
  ours,
})

const SCRIPT = 'PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciPjxzY3JpcHQ+YWxlcnQoMSk8L3NjcmlwdD48L3N2Zz4='

/** Inputs for questions that are typed or drawn. */
export const TYPED_INPUTS: readonly HostileInput[] = [
  one('text: too long', text, `{"q": "${'x'.repeat(21)}"}`, 'textTooLong /answers/q'),
  one('text: a number', text, '{"q": 5}', 'wrongAnswerType /answers/q'),
  one('text: an object', text, '{"q": {"a": 1}}', 'wrongAnswerType /answers/q'),
  one('text: a list', text, '{"q": ["a"]}', 'wrongAnswerType /answers/q'),
  one('text: nothing in it', text, '{"q": ""}', 'wrongAnswerType /answers/q'),
  one('text: two lines where one is asked', text, '{"q": "a\\nb"}', 'notOneLine /answers/q'),
  one('text: a NUL', text, '{"q": "a\\u0000b"}', 'forbiddenCharacter /answers/q'),
  one('text: half a surrogate pair', text, '{"q": "a\\ud83d"}', 'forbiddenCharacter /answers/q'),
  one('text: markup', text, '{"q": "<b>Oost</b>"}'),
  one('text: a key of a prototype', text, '{"q": "__proto__"}'),
  one('comment: too long', comment, `{"q": "${'x'.repeat(21)}"}`, 'textTooLong /answers/q'),
  one('comment: two million characters', comment, `{"q": "${'x'.repeat(2_000_000)}"}`, 'textTooLong /answers/q'),
  one('number: words', number, '{"q": "abc"}', 'wrongAnswerType /answers/q'),
  one('number: "20" for 20', number, '{"q": "20"}', 'wrongAnswerType /answers/q'),
  one('number: an object', number, '{"q": {"a": 1}}', 'wrongAnswerType /answers/q'),
  one('number: too small', number, '{"q": 17}', 'belowMinimum /answers/q'),
  one('number: too large', number, '{"q": 1e9}', 'aboveMaximum /answers/q'),
  one('number: between two steps', steps, '{"q": 1.3}', 'notAStep /answers/q'),
  one('number: a citizen service number', first, '{"first": 999910000}', 'citizenNumber /answers/first'),
  made('number: not a number', number, '{ q: NaN }', () => ({ q: Number.NaN }), 'notANumber /answers/q'),
  made('number: infinite', first, '{ first: Infinity }', () => ({ first: Infinity }), 'notANumber /answers/first'),
  made('number: a bigint', number, '{ q: 20n }', () => ({ q: 20n }), 'wrongAnswerType /answers/q'),
  one('number: larger than any', first, '{"first": 1e999}', 'notANumber /answers/first'),
  one('date: no date', date, '{"q": "not-a-date"}', 'notADate /answers/q'),
  one('date: 30 February', date, '{"q": "2020-02-30"}', 'notADate /answers/q'),
  one('date: 29 February of 2100', { ...date, max: '2101-01-01' }, '{"q": "2100-02-29"}', 'notADate /answers/q'),
  one('date: with a time', date, '{"q": "2026-05-31T10:00:00Z"}', 'notADate /answers/q'),
  one('date: in another order', date, '{"q": "31-05-2026"}', 'notADate /answers/q'),
  one('date: a number of milliseconds', date, '{"q": 1780000000000}', 'wrongAnswerType /answers/q'),
  one('date: too early', date, '{"q": "2019-12-31"}', 'dateTooEarly /answers/q'),
  one('date: too late', date, '{"q": "2027-01-01"}', 'dateTooLate /answers/q'),
  made('date: a Date', date, '{ q: new Date(0) }', () => ({ q: new Date(0) }), 'wrongAnswerType /answers/q'),
  one('month: the thirteenth', month, '{"q": "2026-13"}', 'notADate /answers/q'),
  one('month: a day', month, '{"q": "2026-05-31"}', 'notADate /answers/q'),
  one('email: no address', email, '{"q": "jan"}', 'notAnEmail /answers/q'),
  one('email: two addresses', email, '{"q": "jan@example.org, piet@example.org"}', 'notAnEmail /answers/q'),
  one('email: built to make an expression slow', email, `{"q": "${'a.'.repeat(120)}a@"}`, 'notAnEmail /answers/q'),
  one('pattern: another form', postcode, '{"q": "0123 AB"}', 'patternNotMatched /answers/q'),
  one('pattern: a second line after the right form', postcode, '{"q": "1234 AB\\n"}', 'notOneLine /answers/q'),
  one('range: outside', range, '{"q": 6}', 'aboveMaximum /answers/q'),
  one('length: too short', length, '{"q": "ab"}', 'textTooShort /answers/q'),
  one('length: too long', length, '{"q": "abcdef"}', 'textTooLong /answers/q'),
  one('length: digits, in the middle, where none may be', noDigits, '{"q": "a1b"}', 'digitsNotAllowed /answers/q'),
  {
    input: 'expression: a condition that does not hold',
    elements: [first, agreed],
    answers: '{"first": 5, "q": 4}',
    ours: ['expressionNotMet /answers/q'],
  },
  one('signature: words', signature, '{"q": "Jan"}', 'wrongAnswerType /answers/q'),
  one('signature: a page', signature, '{"q": "data:text/html;base64,PHNjcmlwdD4="}', 'wrongAnswerType /answers/q'),
  one('signature: a script', signature, '{"q": "javascript:alert(1)"}', 'wrongAnswerType /answers/q'),
  one(
    'signature: a drawing with a script',
    signature,
    `{"q": "data:image/svg+xml;base64,${SCRIPT}"}`,
    'wrongAnswerType /answers/q',
  ),
  one(
    'signature: a picture that is none',
    signature,
    '{"q": "data:image/png;base64,AAAA"}',
    'wrongAnswerType /answers/q',
  ),
  one(
    'signature: ten million characters',
    signature,
    `{"q": "data:image/png;base64,iVBORw0KGgo${'A'.repeat(10_000_000)}"}`,
    'textTooLong /answers/q',
  ),
]
