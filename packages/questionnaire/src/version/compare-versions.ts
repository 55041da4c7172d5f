import { canonicalJson, hasOptions, localize, type Question, type Questionnaire } from '@klankbord/model'
import { answeredVariables } from '../codebook/variables-of.ts'
import { compareCalculated } from './compare-calculated.ts'
import { isReordered } from './compare-options.ts'
import { compareHelpLines } from './compare-help-lines.ts'
import { compareQuestion } from './compare-question.ts'
import { compareSurroundings } from './compare-surroundings.ts'
import { compareTexts } from './compare-texts.ts'
import { consentOf } from '../consent/consent-of.ts'
import { dependents } from './dependents.ts'
import { bareText } from './is-typo.ts'
import { resolver } from './resolver.ts'
import { shownPair } from './shown-pair.ts'
import { changeAt, type Place, type VersionChange, type VersionComparison } from './version-change.ts'

/**
 * What changed from one version of a questionnaire to the next, and whose answers can no longer be put in one line.
 *
 * Questions are the same by their name, options by their value. Every difference is one of eight kinds (see
 * `ChangeKind`). The trend of a variable breaks when its question, an option or the prose beside it says something else
 * in the source language, when options come, go or change places, when others are asked, and when codes, values or
 * limits mean something else. It does not break by a typo (see `isTypo`), a translation, or another order of questions:
 * that is listed, since what was asked before colours an answer, but not so reliably that a trend must stop there
 * (Schuman and Presser 1981, chapter 2). Scales, durations and calculated values break with what they are made of.
 *
 * @example compareVersions(before, after).breaksTrendOf // ['quick']
 */
export function compareVersions(before: Questionnaire, after: Questionnaire): VersionComparison {
  const source = before.language
  const around = { source, resolved: { before: resolver(before), after: resolver(after) } }
  const old = new Map(before.questions.map((question) => [question.name, question]))
  const now = new Map(after.questions.map((question) => [question.name, question]))
  const removed = before.questions.filter(({ name }) => !now.has(name))
  const added = after.questions.filter(({ name }) => !old.has(name))
  const gone = removed.map((question) => {
    const what = { before: localize(question.title, source, source), ...renaming(question, added) }
    return { ...changeAt(placeOf(question), 'removed', 'question', true, what), ...namedConsent(question) }
  })
  const renamed = new Map(gone.flatMap(({ name, renamedTo }) => (renamedTo === undefined ? [] : [[name, renamedTo]])))
  const found = [
    ...wholeChanges(before, after),
    ...gone,
    ...after.questions.flatMap((question) => {
      const same = old.get(question.name)
      if (same) return compareQuestion(same, question, around)
      const title = { after: localize(question.title, source, after.language) }
      return [{ ...changeAt(placeOf(question), 'added', 'question', false, title), ...namedConsent(question) }]
    }),
    ...(isReordered([...old.keys()], [...now.keys()]) ? [changeAt(WHOLE, 'order', 'questions', false)] : []),
    ...compareSurroundings(before, after, renamed),
    ...compareCalculated(before, after),
    ...compareHelpLines(before, after),
  ]
  const unclassed = found.length === 0 && before.hash !== after.hash
  const changes = (unclassed ? [changeAt(WHOLE, 'order', 'places', false)] : found).map((change) => ({
    ...change,
    breaksTrendOf: change.what === 'outcomeOnly' ? change.breaksTrendOf : dependents(change.breaksTrendOf, before),
  }))
  return { changes, breaksTrendOf: [...new Set(changes.flatMap(({ breaksTrendOf }) => breaksTrendOf))].toSorted() }
}

const WHOLE: Place = { path: '', name: '', variables: [] }

const placeOf = (question: Question): Place => ({
  path: question.path,
  name: question.name,
  variables: answeredVariables(question).map(({ name }) => name),
})

function namedConsent(question: Question): Pick<VersionChange, 'consent'> {
  const consent = consentOf(question)
  return consent === undefined ? {} : { consent }
}

function wholeChanges(before: Questionnaire, after: Questionnaire): VersionChange[] {
  const source = before.language
  const text = (what: 'title' | 'description'): VersionChange[] =>
    compareTexts({ what, before: before[what], after: after[what], source, breaks: false }, WHOLE)
  const language = { before: before.language, after: after.language }
  return [
    ...text('title'),
    ...text('description'),
    ...(['practiceQuestion', 'contactAgain'] as const).flatMap((what) =>
      before[what] === after[what]
        ? []
        : [changeAt(WHOLE, 'wording', what, false, shownPair(before[what], after[what]))],
    ),
    ...(before.language === after.language ? [] : [changeAt(WHOLE, 'translation', 'locale', false, language)]),
  ]
}

/** A question that says and offers the same under another name was probably renamed; its answers are then lost to the trend. */
function renaming(removed: Question, added: readonly Question[]): Pick<VersionChange, 'renamedTo'> {
  const twin = added.find((candidate) => identity(candidate) === identity(removed))
  return twin ? { renamedTo: twin.name } : {}
}

function identity(question: Question): string {
  const options = hasOptions(question) ? question.options.map(({ value, code }) => [value, code]) : []
  const title = Object.values(question.title)[0] ?? ''
  return canonicalJson([question.type, bareText(title) || title, options])
}
