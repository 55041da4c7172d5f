import {
  commentKey,
  type AnswerParts,
  type Answers,
  type AnswerValue,
  type Primitive,
  type VariableSource,
} from '@klankbord/model'

/** A value of a variable with the place in the answers that it comes from. */
export interface SourcedValue {
  readonly source: VariableSource
  readonly value: AnswerValue
}

/** Puts values of variables together to answers by question: the way back from `valueAt`. */
export function answersFromParts(values: readonly SourcedValue[]): Answers {
  const byKey = new Map<string, SourcedValue[]>()
  for (const value of values) {
    const key = keyOf(value.source)
    byKey.set(key, [...(byKey.get(key) ?? []), value])
  }
  return Object.fromEntries([...byKey].map(([key, parts]) => [key, answerFrom(parts)]))
}

const keyOf = ({ name, kind, panel }: VariableSource): string =>
  kind === 'comment' && panel === undefined ? commentKey(name) : name

function answerFrom(parts: readonly SourcedValue[]): AnswerValue {
  const kind = parts[0]?.source.kind
  switch (kind) {
    case 'row':
    case 'item':
      return asParts(parts)
    case 'rank':
      return parts
        .toSorted((one, other) => Number(one.value) - Number(other.value))
        .map(({ source }) => source.part ?? '')
    case 'panels':
    case 'in':
      return panelsFrom(parts)
    default:
      return parts[0]?.value ?? ''
  }
}

function panelsFrom(parts: readonly SourcedValue[]): readonly AnswerParts[] {
  const count = Number(parts.find(({ source }) => source.kind === 'panels')?.value ?? 0)
  return Array.from({ length: count }, (_, index) =>
    asParts(parts.filter(({ source }) => source.kind !== 'panels' && source.panel === index + 1)),
  )
}

const asParts = (parts: readonly SourcedValue[]): AnswerParts =>
  Object.fromEntries(
    parts.map(({ source, value }) => [
      source.kind === 'comment' ? commentKey(String(source.part)) : String(source.part),
      value as Primitive | readonly Primitive[],
    ]),
  )
