import { canonicalJson, localize, type Json, type LocalizedText, type Option } from '@klankbord/model'
import { compareTexts } from './compare-texts.ts'
import { bareText, turnsRound } from './is-typo.ts'
import type { ResolvedPair } from './resolver.ts'
import { shownPair } from './shown-pair.ts'
import { changeAt, type ChangeKind, type Place, type VersionChange } from './version-change.ts'

/** Which list it is, and where. */
export interface OptionList {
  readonly place: Place
  readonly what: string
  readonly source: string
  readonly resolved: ResolvedPair
}

/**
 * The changes of a list of options. Options are the same by their value. Another order breaks the trend: people choose
 * what they see first more often, and what they hear last (Krosnick and Alwin 1987). So does an option more or less,
 * which takes its answers from the others (Schuman and Presser 1981, chapters 3 to 6).
 */
export function compareOptions(
  before: readonly Option[],
  after: readonly Option[],
  { place, what, source, resolved }: OptionList,
): VersionChange[] {
  const old = new Map(before.map((option) => [keyOf(option), option]))
  const now = new Map(after.map((option) => [keyOf(option), option]))
  const at = (option: Option): Place => ({ ...place, part: String(option.value) })
  const label = ({ text }: Option): string => labelIn(text, source)
  const inOrder = (options: readonly Option[]): readonly string[] => options.map(label)
  return [
    ...before
      .filter((option) => !now.has(keyOf(option)))
      .map((option) => changeAt(at(option), 'removed', what, true, { before: label(option) })),
    ...after.flatMap((option) => {
      const same = old.get(keyOf(option))
      if (same) return compareOption(same, option, { place: at(option), source, what, resolved, before })
      const reused = before.some(({ code }) => code === option.code)
      return [changeAt(at(option), reused ? 'breaking' : 'added', what, true, { after: label(option) })]
    }),
    ...(isReordered([...old.keys()], [...now.keys()])
      ? [changeAt(place, 'order', what, true, shownPair(inOrder(before), inOrder(after)))]
      : []),
  ]
}

/** Whether what stands in both lists stands in another order. */
export function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const [kept, still] = [before.filter((name) => after.includes(name)), after.filter((name) => before.includes(name))]
  return kept.some((name, place) => name !== still[place])
}

const labelIn = (text: LocalizedText, source: string): string => localize(text, source, source)

/** 1 and "1" never stand in one list, but may follow each other. */
const keyOf = ({ value }: Option): string => `${typeof value} ${String(value)}`

function compareOption(
  before: Option,
  after: Option,
  around: OptionList & { readonly before: readonly Option[] },
): VersionChange[] {
  const { place, source } = around
  const others = around.before.filter((option) => option !== before).map(({ text }) => bareText(text[source] ?? ''))
  const kind = (old: string, now: string): ChangeKind =>
    turnsRound(old, now) || others.includes(bareText(now)) ? 'breaking' : 'wording'
  const differs = (property: keyof Option): boolean =>
    canonicalJson(before[property] ?? null) !== canonicalJson(after[property] ?? null)
  const changed = (property: keyof Option, as: ChangeKind, breaks: boolean): VersionChange[] =>
    differs(property) ? [changeAt(place, as, property, breaks, shownPair(before[property], after[property]))] : []
  const coded = ({ code, text }: Option): string => `${code} (${labelIn(text, source)})`
  return [
    ...compareTexts({ what: around.what, before: before.text, after: after.text, source, breaks: true, kind }, place),
    ...(differs('code') ? [changeAt(place, 'breaking', 'code', true, shownPair(coded(before), coded(after)))] : []),
    ...(['empty', 'tone', 'exclusive', 'other'] as const).flatMap((property) => changed(property, 'breaking', true)),
    ...(['visibleIf', 'enableIf'] as const).flatMap((property) =>
      isSame(around.resolved.before(before[property]), around.resolved.after(after[property]))
        ? []
        : [changeAt(place, 'routing', property, true, shownPair(before[property], after[property]))],
    ),
    ...changed('image', 'wording', true),
    ...changed('pictogram', 'wording', false),
    ...compareTexts({ what: 'audio', before: before.audio, after: after.audio, source, breaks: false }, place),
  ]
}

const isSame = (a: Json, b: Json): boolean => canonicalJson(a) === canonicalJson(b)
