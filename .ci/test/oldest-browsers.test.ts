import { describe, expect, it } from 'vitest'
import { everyPage } from '../../packages/pages/test/every-page.ts'
import { faultsOf } from '../gates/check-oldest-browsers.mjs'
import { ALLOWED } from '../gates/oldest-browsers/allowed.mjs'

const PLAIN_STYLE = 'p{color:red}'
const PLAIN_SCRIPT = 'document.title.slice(1)'

/** What the gate says of a page with this in it, and nothing else that is new. */
function found(
  { css = PLAIN_STYLE, inline = PLAIN_SCRIPT, body = '', code = PLAIN_SCRIPT },
  allowed: Readonly<Record<string, string>> = {},
): readonly string[] {
  const html = `<!doctype html><html lang="nl"><head><style>${css}</style></head><body>${body}<script>${inline}</script></body></html>`
  return faultsOf([{ name: 'page', html }], [{ name: 'respond.js', code }], allowed).faults
}

describe('the gate for the oldest browsers', () => {
  it('has nothing against what they know', () => {
    expect(found({})).toEqual([])
  })

  it.each([
    ['a property', 'p{inset:0}', 'css.properties.inset'],
    ['a logical side', 'p{margin-inline-start:0}', 'css.properties.margin-inline-start'],
    ['a property that nobody knows', 'p{colour:red}', 'css.properties.colour'],
    ['a word', 'p{width:fit-content}', 'css.properties.width.fit-content'],
    ['a function', 'p{width:min(1px,2%)}', 'css.types.min'],
    ['a function inside another', 'p{width:calc(1px + clamp(1px,2%,3px))}', 'css.types.clamp'],
    ['a function of colours', 'p{color:color-mix(in srgb,red,blue)}', 'css.types.color.color-mix'],
    ['a unit', 'p{height:10dvh}', 'css.types.length.dvh'],
    ['a selector', 'p:has(a){color:red}', 'css.selectors.has in p:has(a)'],
    [
      'a selector that takes old ones along',
      'p:focus-visible,a:focus{color:red}',
      'css.selectors.focus-visible in a list',
    ],
    [
      'a part of one maker that takes others along',
      'p::-webkit-thing,a{color:red}',
      'css.selectors.-webkit-thing in a list',
    ],
    ['a list in a selector', ':where(p,a){color:red}', 'css.selectors.where in :where(p,a)'],
    ['a rule in a rule', 'p{a{color:red}}', 'css.selectors.nesting'],
    ['a layer', '@layer x{p{color:red}}', 'css.at-rules.layer'],
    ['a condition', '@media (prefers-contrast:more){p{color:red}}', 'css.at-rules.media.prefers-contrast'],
    ['a range in a condition', '@media (width>=1px){p{color:red}}', 'css.at-rules.media.range_syntax'],
    ['a gap between items of a flexible box', 'p{display:flex;gap:1px}', 'css.properties.gap.flex_context'],
    ['a value of flexible boxes', 'p{display:flex;align-items:start}', 'start_in_flex'],
  ])('fails on newer CSS: %s', (_what, css, key) => {
    expect(found({ css })).toEqual([expect.stringContaining(`${key} is unknown to `)])
  })

  it.each([
    ['an older value before it', 'p{width:0;width:min(1px,2%)}'],
    ['an older name of a word', 'p{width:1px;width:-moz-fit-content;width:fit-content}'],
    ['an older name of a property', 'p{-webkit-appearance:none;-moz-appearance:none;appearance:none}'],
    ['margins where there are no gaps', 'p{display:flex;gap:1px}@supports not (inset:0){p>*{margin-left:1px}}'],
    ['gaps in a grid', 'p{display:grid;gap:1px}'],
    ['a condition that only newer ones read', '@supports (inset:0){p{inset:0}}'],
  ])('lets newer CSS stand with something beside it: %s', (_what, css) => {
    expect(found({ css })).toEqual([])
  })

  it.each([
    ['an element', '<dialog></dialog>', 'html.elements.dialog'],
    ['an attribute of one', '<img loading="lazy" alt="" src="a">', 'html.elements.img.loading'],
    ['an attribute of all', '<p inert></p>', 'html.global_attributes.inert'],
    ['a kind of field', '<input type="week">', 'html.elements.input.type_week'],
    ['a style in an attribute', '<p style="color:red"></p>', 'html.attributes.style'],
  ])('fails on newer HTML: %s', (_what, body, key) => {
    expect(found({ body })).toEqual([expect.stringContaining(`${key} is unknown to `)])
  })

  it.each([
    ['optional chaining', 'name?.length', 'optional chaining'],
    ['nullish coalescing', 'name ?? 1', 'nullish coalescing'],
    ['a private field', 'class One { #two }', 'javascript.syntax'],
    ['a big integer', 'const one = 1n', 'a big integer'],
    ['looking back in a pattern', '/(?<=a)b/.test(name)', 'lookbehind_assertion'],
    ['a named group', '/(?<year>1)/.test(name)', 'named_capturing_group'],
    ['a kind of letter', 'new RegExp("\\\\p{L}", "u")', 'unicode_character_class_escape'],
    [
      'a kind of letter in a pattern put together',
      'new RegExp(`[${name}\\\\p{L}]`, "u")',
      'unicode_character_class_escape',
    ],
    ['a flag of a pattern', '/a.b/s.test(name)', 'flag s'],
    ['a global function', 'structuredClone({})', 'structuredClone'],
    ['a global class', 'new ResizeObserver(() => 1)', 'api.ResizeObserver'],
    ['a function of a built-in', 'Object.hasOwn({}, "a")', 'javascript.builtins.Object.hasOwn'],
    ['a function of the browser', 'crypto.randomUUID()', 'api.Crypto.randomUUID'],
    ['a class within another', 'new Intl.DisplayNames("nl")', 'Intl.DisplayNames'],
    ['a method of any value', 'document.title.replaceAll("a", "b")', 'replaceAll'],
    ['a method in brackets', 'document.title["at"](0)', '.at'],
    ['a property taken out of a value', 'const { submitter } = new Event("submit")', 'submitter'],
    ['something of the window', 'window.structuredClone({})', 'structuredClone'],
  ])('fails on newer JavaScript: %s', (_what, code, key) => {
    for (const where of [{ code }, { inline: code }]) {
      const faults = found(where)
      expect(faults).not.toEqual([])
      expect(faults.join('\n')).toContain(key)
    }
  })

  it('lets a script ask whether something is there', () => {
    expect(found({ code: "typeof structuredClone === 'function' && 'locks' in navigator" })).toEqual([])
  })

  it('lets stand what is allowed, and fails on what is allowed for nothing', () => {
    const allowed = { 'css.properties.inset': 'a reason' }
    expect(found({ css: 'p{inset:0}' }, allowed)).toEqual([])
    expect(found({}, allowed)).toEqual(['css.properties.inset is allowed, and nothing needs it'])
  })

  it('fails when it saw no style, no script in a page or no script beside one', () => {
    const { faults } = faultsOf([{ name: 'page', html: '<p>Text</p>' }], [], {})
    expect(faults).toEqual([
      'the gate saw 0 styles in 1 pages',
      'the gate saw no declaration in any style',
      'the gate saw no script inside a page',
      'the gate saw no script that pages load',
    ])
  })

  it('looks into what respondents are shown: a rule planted in a real page is found in each that has it', () => {
    const pages = everyPage('ar').map(({ name, html }) => ({
      name,
      html: html.replace('</style>', 'p{inset:0}</style>'),
    }))
    const { faults, seen } = faultsOf(pages, [{ name: 'respond.js', code: PLAIN_SCRIPT }], ALLOWED)
    expect(faults).toContainEqual(
      expect.stringContaining(
        `css.properties.inset is unknown to iOS Safari 12, Chrome 70 (and ${pages.length - 1} more)`,
      ),
    )
    expect(seen.pages).toBeGreaterThan(70)
    expect(seen.elements).toBeGreaterThan(5000)
  })
})
