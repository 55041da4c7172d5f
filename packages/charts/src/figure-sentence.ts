import { chartTexts, eitherOf, percentText, writtenLanguage } from './chart-texts.ts'
import type {
  AccountFigure,
  AgreementFigure,
  ComparisonFigure,
  DistributionFigure,
  Figure,
  RepresentationFigure,
} from './figure.ts'
import { unstopped } from './localized.ts'
import { numberWord, positiveSentence, spokenPeople } from './spoken-text.ts'

/**
 * What a figure says, in one or two plain sentences. It names a group or an answer only where the difference is
 * more than chance, and otherwise says that nothing stands out.
 *
 * @example figureSentence(figure) // 'Bij alle drie vragen is duidelijk meer dan de helft positief.'
 */
export function figureSentence(figure: Figure): string {
  switch (figure.kind) {
    case 'agreement':
      return agreementSentence(figure)
    case 'comparison':
      return comparisonSentence(figure)
    case 'distribution':
      return distributionSentence(figure)
    case 'account':
      return accountSentence(figure)
    case 'representation':
      return representationSentence(figure)
  }
}

function agreementSentence(figure: AgreementFigure): string {
  const text = chartTexts(figure.language)
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
    return positiveSentence(question, first.positive.share, figure.language)
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

function comparisonSentence(figure: ComparisonFigure): string {
  const text = chartTexts(figure.language)
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

function distributionSentence(figure: DistributionFigure): string {
  const text = chartTexts(figure.language)
  const shown = figure.rows.flatMap((row) => (row.status === 'shown' ? [row] : []))
  if (shown.length === 0) return text('tooFewToSay')
  const top = shown.find((row) => shown.every((other) => other === row || row.value.from > other.value.to))
  if (!top || shown.length < figure.rows.length) return text('distributionFlat')
  return text('distributionTop', { label: top.label, percent: percentText(top.value.percent, figure.language) })
}

function accountSentence(figure: AccountFigure): string {
  const text = chartTexts(figure.language)
  const answered = figure.rows.find((row) => row.step === 'answered')?.count ?? 0
  const invited = figure.rows.find((row) => row.step === 'invited')?.count
  if (invited === undefined) return text('accountOpen', { count: answered })
  return text('accountSentence', { ...spokenPeople(answered, invited, figure.language) })
}

function representationSentence(figure: RepresentationFigure): string {
  const text = chartTexts(figure.language)
  const under = figure.rows.flatMap((row) => (row.status === 'shown' && row.verdict === 'under' ? [row.label] : []))
  return under.length === 0
    ? text('representationFair')
    : text('representationUnder', { groups: joined(under, figure) })
}

function joined(parts: readonly string[], figure: Figure): string {
  return new Intl.ListFormat(writtenLanguage(figure.language), { type: 'conjunction' }).format(parts)
}
