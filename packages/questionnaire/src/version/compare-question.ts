import {
  canonicalJson,
  type ConsentKind,
  type Json,
  type LocalizedText,
  type Option,
  type Question,
  type Validator,
} from '@klankbord/model'
import { answeredVariables, variablesOf } from '../codebook/variables-of.ts'
import { consentOf } from '../consent/consent-of.ts'
import { printCondition } from '../condition/print-expression.ts'
import { compareLimits } from './compare-limits.ts'
import { compareOptions, isReordered } from './compare-options.ts'
import { compareTexts } from './compare-texts.ts'
import type { ResolvedPair } from './resolver.ts'
import { shownPair } from './shown-pair.ts'
import { changeAt, type Place, type VersionChange } from './version-change.ts'

/** What comparing one question needs of the versions around it. */
export interface Around {
  readonly source: string
  /** A condition with the values that it needs worked into it, so that a changed calculation changes it. */
  readonly resolved: ResolvedPair
}

/** The changes of a question that is in both versions. */
export function compareQuestion(before: Question, after: Question, around: Around): VersionChange[] {
  const place: Place = {
    path: after.path,
    name: after.name,
    variables: answeredVariables(before).map(({ name }) => name),
  }
  const consent = consentOf(after) ?? consentOf(before)
  const changes = compareParts(before, after, place, around)
  return consent === undefined ? changes : changes.map((change) => ofConsent(change, consent, around.source))
}

/** A letter more or less in what somebody agreed to is another consent, and no typo. */
function ofConsent(change: VersionChange, consent: ConsentKind, source: string): VersionChange {
  const reworded = change.kind === 'typo' && (change.language ?? source) === source
  return { ...change, ...(reworded && { kind: 'wording' }), consent }
}

function compareParts(before: Question, after: Question, place: Place, around: Around): VersionChange[] {
  if (before.type !== after.type)
    return [changeAt(place, 'breaking', 'type', true, { before: before.type, after: after.type })]
  const found = [
    ...commonChanges(before, after, place, around),
    ...compareLimits(before, after, place),
    ...ownChanges(before, after, place, around),
  ]
  const same = canonicalJson(asWritten(before)) === canonicalJson(asWritten(after))
  return found.length > 0 || same ? found : [changeAt(place, 'breaking', 'question', true)]
}

function commonChanges(before: Question, after: Question, place: Place, around: Around): VersionChange[] {
  const { source, resolved } = around
  const text = (what: 'title' | 'description' | 'prompt' | 'audio', breaks: boolean): VersionChange[] =>
    compareTexts({ what, before: before[what], after: after[what], source, breaks }, place)
  const routing = (what: 'visibleIf' | 'enableIf'): VersionChange[] =>
    isSame(resolved.before(before[what]), resolved.after(after[what]))
      ? []
      : [changeAt(place, 'routing', what, true, shownPair(before[what], after[what]))]
  return [
    ...text('title', true),
    ...text('prompt', true),
    ...text('description', true),
    ...text('audio', false),
    ...routing('visibleIf'),
    ...routing('enableIf'),
    ...(['required', 'blocking'] as const).flatMap((what) =>
      isSame(before[what], after[what])
        ? []
        : [changeAt(place, 'routing', what, false, shownPair(before[what], after[what]))],
    ),
    ...compareConsent(before, after, place),
    ...compareStoring(before, after, place),
    ...(
      ['topic', 'theme', 'scale', 'sensitive', 'benchmarkKey', 'measurement', 'pictogram', 'helpLine'] as const
    ).flatMap((what) =>
      isSame(before[what], after[what])
        ? []
        : [changeAt(place, 'wording', what, false, shownPair(before[what], after[what]))],
    ),
    ...compareValidators(before, after, place, around),
  ]
}

/** What a yes agrees to: the answers to it before and after are not the same agreement. */
function compareConsent(before: Question, after: Question, place: Place): VersionChange[] {
  const [old, now] = [consentOf(before), consentOf(after)]
  return old === now ? [] : [changeAt(place, 'wording', 'consent', true, shownPair(old, now))]
}

/** From then on its variables are there no more, or only then; an outcome says the same as before. */
function compareStoring(before: Question, after: Question, place: Place): VersionChange[] {
  if (isSame(before.outcomeOnly, after.outcomeOnly)) return []
  const stored = { ...place, variables: variablesOf(before).map(({ name }) => name) }
  return [changeAt(stored, 'breaking', 'outcomeOnly', true, shownPair(before.outcomeOnly, after.outcomeOnly))]
}

