import { chartTexts, eitherOf, percentText, writtenLanguage, type Say } from './chart-texts.ts'
import type {
  AccountFigure,
  AgreementFigure,
  ComparisonFigure,
  DistributionFigure,
  Figure,
  RepresentationFigure,
} from './figure.ts'
import { unstopped } from './localized.ts'
import { numbersSentence } from './numbers/numbers-sentence.ts'
import { trendSentence } from './trend/trend-sentence.ts'
import { numberWord, positiveSentence, spokenPeople } from './spoken-text.ts'

/**
 * What a figure says, in one or two plain sentences. It names a group or an answer only where the difference is
 * more than chance, and otherwise says that nothing stands out.
 *
 * @param before what was said just before it, on the same page: the same words are not said twice in a row
 * @example figureSentence(figure) // 'Bij alle drie vragen is duidelijk meer dan de helft positief.'
 */
export function figureSentence(figure: Figure, before?: string): string {
  const sentence = cautious(figure, sentenceOf(figure, 'no'))
  return sentence === before ? cautious(figure, sentenceOf(figure, 'yes')) : sentence
}

/** What few people answered is said to be so. */
function cautious(figure: Figure, sentence: string): string {
  if (figure.kind !== 'agreement' && figure.kind !== 'distribution' && figure.kind !== 'numbers') return sentence
  const rows: readonly { readonly status: string }[] =
    figure.kind === 'numbers' ? figure.rows.filter(({ whole }) => whole) : figure.rows
  const shown = rows.filter(({ status }) => status !== 'hidden')
  const few = shown.length > 0 && shown.every(({ status }) => status === 'indicative')
  return few ? `${sentence} ${chartTexts(figure.language)('fewInAll')}` : sentence
}

function sentenceOf(figure: Figure, again: 'yes' | 'no'): string {
  const text = chartTexts(figure.language)
  const say: Say = (key, values) => text(key, { ...values, again })
  switch (figure.kind) {
    case 'agreement':
      return agreementSentence(figure, say, again)
    case 'comparison':
      return comparisonSentence(figure, say)
    case 'distribution':
      return distributionSentence(figure, say)
    case 'account':
      return accountSentence(figure, say)
    case 'representation':
      return representationSentence(figure, say)
    case 'trend':
      return trendSentence(figure)
    case 'numbers':
      return numbersSentence(figure, say)
  }
}

function agreementSentence(figure: AgreementFigure, text: Say, again: 'yes' | 'no'): string {
  const shown = figure.rows.flatMap((row) => (row.status === 'hidden' ? [] : [row]))
  const [first] = shown
  if (!first) return text('tooFewToSay')
  if (shown.length === 1) {
    const measure = first.segments.filter((s) => s.step > 3).map((s) => s.label)
    const question = {
      statement: first.label,
      agreeing: figure.agreeing && !first.twoAnswers,
      measure: eitherOf(measure, figure.language),
    }
    return positiveSentence(question, first.positive.share, figure.language, again)
  }
  const most = shown.filter((row) => row.positive.from > 50).length
  const least = shown.filter((row) => row.positive.to < 50)
  const words = {
    total: shown.length,
    totalWord: numberWord(shown.length, figure.language),
    countWord: numberWord(most, figure.language),
  }
  const opening =
    most === shown.length
      ? text('mostPositiveAll', words)
      : text(most === 0 ? 'mostPositiveNone' : 'mostPositiveSome', words)
  const [only] = least
  if (!only) return opening
  return least.length === 1
    ? `${opening} ${text('leastPositiveOne', { statement: unstopped(only.label) })}`
    : `${opening} ${text('leastPositiveMany', { countWord: numberWord(least.length, figure.language) })}`
}

function comparisonSentence(figure: ComparisonFigure, text: Say): string {
  const shown = figure.rows.flatMap((row) => (row.status === 'hidden' ? [] : [row]))
  const clear = shown.filter((row) => row.verdict === 'lower' || row.verdict === 'higher')
  const [only] = clear
  if (figure.uncompared) return text('notCompared')
  if (!only) return text(shown.some((row) => row.verdict === 'noClearDifference') ? 'noneClear' : 'tooFewToSay')
  if (clear.length > 1 || !figure.everybody) {
    return text('manyClear', {
      groups: joined(
        clear.map((r) => `${r.label} (${r.verdictText})`),
        figure,
      ),
    })
  }
  return text(only.verdict === 'lower' ? 'oneLower' : 'oneHigher', {
    group: only.label,
    percent: percentText(only.value.percent, figure.language),
    everybody: percentText(figure.everybody.percent, figure.language),
  })
}

function distributionSentence(figure: DistributionFigure, text: Say): string {
  const shown = figure.rows.flatMap((row) => (row.status === 'hidden' ? [] : [row]))
  if (shown.length === 0) return text('tooFewToSay')
  const top = shown.find((row) => shown.every((other) => other === row || row.value.from > other.value.to))
  if (!top || shown.length < figure.rows.length) return text('distributionFlat')
  return text('distributionTop', { label: top.label, percent: percentText(top.value.percent, figure.language) })
}

function accountSentence(figure: AccountFigure, text: Say): string {
  const answered = figure.rows.find((row) => row.step === 'answered')
  const invited = figure.rows.find((row) => row.step === 'invited')?.count
  const count = answered?.count ?? 0
  // Answers that are no part of the invited are no share of them either.
  if (invited === undefined || answered?.percent === null) return text('accountOpen', { count })
  return text('accountSentence', { ...spokenPeople(count, invited, figure.language) })
}

function representationSentence(figure: RepresentationFigure, text: Say): string {
  const under = figure.rows.flatMap((row) => (row.status === 'shown' && row.verdict === 'under' ? [row.label] : []))
  if (under.length > 0) return text('representationUnder', { groups: joined(under, figure) })
  const hidden = figure.rows.filter(({ status }) => status === 'hidden').length
  if (hidden === figure.rows.length) return text('tooFewToSay')
  return text(hidden === 0 ? 'representationFair' : 'representationFairShown')
}

function joined(parts: readonly string[], figure: Figure): string {
  return new Intl.ListFormat(writtenLanguage(figure.language), { type: 'conjunction' }).format(parts)
}
