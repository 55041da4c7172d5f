import { figureChanges } from './figure-changes.ts'
import {
  canonicalJson,
  type AskedWording,
  type EditionChange,
  type Publication,
  type PublishedChanges,
  type TableSubject,
} from '@klankbord/model'

/** What is compared of a publication. */
export type ComparedPublication = Pick<
  Publication,
  'id' | 'edition' | 'publishedOn' | 'wave' | 'account' | 'breakdowns' | 'tables' | 'numbers' | 'disclosure' | 'recipe'
>

/**
 * In what a publication differs from one before it, as both can be read: questions, breakdowns, rules, ways of answering,
 * weights. Of figures is told only how many
 * readers see changed, come and gone, and only between editions of one wave.
 *
 * @param sameWave whether both are editions of one wave
 */
export function changesSince(
  before: ComparedPublication,
  now: ComparedPublication,
  sameWave: boolean,
): PublishedChanges {
  const { id: publication, edition, publishedOn, wave } = before
  return {
    since: { publication, edition, wave: wave.title, publishedOn, sameWave },
    changes: [
      ...questionChanges(before, now),
      ...breakdownChanges(before, now),
      ...policyChanges(before, now),
      ...methodChanges(before, now),
    ],
    ...(sameWave && { figures: figureChanges(before, now) }),
  }
}

const questionsOf = ({ tables }: ComparedPublication): ReadonlyMap<string, TableSubject> =>
  new Map(tables.flatMap(({ by, subject }) => (by === null ? [[subject.name, subject] as const] : [])))

function questionChanges(before: ComparedPublication, now: ComparedPublication): readonly EditionChange[] {
  const [old, current] = [questionsOf(before), questionsOf(now)]
  const added = [...current.values()].filter(({ name }) => !old.has(name))
  const removed = [...old.values()].filter(({ name }) => !current.has(name))
  const kept = [...current.values()].filter(({ name }) => old.has(name))
  const named =
    (kind: 'questionAdded' | 'questionRemoved') =>
    ({ name, label }: TableSubject): EditionChange => ({ kind, question: name, label })
  return [
    ...added.map(named('questionAdded')),
    ...removed.map(named('questionRemoved')),
    ...kept.flatMap(({ name, label }) =>
      askedOtherwise(askedIn(before, name), askedIn(now, name)).map((kind) => ({ kind, question: name, label })),
    ),
  ]
}

function askedIn({ recipe }: ComparedPublication, name: string): AskedWording | undefined {
  return recipe.asked?.[name] ?? recipe.asked?.[name.split('__')[0] ?? name]
}

/** Nothing is said where one of them does not tell how it asked. */
function askedOtherwise(
  before: AskedWording | undefined,
  now: AskedWording | undefined,
): readonly ('questionReworded' | 'answersReworked' | 'othersAsked')[] {
  if (before === undefined || now === undefined) return []
  const routed = before.routingHash !== undefined && now.routingHash !== undefined
  return [
    ...(before.wordingHash === now.wordingHash ? [] : (['questionReworded'] as const)),
    ...(before.scaleHash === now.scaleHash ? [] : (['answersReworked'] as const)),
    ...(routed && before.routingHash !== now.routingHash ? (['othersAsked'] as const) : []),
  ]
}

function breakdownChanges(before: ComparedPublication, now: ComparedPublication): readonly EditionChange[] {
  const has = ({ breakdowns }: ComparedPublication, name: string): boolean =>
    breakdowns.some((one) => one.name === name)
  const groupsOf = ({ tables }: ComparedPublication, name: string): string =>
    canonicalJson(tables.find(({ by }) => by?.name === name)?.groups.map(({ code, label }) => ({ code, label })) ?? [])
  const change =
    (kind: 'breakdownAdded' | 'breakdownRemoved' | 'groupsReworked') =>
    ({ name, label }: TableSubject): EditionChange => ({ kind, variable: name, label })
  const kept = now.breakdowns.filter(({ name }) => has(before, name))
  return [
    ...now.breakdowns.filter(({ name }) => !has(before, name)).map(change('breakdownAdded')),
    ...before.breakdowns.filter(({ name }) => !has(now, name)).map(change('breakdownRemoved')),
    ...kept.filter(({ name }) => groupsOf(before, name) !== groupsOf(now, name)).map(change('groupsReworked')),
  ]
}

function policyChanges(before: ComparedPublication, now: ComparedPublication): readonly EditionChange[] {
  return (['leastGroup', 'indicativeBelow', 'sensitiveCell'] as const).flatMap((rule): readonly EditionChange[] => {
    const [from, to] = [before.disclosure.policy[rule], now.disclosure.policy[rule]]
    return from === to ? [] : [{ kind: 'policyChanged', rule, from, to }]
  })
}

function methodChanges(before: ComparedPublication, now: ComparedPublication): readonly EditionChange[] {
  const [from, to] = [before.recipe.modes ?? [], now.recipe.modes ?? []].map((modes) => modes.toSorted())
  const framed = ({ account }: ComparedPublication): boolean => account.frame !== null
  const questionnaire = before.recipe.questionnaire !== now.recipe.questionnaire
  return [
    ...(canonicalJson(from) === canonicalJson(to)
      ? []
      : [{ kind: 'modesChanged' as const, from: from ?? [], to: to ?? [] }]),
    ...(canonicalJson(before.recipe.weights) === canonicalJson(now.recipe.weights)
      ? []
      : [{ kind: 'weightsChanged' as const }]),
    ...(framed(before) === framed(now)
      ? []
      : [{ kind: framed(now) ? ('frameAdded' as const) : ('frameRemoved' as const) }]),
    ...(questionnaire ? [{ kind: 'questionnaireChanged' as const }] : []),
  ]
}
