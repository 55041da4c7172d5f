import { describe, expect, it } from 'vitest'
import { isDrawing } from '../../src/answers/is-drawing.ts'

const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const svg = (text: string): string => `data:image/svg+xml;base64,${btoa(text)}`
const OPEN =
  '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 300 200" width="300" height="200">'
const LINES = `${OPEN}<path d="M 5,5 L 9,9" stroke-width="2.25" stroke="#000" fill="none" stroke-linecap="round"></path><circle r="1.5" cx="9" cy="8" fill="black"></circle></svg>`

describe('a drawn signature', () => {
  it('is a picture of dots, or lines and nothing else', () => {
    expect(isDrawing(PNG)).toBe(true)
    expect(isDrawing(svg(LINES))).toBe(true)
  })

  it.each([
    ['a script', `${OPEN}<script>alert(1)</script></svg>`],
    ['words', `${OPEN}Jan</svg>`],
    ['something that runs', `${OPEN}<path d="M 1,1" onclick="alert(1)"></path></svg>`],
    ['something that loads', `${OPEN}<image href="https://example.org/x.png"></image></svg>`],
    ['a link', `${OPEN}<a href="javascript:alert(1)"><path d="M 1,1"></path></a></svg>`],
    ['a style', `${OPEN}<path style="fill:url(https://example.org)"></path></svg>`],
    ['a declaration', `<!DOCTYPE svg [<!ENTITY a "a">]>${LINES}`],
    ['an entity', `${OPEN}<path d="&a;"></path></svg>`],
    ['something behind it', `${LINES}<script>alert(1)</script></svg>`],
    ['no end', OPEN],
  ])('holds no %s', (_, text) => {
    expect(isDrawing(svg(text))).toBe(false)
  })

  it.each([
    ['another kind of picture', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='],
    ['bytes that are none', 'data:image/png;base64,iVBORw0KGgo*'],
    ['half a group of bytes', PNG.slice(0, -1)],
    ['an address', 'https://example.org/signature.png'],
    ['a number', 1],
  ])('is not %s', (_, answer) => {
    expect(isDrawing(answer)).toBe(false)
  })
})
