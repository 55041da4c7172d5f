import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'
import {
  ALLOWED_ADDRESSES,
  ALLOWED_ATTRIBUTES,
  ALLOWED_TAGS,
  TAG_SYNONYMS,
  isProseAttribute,
  isProseTag,
  isProseValue,
  mayContain,
} from './prose-rules.ts'

/** Something in prose that may not stand there. */
export interface ProseFault {
  readonly what: string
  readonly allowed: string
  readonly suggestion?: string
}

/** Prose written in one way, or every kind of fault in it. */
export type ParsedProse =
  { readonly html: string; readonly words: boolean } | { readonly faults: readonly ProseFault[] }

const MOST_FAULTS = 5
const DEEPEST = 8
const EVERY_TAG_CLOSED = 'tags that close in the order in which they opened'

/**
 * Reads prose by the few tags of the profile. Each character of the source is taken over or is a fault; nothing is
 * left out or mended. What comes out is written as browsers write it, so that reading it again changes nothing.
 *
 * @example parseProse('<P>Fijn &amp; goed</P>') // { html: '<p>Fijn &amp; goed</p>', words: true }
 */
export function parseProse(source: string): ParsedProse {
  const reader = new ProseReader(source)
  return reader.read()
}

class ProseReader implements TokenizerCallbacks {
  private readonly source: string
  private readonly tokenizer: Tokenizer
  private readonly faults = new Map<string, ProseFault>()
  private readonly open: string[] = []
  private html = ''
  private words = false
  /** Where the first character stands that no part has taken yet. */
  private taken = 0
  private tag = ''
  private attributes = new Map<string, string>()
  private attribute = ''
  private value = ''

  constructor(source: string) {
    this.source = source
    this.tokenizer = new Tokenizer({ decodeEntities: true }, this)
  }

  read(): ParsedProse {
    this.tokenizer.write(this.source)
    if (this.tokenizer.running) this.tokenizer.end()
    return this.faults.size > 0 ? { faults: [...this.faults.values()] } : { html: this.html, words: this.words }
  }

  ontext(start: number, end: number): void {
    this.take(start, end)
    this.write(this.source.slice(start, end))
  }

  ontextentity(codePoint: number, end: number): void {
    this.take(this.taken, end)
    this.write(String.fromCodePoint(codePoint))
  }

  onopentagname(start: number, end: number): void {
    this.take(start - 1, end)
    this.tag = this.source.slice(start, end).toLowerCase()
    this.attributes = new Map()
    if (!isProseTag(this.tag)) this.fault(`the tag <${short(this.tag)}>`, ALLOWED_TAGS, TAG_SYNONYMS[this.tag])
  }

  onattribname(start: number, end: number): void {
    this.attribute = this.source.slice(start, end).toLowerCase()
  }

  onattribdata(start: number, end: number): void {
    this.value += this.source.slice(start, end)
  }

  onattribentity(codePoint: number): void {
    this.value += String.fromCodePoint(codePoint)
  }

  onattribend(): void {
    const { tag, attribute, value } = this
    this.value = ''
    const what = `the attribute ${short(attribute)} on <${short(tag)}>`
    if (!isProseTag(tag)) return
    if (!isProseAttribute(tag, attribute)) return this.fault(what, ALLOWED_ATTRIBUTES)
    if (this.attributes.has(attribute)) this.fault(`${what} for the second time`, 'each attribute once')
    if (!isProseValue(attribute, value))
      this.fault(`the value of ${what.slice('the '.length)}: ${short(value)}`, expectedOf(attribute))
    this.attributes.set(attribute, value)
  }

