import { canonicalJson, type Questionnaire } from '@klankbord/model'
import { isReordered } from './compare-options.ts'
import { compareTexts } from './compare-texts.ts'
import { shownPair } from './shown-pair.ts'
import { changeAt, type Place, type VersionChange } from './version-change.ts'

interface Part {
  readonly name: string
  readonly path: string
}

/**
 * The changes of calculated values, scales and durations. Another rule makes other values of the same answers. A
 * calculated value that is not kept has no trend; questions that are asked because of it are routing.
 */
export function compareCalculated(before: Questionnaire, after: Questionnaire): VersionChange[] {
  const source = before.language
  return [
    ...compareNamed(before.calculatedValues, after.calculatedValues, 'calculatedValues', [
      'value',
      'valueType',
      'kept',
      'eligibility',
    ]),
    ...compareNamed(before.scales, after.scales, 'scales', [
      'method',
      'items',
      'reversed',
      'minimum',
      'maximum',
      'minimumAnswered',
    ]),
    ...compareNamed(before.durations, after.durations, 'durations', ['amount', 'unit', 'censoredIf']),
    ...titles(before.scales, after.scales, source),
    ...titles(before.durations, after.durations, source),
  ]
}

function compareNamed<Named extends Part>(
  before: readonly Named[] = [],
  after: readonly Named[] = [],
  what: string,
  properties: readonly (keyof Named & string)[],
): VersionChange[] {
  const place = (part: Named): Place => ({
    name: part.name,
    path: part.path,
    variables: 'kept' in part && part.kept !== true ? [] : [part.name],
  })
  const names = (parts: readonly Named[]): string[] => parts.map(({ name }) => name)
  const gone = before.filter(({ name }) => !names(after).includes(name))
  return [
    ...gone.map((part) => changeAt(place(part), 'removed', what, true)),
    ...after.flatMap((now): VersionChange[] => {
      const old = before.find(({ name }) => name === now.name)
      if (!old) return [changeAt(place(now), 'added', what, false), ...othersTakePart(now, place(now))]
      return properties
        .filter((property) => canonicalJson(old[property] ?? null) !== canonicalJson(now[property] ?? null))
        .map((property) => changeAt(place(now), 'breaking', property, true, shownPair(old[property], now[property])))
    }),
    ...(isReordered(names(before), names(after))
      ? [changeAt({ path: `/${what}`, name: '', variables: [] }, 'order', what, false)]
      : []),
  ]
}

/** From a new value on that says who may take part, other people are asked than before. */
const othersTakePart = (part: Part, place: Place): VersionChange[] =>
  'eligibility' in part && part.eligibility === true
    ? [changeAt(place, 'breaking', 'eligibility', true, shownPair(undefined, true))]
    : []

function titles<Titled extends Part & { readonly title: Questionnaire['title'] }>(
  before: readonly Titled[] = [],
  after: readonly Titled[] = [],
  source: string,
): VersionChange[] {
  return after.flatMap((now) => {
    const old = before.find(({ name }) => name === now.name)
    const place = { name: now.name, path: now.path, variables: [now.name] }
    return old ? compareTexts({ what: 'title', before: old.title, after: now.title, source, breaks: false }, place) : []
  })
}
