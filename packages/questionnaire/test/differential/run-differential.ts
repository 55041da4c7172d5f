import type { Answers, Clock, Json } from '@klankbord/model'
import { askedAnswers, check, compile } from '@klankbord/questionnaire'
import { Model } from 'survey-core'
import { drawDefinition } from './definitions.ts'
import { drawsOf, type Draw } from './draw.ts'
import { impossible } from './mutations.ts'
import { observeModel, UNTOLD } from './observe-model.ts'
import { observeOurs } from './observe-ours.ts'
import { changeMind, walkModel } from './walk-model.ts'

/** A place where we and survey-core disagree, small enough to look at. */
export interface Difference {
  readonly definition: unknown
  readonly answers: unknown
  readonly what: string
  readonly survey: unknown
  readonly ours: unknown
}

/** What was tried, and everything that went otherwise than it should. */
export interface Outcome {
  readonly definitions: number
  readonly accepted: number
  readonly answerSets: number
  /** Changed minds that left an answer behind a door that is closed by now. */
  readonly changedMinds: number
  /** Single facts that were held beside each other: visible, required, open, offered, worked out. */
  readonly comparisons: number
  /** How often survey-core said what, as in "visible: false" or "option: closed"; "value" and "calculated" by type. */
  readonly facts: Readonly<Record<string, number>>
  /** How often each element, property, operator and function stood in an accepted definition. */
  readonly uses: Readonly<Record<string, number>>
  /** Impossible changes that were tried, by kind. */
  readonly mutations: Readonly<Record<string, number>>
  /** Sentences of the findings with which definitions were refused. */
  readonly refusals: readonly string[]
  readonly differences: readonly Difference[]
}

/** How many people answer each questionnaire. */
const PEOPLE = 2
/** So many of the impossible changes of one response are tried. */
const MUTATIONS = 60

/**
 * Draws whole definitions, walks through each of them in survey-core as its pages do, and compares after each question
 * what is visible, required, open, offered and worked out. The finished answers must be accepted, and each single
 * change that makes them impossible refused. A mind that is changed leaves answers of which what still stands is
 * accepted. The clock of the process must stand at `clock`.
 */
export function runDifferential(seed: number, runs: number, clock: Clock): Outcome {
  const tally = new Tally()
  for (const draw of drawsOf(seed, runs)) compareDefinition(draw, clock, tally)
  return tally.outcome()
}

function compareDefinition(draw: Draw, clock: Clock, tally: Tally): void {
  const { definition, uses } = drawDefinition(draw)
  const { questionnaire, findings } = compile(definition)
  tally.definitions += 1
  if (!questionnaire)
    return void tally.refusals.push(
      ...findings.filter((found) => found.severity !== 'hint').map((found) => found.message),
    )
  tally.accepted += 1
  for (const [what, times] of uses) tally.count(tally.uses, what, times)
  const compare = (model: Model): Answers => {
    const answers = givenTo(model)
    const survey = observeModel(model)
    const ours = observeOurs(questionnaire, answers, clock)
    for (const what of new Set([...Object.keys(survey), ...Object.keys(ours)])) {
      if (survey[what] === UNTOLD) continue
      tally.comparisons += 1
      tally.count(tally.facts, factOf(what, survey[what]), 1)
      if (!isSame(survey[what], ours[what]))
        tally.differ({ definition, answers, what, survey: survey[what], ours: ours[what] })
    }
    return answers
  }
  for (let person = 0; person < PEOPLE; person += 1) {
    const model = new Model(definition)
    walkModel(model, {
      draw,
      skips: 0.12,
      arrived: () => {
        if (draw.chance(0.15)) compare(model)
      },
    })
    const answers = compare(model)
    if (model.jsonErrors) tally.differ({ definition, answers, what: 'known', survey: model.jsonErrors, ours: [] })
    tally.answerSets += 1
    const result = check(questionnaire, answers, clock)
    if (!result.ok) tally.differ({ definition, answers, what: 'accepted', survey: true, ours: result.findings })
    for (const { kind, answers: changed } of draw.some(impossible(model, answers), MUTATIONS, MUTATIONS)) {
      tally.count(tally.mutations, kind, 1)
      if (check(questionnaire, changed, clock).ok)
        tally.differ({ definition, answers: changed, what: `refused: ${kind}`, survey: false, ours: true })
    }
    changeMind(model, draw)
    const changed = givenTo(model)
    const left = askedAnswers(questionnaire, changed, clock)
    tally.changedMinds += Number(Object.keys(left).length < Object.keys(changed).length)
    const again = check(questionnaire, left, clock)
    if (!again.ok) tally.differ({ definition, answers: left, what: 'accepted', survey: changed, ours: again.findings })
    model.dispose()
  }
}

/** What a person gave: without what survey-core works out itself and keeps among the answers. */
export function givenTo(model: Model): Answers {
  const worked = new Set<string>(model.calculatedValues.map(({ name }) => name))
  for (const question of model.getAllQuestions()) if (question.getType() === 'expression') worked.add(question.name)
  const data = JSON.parse(JSON.stringify(model.data)) as Record<string, Json>
  return Object.fromEntries(
    Object.entries(data).filter(([name, value]) => !worked.has(name) && !isEmptyPanels(value)),
  ) as Answers
}

/** Panels that were left empty: a listed difference. */
const isEmptyPanels = (value: Json): boolean =>
  Array.isArray(value) && value.every((panel) => JSON.stringify(panel) === '{}')

function factOf(what: string, value: unknown): string {
  const aspect = what.split(' ')[1] ?? what
  const isWorkedOut = aspect === 'value' || aspect === 'calculated'
  return `${aspect}: ${isWorkedOut && value !== null ? typeof value : String(value)}`
}

/** Numbers are worked out in another order of steps at most. */
function isSame(survey: unknown, ours: unknown): boolean {
  if (typeof survey === 'number' && typeof ours === 'number')
    return survey === ours || Math.abs(survey - ours) <= 1e-9 * Math.max(1, Math.abs(survey))
  return survey === ours
}

/** More than this many are not looked at by anybody. */
const MOST_DIFFERENCES = 200

class Tally {
  definitions = 0
  accepted = 0
  answerSets = 0
  changedMinds = 0
  comparisons = 0
  readonly uses = new Map<string, number>()
  readonly mutations = new Map<string, number>()
  readonly facts = new Map<string, number>()
  readonly refusals: string[] = []
  private readonly differences: Difference[] = []

  count(tally: Map<string, number>, what: string, times: number): void {
    tally.set(what, (tally.get(what) ?? 0) + times)
  }

  differ(difference: Difference): void {
    if (this.differences.length < MOST_DIFFERENCES) this.differences.push(structuredClone(difference))
  }

  outcome(): Outcome {
    const { definitions, accepted, answerSets, changedMinds, comparisons, refusals, differences } = this
    const sorted = (tally: ReadonlyMap<string, number>): Record<string, number> =>
      Object.fromEntries([...tally].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    const [facts, uses, mutations] = [sorted(this.facts), sorted(this.uses), sorted(this.mutations)]
    return {
      definitions,
      accepted,
      answerSets,
      changedMinds,
      comparisons,
      facts,
      uses,
      mutations,
      refusals,
      differences,
    }
  }
}
