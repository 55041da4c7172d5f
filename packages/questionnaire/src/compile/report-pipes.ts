import { hasOptions, type Question } from '@klankbord/model'
import type { Known, Names } from '../condition/scope.ts'
import { pipesIn } from '../text/pipes.ts'
import { shown, type FindingList } from './finding-list.ts'
import type { AuthoredText } from './reading.ts'
import { reportOddText } from './report-odd-text.ts'

/** Every one of them becomes an answer, and an answer may be long. */
const MOST_PIPES = 20
const PANEL = 'panel.'

/** A text that respondents read, with the screen on which they do. */
export interface PipedText extends AuthoredText {
  readonly screen: number
  /** Questions before it in the same panel, by name, for `{panel.x}`. */
  readonly panel?: ReadonlyMap<string, Question>
}

type AllKnown = ReadonlyMap<string, Known | null>

/** Reports the names between braces in texts that are not there, not there yet, or have no words of their own. */
export function reportPipes(texts: readonly PipedText[], names: Names, list: FindingList): void {
  for (const text of texts) {
    const all = Object.values(text.text).map(pipesIn)
    if (all.some(({ length }) => length > MOST_PIPES)) {
      const what = `names between braces in ${text.element}`
      list.block('definitionTooLarge', text.path, { what, limit: MOST_PIPES })
    } else {
      for (const name of new Set(all.flat())) reportPipe(name, text, names, list)
      reportOddText(text, names, list)
    }
  }
}

function reportPipe(name: string, text: PipedText, names: Names, list: FindingList): void {
  const { known } = names
  const { path, element, panel } = text
  const fault = faultOf(name, text, names)
  const details = { name: shown(name), element }
  if (fault === 'unknown') list.block('unknownPipe', path, details, (near) => near(name, namesIn(known, panel)))
  else if (fault === 'ahead') list.block('pipeLooksAhead', path, details)
  else if (fault !== null) list.block('unusablePipe', path, { ...details, expected: fault.expected })
}

type Fault = 'unknown' | 'ahead' | { readonly expected: string } | null

function faultOf(name: string, { screen, panel }: PipedText, { known, others }: Names): Fault {
  if (panel && name.startsWith(PANEL)) return panel.has(name.slice(PANEL.length)) ? null : 'unknown'
  const [whole, part] = splitAtDot(name)
  const found = known.get(whole)
  const other = found === undefined ? others?.get(whole) : undefined
  if (other) return { expected: `${other.use}, as ${whole} is ${other.what}` }
  if (found === undefined) return 'unknown'
  if (found === null) return null
  if (found.screen >= screen) return 'ahead'
  if (found.kind === 'calculated') return part === undefined ? null : 'unknown'
  const parts = partsOf(found.question)
  if (part !== undefined) return parts.includes(part) ? null : 'unknown'
  if (hasWords(found.question)) return null
  const expected = parts.length > 0 ? `one of its parts, like {${whole}.${parts[0] ?? ''}}` : 'another question'
  return { expected }
}

const splitAtDot = (name: string): readonly [string, string?] => {
  const dot = name.indexOf('.')
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)]
}

/** Rows of a matrix and items of a multipletext: what can follow a dot. */
function partsOf(question: Question): readonly string[] {
  if (question.type === 'matrix') return question.rows.map((row) => row.name)
  return question.type === 'multipletext' ? question.items.map((item) => item.name) : []
}

const WITHOUT_WORDS: ReadonlySet<Question['type']> = new Set(['matrix', 'multipletext', 'paneldynamic', 'signaturepad'])

const hasWords = (question: Question): boolean => hasOptions(question) || !WITHOUT_WORDS.has(question.type)

/** Every name that a text could show. */
function namesIn(known: AllKnown, panel: PipedText['panel']): readonly string[] {
  const fromPanel = [...(panel?.keys() ?? [])].map((name) => PANEL + name)
  const usable = (name: string, found: Known | null): readonly string[] => {
    if (found?.kind !== 'question') return [name]
    const parts = partsOf(found.question).map((part) => `${name}.${part}`)
    return parts.length > 0 ? parts : [name]
  }
  return [...fromPanel, ...[...known].flatMap(([name, found]) => usable(name, found))]
}
