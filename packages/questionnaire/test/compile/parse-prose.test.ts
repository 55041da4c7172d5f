import { describe, expect, it } from 'vitest'
import { parseProse } from '../../src/compile/parse-prose.ts'

const htmlOf = (source: string): string => {
  const parsed = parseProse(source)
  if ('faults' in parsed) throw new Error(parsed.faults.map(({ what }) => what).join('; '))
  return parsed.html
}

const faultsOf = (source: string): string[] => {
  const parsed = parseProse(source)
  return 'faults' in parsed ? parsed.faults.map(({ what }) => what) : []
}

describe('prose that an author may write', () => {
  it.each([
    ['words alone', 'Fijn dat u meedoet.', 'Fijn dat u meedoet.'],
    ['every tag', '<h2>A</h2><h3>B</h3><h4>C</h4><p>a<br>b</p>', '<h2>A</h2><h3>B</h3><h4>C</h4><p>a<br>b</p>'],
    ['emphasis', '<p><strong>a</strong><em>b</em><b>c</b><i>d</i></p>', undefined],
    ['lists in lists', '<ul>\n<li>a<ol><li>b</li></ol></li>\n</ul>', undefined],
    ['capitals and loose quotes', "<P LANG=en DIR='ltr'>x</P >", '<p dir="ltr" lang="en">x</p>'],
    ['a closed br', 'a<br/>b<BR />c', 'a<br>b<br>c'],
    ['references', '&lt;b&gt; &amp; &eacute;&nbsp;&#8364;', '&lt;b&gt; &amp; é&nbsp;€'],
    ['a loose ampersand and angle', 'a & b < c > d', 'a &amp; b &lt; c &gt; d'],
    ['line ends of Windows', 'a\r\nb&#13;c', 'a\nb\nc'],
    ['a place for an answer', '<p>Dag {first_name}</p>', undefined],
    ['a link', '<a href="https://voorbeeld.nl/?a=1&amp;b=2">x</a>', undefined],
    ['an address with a loose ampersand', '<a href="/a?b&c">x</a>', '<a href="/a?b&amp;c">x</a>'],
    ['a mail address', '<a href="mailto:raad@voorbeeld.nl">x</a>', undefined],
    ['a telephone number', '<a href="tel:0800-1234">x</a>', undefined],
    ['the root of the server', '<a href="/">x</a>', undefined],
  ])('takes %s', (_, source, expected) => {
    expect(htmlOf(source)).toBe(expected ?? source)
  })

  it('knows prose in which nothing is said', () => {
    expect(parseProse('<p> <br></p>')).toEqual({ html: '<p> <br></p>', words: false })
  })
})

describe('prose that may not stand', () => {
  it.each([
    ['<script>alert(1)</script>', 'the tag <script>'],
    ['<img src=x onerror=alert(1)>', 'the tag <img>'],
    ['<div>x</div>', 'the tag <div>'],
    ['<style>p{}</style>', 'the tag <style>'],
    ['<svg><p>x</p></svg>', 'the tag <svg>'],
    ['<math><mi>x</mi></math>', 'the tag <math>'],
    ['<constructor>x</constructor>', 'the tag <constructor>'],
    ['<p onclick="x()">x</p>', 'the attribute onclick on <p>'],
    ['<p style="color:red">x</p>', 'the attribute style on <p>'],
    ['<p href="/x">x</p>', 'the attribute href on <p>'],
    ['<br lang="nl">', 'the attribute lang on <br>'],
    ['<p lang="nl" lang="en">x</p>', 'the attribute lang on <p> for the second time'],
    ['<p dir="up">x</p>', 'the value of attribute dir on <p>: up'],
    ['<a href="javascript:alert(1)">x</a>', 'the value of attribute href on <a>: javascript:alert(1)'],
    ['<a href="java&#115;cript:x">x</a>', 'the value of attribute href on <a>: javascript:x'],
    ['<a href="data:text/html,x">x</a>', 'the value of attribute href on <a>: data:text/html,x'],
    ['<a href="//elsewhere.nl">x</a>', 'the value of attribute href on <a>: //elsewhere.nl'],
    ['<a href="/&#9;/elsewhere.nl">x</a>', 'the value of attribute href on <a>: /\t/elsewhere.nl'],
    ['<a href="/\\elsewhere.nl">x</a>', 'the value of attribute href on <a>: /\\elsewhere.nl'],
    ['<a href="http://voorbeeld.nl">x</a>', 'the value of attribute href on <a>: http://voorbeeld.nl'],
    ['<a href="/x?{q1}">x</a>', 'the value of attribute href on <a>: /x?{q1}'],
    ['<a href="/x?&#123;q1&#125;">x</a>', 'the value of attribute href on <a>: /x?{q1}'],
    ['<a>x</a>', '<a> without href'],
    ['<a href="/"><b><a href="/">x</a></b></a>', '<a> in <b>'],
    ['<!-- x --><p>x</p>', 'a comment'],
    ['<!--><p>x</p>', 'a comment'],
    ['<![CDATA[x]]>', 'a CDATA section'],
    ['<!doctype html>', 'a declaration'],
    ['<?php x ?>', 'a comment'],
    ['<p>x', '<p> without </p>'],
    ['<p>x<p>y</p></p>', '<p> in <p>'],
    ['<b><i>x</b></i>', '</b> where <i> is open'],
    ['x</p>', '</p> where no tag is open'],
    ['x</br>', '</br> where no tag is open'],
    ['<p/>', '<p/>'],
    ['<p>x</p onclick=x>', 'something after the name in </p>'],
    ['x<p', 'a part that cannot be read: <'],
    ['x<p lang="', 'a tag that never ends:  lang="'],
    ['<ul>x</ul>', 'words directly in <ul>'],
    ['<li>x</li>', '<li> in no tag'],
    ['<strong><p>x</p></strong>', '<p> in <strong>'],
    ['<b>'.repeat(9), 'more than 8 tags inside each other'],
  ])('says of %s what is wrong', (source, what) => {
    expect(faultsOf(source)).toContain(what)
  })

  it('suggests the tag that was meant, and names what is allowed', () => {
    expect(parseProse('<div>x</div>')).toMatchObject({
      faults: [{ suggestion: 'p', allowed: expect.stringContaining('p, br, strong') }],
    })
  })

  it('stops at a few faults, however many there are', () => {
    expect(faultsOf(Array.from({ length: 5000 }, (_, index) => `<x${index}>`).join(''))).toHaveLength(5)
  })
})
