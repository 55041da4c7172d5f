import { expect, it } from 'vitest'
import type { Advice } from '../../src/api/api-types.ts'
import { adviceByPlace } from '../../src/design/advice-by-place.ts'

const said = (rule: string, path: string, text: string): Advice => ({
  rule,
  path,
  text,
  title: {},
  reason: {},
  hint: {},
})

it('says once which text it is about, in the order of the texts, with the longest of its quotes', () => {
  const [jargon, long, other] = [
    said('jargon', '/a', 'indicatie'),
    said('long-sentence', '/a', 'Ik had een indicatie.'),
    said('passive', '/b', 'werd geholpen'),
  ]
  expect(adviceByPlace([jargon, other, long])).toEqual([
    { path: '/a', text: 'Ik had een indicatie.', advice: [jargon, long] },
    { path: '/b', text: 'werd geholpen', advice: [other] },
  ])
})
