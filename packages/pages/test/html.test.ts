import { describe, expect, it } from 'vitest'
import { html, type Content } from '../src/html.ts'

describe('a template', () => {
  it('escapes text between tags and in attributes', () => {
    const text = `<b title="x">'&`
    expect(html`<p title="${text}">${text}</p>`.source).toBe(
      '<p title="&lt;b title=&quot;x&quot;&gt;&#39;&amp;">&lt;b title=&quot;x&quot;&gt;&#39;&amp;</p>',
    )
  })

  it('puts in what it made itself as it is', () => {
    expect(html`<p>${html`<b>${'&'}</b>`}</p>`.source).toBe('<p><b>&amp;</b></p>')
  })

  it('does not take an object from outside for markup', () => {
    const forged = { source: '<script>' } as unknown as Content
    expect(html`<p>${forged}</p>`.source).toBe('<p></p>')
  })

  it('joins lists without commas and leaves out what is not there', () => {
    expect(html`<p>${['a', html`<br />`, 1, false, null, undefined]}</p>`.source).toBe('<p>a<br />1</p>')
  })
})