  onopentagend(end: number): void {
    this.taken = end + 1
    const { tag, attributes } = this
    this.tag = ''
    if (!isProseTag(tag)) return
    const outer = this.open.at(-1) ?? ''
    if (!mayContain(outer, tag) || (tag === 'a' && this.open.includes('a')))
      this.fault(`<${tag}> in ${nameOf(outer)}`, PLACES)
    if (tag === 'a' && !attributes.has('href')) this.fault('<a> without href', ALLOWED_ADDRESSES)
    const written = [...attributes].toSorted(([a], [b]) => (a < b ? -1 : 1))
    this.html += `<${tag}${written.map(([name, value]) => ` ${name}="${value.replaceAll('&', '&amp;')}"`).join('')}>`
    if (tag !== 'br') this.open.push(tag)
    if (this.open.length > DEEPEST) this.stop(`more than ${DEEPEST} tags inside each other`, `at most ${DEEPEST}`)
  }

  onselfclosingtag(end: number): void {
    if (this.tag !== 'br' && isProseTag(this.tag)) this.fault(`<${this.tag}/>`, EVERY_TAG_CLOSED)
    this.onopentagend(end)
  }

  onclosetag(start: number, end: number): void {
    const tag = this.source.slice(start, end).toLowerCase()
    const rest = /^\s*>/.exec(this.source.slice(end, end + 20))
    this.take(start - 2, end + (rest?.[0].length ?? 0))
    if (!isProseTag(tag)) {
      const opened = this.faults.has(`the tag <${short(tag)}>`)
      return opened ? undefined : this.fault(`the tag </${short(tag)}>`, ALLOWED_TAGS, TAG_SYNONYMS[tag])
    }
    const outer = this.open.at(-1)
    if (outer !== tag) this.stop(`</${tag}> where ${nameOf(outer ?? '')} is open`, EVERY_TAG_CLOSED)
    else if (!rest) this.fault(`something after the name in </${tag}>`, EVERY_TAG_CLOSED)
    this.open.pop()
    this.html += `</${tag}>`
  }

  oncomment(): void {
    this.stop('a comment', ALLOWED_TAGS)
  }

  oncdata(): void {
    this.stop('a CDATA section', ALLOWED_TAGS)
  }

  ondeclaration(): void {
    this.stop('a declaration', ALLOWED_TAGS)
  }

  onprocessinginstruction(): void {
    this.stop('a processing instruction', ALLOWED_TAGS)
  }

  onend(): void {
    const left = this.open.at(-1)
    if (this.taken < this.source.length)
      this.fault(`a tag that never ends: ${short(this.source.slice(this.taken))}`, EVERY_TAG_CLOSED)
    if (left !== undefined) this.fault(`<${left}> without </${left}>`, EVERY_TAG_CLOSED)
  }

  private write(text: string): void {
    const outer = this.open.at(-1) ?? ''
    const blank = text.trim() === ''
    if (!blank && !mayContain(outer, '#text')) this.fault(`words directly in <${outer}>`, PLACES)
    if (!blank) this.words = true
    this.html += text.replace(/\r\n?/g, '\n').replace(/[&<>\u00A0]/g, (character) => ESCAPED[character] ?? character)
  }

  private take(start: number, end: number): void {
    if (start > this.taken)
      this.fault(`a part that cannot be read: ${short(this.source.slice(this.taken, start))}`, ALLOWED_TAGS)
    this.taken = Math.max(end, this.taken)
  }

  private fault(what: string, allowed: string, suggestion?: string): void {
    this.faults.set(what, { what, allowed, ...(suggestion === undefined ? {} : { suggestion }) })
    if (this.faults.size >= MOST_FAULTS) this.tokenizer.pause()
  }

  /** A fault after which the rest cannot be judged. */
  private stop(what: string, allowed: string): void {
    this.fault(what, allowed)
    this.tokenizer.pause()
  }
}

const PLACES = 'words, br, strong, em, b, i and a in p, li, h2, h3 and h4; li in ul and ol; no link in a link'

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\u00A0': '&nbsp;' }

const nameOf = (tag: string): string => (tag === '' ? 'no tag' : `<${tag}>`)

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

function expectedOf(attribute: string): string {
  if (attribute === 'href') return `${ALLOWED_ADDRESSES}, without braces or spaces`
  return attribute === 'dir' ? 'ltr, rtl or auto' : 'a code like nl or pt-br'
}
