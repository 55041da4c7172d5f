import { endOf, parseEntry, startsOf, type Step } from './word-entry.ts'
import { wordRuns, type WordRun } from './word-runs.ts'

/** Words of a text that an entry of a list describes. */
export interface FoundWords {
  /** As they stand in the text. */
  readonly words: string
  /** Where they begin. */
  readonly at: number
  /** The entry that describes them. */
  readonly entry: string
}

interface Candidate {
  readonly entry: string
  /** Taken apart when it is first tried: most entries never are. */
  step?: Step | null
}

/**
 * A list of words and phrases to look for in a text in small letters. A `*` stands for the rest of a word, `…` between
 * two spaces for up to five words, `(a|b)` for a choice, of which one may be empty. Only whole words match; of the
 * entries that match at one place the longest match counts.
 *
 * No regular expression is made of the lists: those of one language cost a tenth of a second to compile, this costs a
 * look at the entries that begin with the same three letters.
 *
 * @example new WordPattern(['zelfredzaam*']).find('uw zelfredzaamheid') // [{ words: 'zelfredzaamheid', at: 3, … }]
 */
export class WordPattern {
  private readonly byStart = new Map<number, Candidate[]>()
  private readonly anywhere: Candidate[] = []

  constructor(entries: readonly string[]) {
    for (const entry of entries) {
      const starts = startsOf(entry)
      const candidate = { entry }
      if (starts === null) this.anywhere.push(candidate)
      else for (const start of starts) this.under(start, candidate)
    }
  }

  /** Whether one of the entries stands somewhere in a text. */
  isIn(text: string): boolean {
    return wordRuns(text).some((run) => this.matchAt(text, run) !== null)
  }

  /** Whether a text begins with one of the entries. */
  opens(text: string): boolean {
    const [first] = wordRuns(text)
    return first?.at === 0 && this.matchAt(text, first) !== null
  }

  /** All that stands in a text, from left to right; none overlaps another. */
  find(text: string): readonly FoundWords[] {
    const all: FoundWords[] = []
    let end = 0
    for (const run of wordRuns(text)) {
      const found = run.at < end ? null : this.matchAt(text, run)
      if (found === null) continue
      all.push(found)
      end = run.at + found.words.length
    }
    return all
  }

  /** The text with a space for each entry that stands in it. */
  takenFrom(text: string): string {
    let rest = ''
    let end = 0
    for (const { words, at } of this.find(text)) {
      rest += `${text.slice(end, at)} `
      end = at + words.length
    }
    return end === 0 ? text : rest + text.slice(end)
  }

  private under(start: number, candidate: Candidate): void {
    const same = this.byStart.get(start)
    if (same === undefined) this.byStart.set(start, [candidate])
    else same.push(candidate)
  }

  private matchAt(text: string, { at, start }: WordRun): FoundWords | null {
    const likely = this.byStart.get(start)
    const longest = likely === undefined ? null : longestOf(likely, text, at, null)
    return this.anywhere.length === 0 ? longest : longestOf(this.anywhere, text, at, longest)
  }
}

function longestOf(
  candidates: readonly Candidate[],
  text: string,
  at: number,
  sofar: FoundWords | null,
): FoundWords | null {
  let longest = sofar
  for (const candidate of candidates) {
    candidate.step ??= parseEntry(candidate.entry)
    const end = endOf(candidate.step, text, at)
    if (end > at + (longest?.words.length ?? 0)) longest = { words: text.slice(at, end), at, entry: candidate.entry }
  }
  return longest
}