function ownChanges(before: Question, after: Question, place: Place, around: Around): VersionChange[] {
  const { source } = around
  const options = (old: readonly Option[], now: readonly Option[], what: string): VersionChange[] =>
    compareOptions(old, now, { place, what, source, resolved: around.resolved })
  if (before.type === 'matrix' && after.type === 'matrix')
    return [
      ...compareList(before.rows, after.rows, place, 'rows', (old, now, at) => [
        ...compareTexts({ what: 'rows', before: old.text, after: now.text, source, breaks: true }, at),
        ...(['visibleIf', 'enableIf'] as const).flatMap((what) =>
          isSame(around.resolved.before(old[what]), around.resolved.after(now[what]))
            ? []
            : [changeAt(at, 'routing', what, true, shownPair(old[what], now[what]))],
        ),
      ]),
      ...options(before.columns, after.columns, 'columns'),
      ...(before.eachRowRequired === after.eachRowRequired
        ? []
        : [
            changeAt(
              place,
              'routing',
              'eachRowRequired',
              false,
              shownPair(before.eachRowRequired, after.eachRowRequired),
            ),
          ]),
    ]
  if (before.type === 'multipletext' && after.type === 'multipletext')
    return compareList(before.items, after.items, place, 'items', (old, now, at) => compareParts(old, now, at, around))
  if (before.type === 'paneldynamic' && after.type === 'paneldynamic')
    return [
      ...compareTexts(
        { what: 'templateTitle', before: before.templateTitle, after: after.templateTitle, source, breaks: false },
        place,
      ),
      ...compareList(before.questions, after.questions, place, 'questions', (old, now, at) =>
        compareParts(old, now, at, around),
      ),
    ]
  if (!('options' in before) || !('options' in after)) return []
  const words = (question: typeof before) => ('other' in question ? question.other : undefined)
  const [old, now] = [words(before), words(after)]
  const placeholder = { what: 'placeholder', before: old?.placeholder, after: now?.placeholder, source, breaks: false }
  return [...options(before.options, after.options, 'options'), ...compareTexts(placeholder, place)]
}

/** The parts of a question that have variables of their own, by name. Their order is context, as that of questions. */
function compareList<
  Part extends { readonly name: string; readonly text?: LocalizedText; readonly title?: LocalizedText },
>(
  before: readonly Part[],
  after: readonly Part[],
  place: Place,
  what: string,
  compare: (before: Part, after: Part, at: Place) => VersionChange[],
): VersionChange[] {
  const at = (name: string): Place => ({
    ...place,
    part: name,
    variables: place.variables.filter((variable) => isOfPart(variable, place.name, name)),
  })
  const names = (parts: readonly Part[]): string[] => parts.map(({ name }) => name)
  const wordsOf = ({ name, text, title }: Part): string => Object.values(text ?? title ?? {})[0] ?? name
  return [
    ...before
      .filter(({ name }) => !names(after).includes(name))
      .map((part) => changeAt(at(part.name), 'removed', what, true, { before: wordsOf(part) })),
    ...after.flatMap((now) => {
      const old = before.find(({ name }) => name === now.name)
      return old
        ? compare(old, now, at(now.name))
        : [changeAt(at(now.name), 'added', what, false, { after: wordsOf(now) })]
    }),
    ...(isReordered(names(before), names(after)) ? [changeAt(place, 'order', what, false)] : []),
  ]
}

/** `q__ROW`, or `q__2__NAME` in a panel. */
function isOfPart(variable: string, question: string, part: string): boolean {
  return variable
    .slice(question.length + 2)
    .split('__')
    .includes(part)
}

/** Only the author's sentence can change without breaking: whatever else is checked decides which answers there are. */
function compareValidators(before: Question, after: Question, place: Place, { source }: Around): VersionChange[] {
  const [old, now] = [before.validators ?? [], after.validators ?? []]
  const rules = (validators: typeof old): Json => validators.map(({ message: _message, ...rule }) => asWritten(rule))
  if (!isSame(rules(old), rules(now))) {
    const shown = shownPair(old.map(ruleIn), now.map(ruleIn))
    return [changeAt(place, now.length < old.length ? 'wording' : 'breaking', 'validators', true, shown)]
  }
  return old.flatMap((validator, index) =>
    compareTexts(
      { what: 'validators', before: validator.message, after: now[index]?.message, source, breaks: false },
      place,
    ),
  )
}

function ruleIn(validator: Validator): string {
  switch (validator.type) {
    case 'expression':
      return printCondition(validator.condition)
    case 'pattern':
      return validator.pattern
    case 'email':
      return validator.type
    case 'range':
    case 'length':
      return `${validator.type} ${validator.min ?? ''} – ${validator.max ?? ''}`.replaceAll('  ', ' ').trim()
  }
}

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** Paths say where something stands, which is order; steps follow from their pattern and from the engine that compiles. */
function asWritten(value: unknown): Json {
  if (Array.isArray(value)) return value.map(asWritten)
  if (typeof value !== 'object' || value === null) return value as Json
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (key === 'path' || key === 'steps' ? [] : [[key, asWritten(item)]])),
  )
}
