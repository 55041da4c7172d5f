import { expect, it } from 'vitest'
import { plainProse } from '../../src/entry/plain-prose.ts'

it('reads prose as lines, without markup', () => {
  const html =
    '<h2>Welkom</h2><p>Eén <b>woord</b>,<br>twee</p><ul><li>A &amp; B</li><li>&lt;i&gt; &#39;x&#x27;</li></ul>'
  expect(plainProse(html)).toBe("Welkom\nEén woord,\ntwee\nA & B\n<i> 'x'")
})
