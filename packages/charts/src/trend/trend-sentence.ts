import type { TrendBreak } from '@klankbord/model'
import { chartTexts, percentText, writtenLanguage } from '../chart-texts.ts'
import { numberWord } from '../spoken-text.ts'
import { capitalised } from '../localized.ts'
import type { TrendFigure, TrendPanel, TrendRound } from './trend-figure.ts'

/** What went up or down clearly since the round before, over all questions. */
export function trendSentence({ rows, language }: TrendFigure): string {
  const text = chartTexts(language)
  const verdicts = rows.flatMap((panel) => beforeIn(panel)?.difference?.verdict ?? [])
  const tested = verdicts.filter((verdict) => verdict !== 'tooFewToSay')
  if (tested.length === 0) return text('trendNotTested')
  const higher = tested.filter((verdict) => verdict === 'higher').length
  const lower = tested.filter((verdict) => verdict === 'lower').length
  if (higher + lower === 0) return text('trendNoneClear', { tested: tested.length })
  const words = { tested: tested.length, testedWord: numberWord(tested.length, language) }
  const part = (key: 'trendHigher' | 'trendLower' | 'trendLowerToo', count: number): readonly string[] =>
    count === 0 ? [] : [text(key, { ...words, count, countWord: capitalised(numberWord(count, language)) })]
  return [...part('trendHigher', higher), ...part(higher > 0 ? 'trendLowerToo' : 'trendLower', lower)].join(' ')
}

/** The same of one question: beside the round before, and from where on nothing earlier may be set beside it. */
export function panelSentence(panel: TrendPanel, language: string): string {
  const text = chartTexts(language)
  const last = panel.rounds.at(-1)
  const before = beforeIn(panel)
  if (last === undefined || before === undefined) return text('trendNotTested')
  const broken = panel.rounds.findLast(({ differs }) => differs.length > 0)
  const why = broken && breaksText(broken.differs, language)
  if (why !== undefined && broken === last) return text('trendBrokenNow', { why })
  const behind = why === undefined ? '' : ` ${text('trendBrokenBefore', { round: broken?.name ?? '', why })}`
  if (last.status === 'hidden' || before.status === 'hidden' || before.difference === null)
    return text(last.status === 'hidden' ? 'trendHiddenNow' : 'trendHiddenBefore', { round: before.name }) + behind
  const { verdict } = before.difference
  const shares = {
    round: before.name,
    before: percentText(before.value.percent, language),
    now: percentText(last.value.percent, language),
  }
  return text(`trend_${verdict}`, shares) + behind
}

/** The numbers of a plot as text, for who cannot see it. */
export function panelLabel({ rounds }: TrendPanel, language: string): string {
  const text = chartTexts(language)
  const words = rounds.map((round) =>
    round.status === 'hidden'
      ? text('labelBar', { label: round.name, percent: text('notShown') })
      : text('labelBar', { label: round.name, percent: percentText(round.value.percent, language) }),
  )
  return words.join(' ')
}

/** In what a round was asked otherwise, in words. */
export function breaksText(differs: readonly TrendBreak[], language: string): string {
  const words = differs.map((one) => chartTexts(language)(`break_${one}`))
  return new Intl.ListFormat(writtenLanguage(language), { type: 'conjunction' }).format(words)
}

function beforeIn({ rounds }: TrendPanel): TrendRound | undefined {
  return rounds.at(-2)
}
