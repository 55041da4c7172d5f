import { breaksText, chartTexts, writtenLanguage } from '@klankbord/charts'
import {
  localize,
  type LanguageCode,
  type LocalizedText,
  type Publication,
  type QuestionOverRounds,
  type RepresentedGroups,
  type TrendPoint,
} from '@klankbord/model'
import { changeSentence, sinceSentence, type ChangeWords } from './change-sentence.ts'
import { methodSentences } from './method-sentences.ts'
import type { CsvRow } from './csv-row.ts'
import { missingIn } from './report-content.ts'
import { reportTexts } from './report-texts.ts'

/** What accounts for the figures, as rows of the open table: who answered and how, who is missing, trends, changes, methods. */
export function accountabilityRows(publication: Publication, language: LanguageCode): readonly CsvRow[] {
  const context = { language, fallback: publication.language, leastGroup: publication.disclosure.policy.leastGroup }
  const inLanguage = (text: LocalizedText): string => localize(text, language, publication.language)
  const { trend } = publication
  return [
    ...accountRows(publication, language).map((row) => ({ section: 'account', table: 'account', ...row })),
    ...missingIn(publication).flatMap((one) => missingRows(one, inLanguage)),
    ...(trend?.questions ?? []).flatMap((one) => trendRows(one, inLanguage, language)),
    ...changeRows(publication, { text: reportTexts(language), context }),
    ...methodSentences(publication, language).map(({ code, sentence }) => ({
      section: 'methods',
      table: 'methods',
      figure: code,
      answer_text: sentence,
    })),
  ]
}

function accountRows(
  { account: { answered, frame, fieldwork } }: Publication,
  language: LanguageCode,
): readonly CsvRow[] {
  const text = chartTexts(language)
  const several = new Intl.ListFormat(writtenLanguage(language), { type: 'disjunction' })
  const counted = (figure: string, count: number, words: string): CsvRow => ({
    figure,
    answer_text: words,
    status: 'shown',
    count,
  })
  const { invitations = null, modes = [], periods = [], reminders = [], places = null } = fieldwork ?? {}
  return [
    ...(frame && frame.population > 0 ? [counted('population', frame.population, text('account_population'))] : []),
    ...(frame && frame.invited > 0 ? [counted('invited', frame.invited, text('account_invited'))] : []),
    counted('answered', answered, text('account_answered')),
    ...(invitations ? [counted('invitations', invitations.invited, text('account_invited'))] : []),
    ...(invitations?.parts ?? []).map(({ parts, people }) =>
      counted(
        `invitations:${parts.join('+')}`,
        people,
        several.format(parts.map((part) => text(`invitation_${part}`))),
      ),
    ),
    ...modes.map(({ modes: of, people, atLeast }) => ({
      ...counted(`mode:${of.join('+')}`, people, several.format(of.map((mode) => text(`mode_${mode}`)))),
      status: atLeast ? 'atLeast' : 'shown',
    })),
    ...periods.map(({ from, to, people }) => ({ ...counted('period', people, ''), from, to })),
    ...reminders.map(({ week, atLeast }) => ({
      ...counted('reminded', atLeast, ''),
      status: 'atLeast',
      from: week,
      to: week,
    })),
    ...Object.entries(places ?? {}).flatMap(([name, count]) =>
      count === null ? [] : [counted(`places:${name}`, count, '')],
    ),
  ]
}

function missingRows(
  { variable, label, answers, groups }: RepresentedGroups,
  inLanguage: (text: LocalizedText) => string,
): readonly CsvRow[] {
  return groups.map((group): CsvRow => {
    const { code, people, shareOfPeople } = group
    const names = {
      section: 'missing',
      table: `missing×${variable}`,
      breakdown: variable,
      question_text: inLanguage(label),
      group: code,
      group_text: inLanguage(group.label),
      population: people,
      figure: 'represented',
      expected: shareOfPeople,
    }
    if (group.status === 'hidden') return { ...names, status: `hidden:${group.reason}` }
    const { answers: count, shareOfAnswers: share, low, high, verdict, status } = group
    return { ...names, status, count, share, low, high, verdict, total: answers }
  })
}

function trendRows(
  { question, label, points, differences }: QuestionOverRounds,
  inLanguage: (text: LocalizedText) => string,
  language: LanguageCode,
): readonly CsvRow[] {
  const names = { section: 'trend', table: `trend×${question}`, question, question_text: inLanguage(label) }
  const basisOf = (point: TrendPoint | undefined): string => (point?.weighted ? 'weighted' : 'counted')
  const rounds = points.map((point): CsvRow => {
    const { publication, wave, from, to, differs } = point
    const round = {
      ...names,
      figure: 'positive',
      basis: basisOf(point),
      group_text: inLanguage(wave),
      publication,
      from,
      to,
      differs: differs.join('+'),
      answer_text: differs.length === 0 ? '' : breaksText(differs, language),
    }
    if (point.status === 'hidden') return { ...round, status: 'hidden' }
    const { count, share, low, high } = point.positive
    return { ...round, status: 'shown', count, share, low, high, valid: point.n }
  })
  // Nothing is compared with a round that is weighted in another way.
  const basis = basisOf(points.at(-1))
  const since = differences.map((one): CsvRow => {
    const { since: publication, difference, low, high, verdict } = one
    return { ...names, figure: 'difference', basis, publication, status: 'shown', difference, low, high, verdict }
  })
  return [...rounds, ...since]
}

function changeRows({ changes: told }: Publication, words: ChangeWords): readonly CsvRow[] {
  if (told === undefined) return []
  const { publication } = told.since
  const names = { section: 'changes', table: 'changes', publication }
  return [
    { ...names, figure: 'since', answer_text: sinceSentence(told, words) },
    ...told.changes.map((change) => ({
      ...names,
      figure: change.kind,
      ...('question' in change && { question: change.question }),
      ...('variable' in change && { breakdown: change.variable }),
      answer_text: changeSentence(change, words),
    })),
  ]
}
