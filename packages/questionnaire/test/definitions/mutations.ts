import fc from 'fast-check'
import type { Json } from '@klankbord/model'

/** One thing that somebody or something did to a definition. `at` and `to` choose places, by a share of all there are. */
export interface Mutation {
  readonly what: (typeof MUTATIONS)[number]
  readonly at: number
  readonly to: number
  readonly value: unknown
}

const MUTATIONS = [
  'replace',
  'delete',
  'duplicate',
  'swap',
  'renameKey',
  'retype',
  'nest',
  'damageText',
  'insertKey',
] as const

const KEYS = [
  ...(
    'type name title visibleIf enableIf requiredIf isRequired choices rateMin rateMax rateValues columns ' +
    'rows items validators elements templateElements maxPanelCount html expression inputType min max step ' +
    'maxLength showOtherItem multiSelect imageLink missingReason exclusive shortGroup scales durations ' +
    'calculatedValues locale audio __proto__ constructor toString choises default en'
  ).split(' '),
  'x y',
  '',
]

const TYPES = (
  'radiogroup checkbox dropdown rating boolean imagepicker ranking matrix text comment multipletext ' +
  'paneldynamic signaturepad html expression panel file matrixdynamic regex'
).split(' ')

const TEXTS = [
  '',
  ' ',
  '__proto__',
  'constructor',
  '\uD800',
  '\u0000',
  'Q 1',
  'q__1',
  'x'.repeat(10_000),
  '{',
  '}',
  '{}',
  '{x.y[0].z}',
  '{age',
  '{age} = ',
  '{age} > 3',
  '{kinds} contains',
  "{kinds} anyof ['",
  '{quick} = 1',
  'today() > {age}',
  'iif({age} > 3',
  '{panel.who} = 1',
  '{age} / 0',
  '{age} ^ 999 > 1',
  '2026-02-30',
  '2026-05-31',
  '!'.repeat(1900),
  `${'('.repeat(500)}{age} = 1${')'.repeat(500)}`,
  Array.from({ length: 250 }, () => '{age} = 1').join(' and '),
  `sum(${Array.from({ length: 200 }, () => '{age}').join(', ')}) > 3`,
  '-'.repeat(1000),
  `${'iif('.repeat(300)}{age}`,
  '(a+)+$',
  '(',
  '[z-a]',
  'a{1000}{1000}',
  '(?=x)',
  '\\1',
  '(x{0,100}){0,100}',
  '[\\p{L}\\d]{2,200}',
  'x'.repeat(2000),
  '<script>',
  '<img src=x onerror=x>',
  '<p>',
  '</p>',
  '<a href="{age}">',
  '<b>'.repeat(3000),
  '<!--',
  '&#0;',
  '<p '.repeat(4000),
  '//evil',
  '/../x',
  'javascript:x',
  '/pictures/x.svg',
  'number',
  'date',
  'email',
  'dontKnow',
  'expression',
]

const anything: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(...TEXTS),
  fc.constantFrom<unknown>(...TYPES),
  fc.constantFrom<unknown>(undefined, null, -1, 0, 1e308, 0.1, -0, [], {}, [null], [[[]]], true, false),
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__": {"polluted": 1}}'),
    JSON.parse('{"constructor": 1, "toString": 2, "hasOwnProperty": 3}'),
    Array.from({ length: 2000 }, (_, index) => index),
    Symbol('x'),
    () => 1,
    10n,
    new Date(0),
    Number.NaN,
  ),
)

const STEPS = 2 ** 30
/** From 0 to 1, each place as likely as any other. */
const share = fc.noBias(fc.integer({ min: 0, max: STEPS - 1 })).map((step) => step / STEPS)
const mutation: fc.Arbitrary<Mutation> = fc.record({
  what: fc.constantFrom(...MUTATIONS),
  at: share,
  to: share,
  value: anything,
})

/** One to five at once. */
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(mutation, { minLength: 1, maxLength: 5 })

/** What an author does in one go: a definition to which it was done can often still be used. */
export const slip: fc.Arbitrary<Mutation> = fc.record({
  what: fc.constantFrom('delete', 'damageText', 'swap', 'replace'),
  at: share,
  to: share,
  value: anything,
})

/** A definition to which this was done, one after the other. */
export function mutated(definition: Json, done: readonly Mutation[]): unknown {
  const root = { definition: structuredClone(definition) as unknown }
  for (const each of done) mutate(root, each)
  return root.definition
}

type Container = Record<string | number, unknown>
interface Place {
  readonly holder: Container
  readonly key: string | number
}

function placesIn(holder: unknown, places: Place[]): Place[] {
  if (typeof holder !== 'object' || holder === null || holder instanceof Date) return places
  for (const key of Object.keys(holder)) {
    places.push({ holder: holder as Container, key: Array.isArray(holder) ? Number(key) : key })
    placesIn((holder as Container)[key], places)
  }
  return places
}

function mutate(root: Container, { what, at, to, value: drawn }: Mutation): void {
  const given = typeof drawn === 'object' ? structuredClone(drawn) : drawn
  const places = placesIn(root, [])
  const { holder, key } = picked(places, at)
  const other = picked(places, to)
  switch (what) {
    case 'replace':
      return put(holder, key, given)
    case 'delete':
      return remove(holder, key)
    case 'duplicate':
      return Array.isArray(holder)
        ? void holder.splice(Number(key), 0, cloned(holder[Number(key)]))
        : put(holder, `${key}_`, cloned(holder[key]))
    case 'swap': {
      const [one, two] = [cloned(holder[key]), cloned(other.holder[other.key])]
      put(holder, key, two)
      return put(other.holder, other.key, one)
    }
    case 'renameKey': {
      if (Array.isArray(holder)) return put(holder, key, given)
      const kept = holder[key]
      remove(holder, key)
      return put(holder, picked(KEYS, to), kept)
    }
    case 'retype':
      return put(withType(places, at), 'type', picked(TYPES, to))
    case 'nest':
      return put(
        holder,
        key,
        to < 0.5 ? [cloned(holder[key])] : { type: 'panel', name: 'nest', elements: [cloned(holder[key])] },
      )
    case 'damageText':
      return damage(
        picked(
          places.filter((place) => typeof place.holder[place.key] === 'string'),
          at,
        ),
        to,
        given,
      )
    case 'insertKey':
      return put(withType(places, at), picked(KEYS, to), given)
  }
}

const picked = <Item>(items: readonly Item[], part: number): Item =>
  items[Math.floor(part * items.length)] ?? ({ holder: {}, key: 'x' } as Item)

const cloned = (value: unknown): unknown => {
  try {
    return structuredClone(value)
  } catch {
    return null
  }
}

const withType = (places: readonly Place[], at: number): Container =>
  picked(
    places.filter(({ key }) => key === 'type'),
    at,
  ).holder

function put(holder: Container, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true })
}

function remove(holder: Container, key: string | number): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else Reflect.deleteProperty(holder, key)
}

/** A slip in a text: a character less, twice, another, or something in its midst. */
function damage({ holder, key }: Place, to: number, given: unknown): void {
  const text = typeof holder[key] === 'string' ? holder[key] : ''
  const place = Math.floor(to * (text.length + 1))
  const inserted =
    typeof given === 'string' && given.length < 50 ? given : ['', "'", '{', ')', ' or ', '<b>', '='][place % 7]
  put(holder, key, `${text.slice(0, place)}${inserted ?? ''}${text.slice(place + (place % 2))}`)
}
