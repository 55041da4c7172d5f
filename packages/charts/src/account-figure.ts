import type { ResponseAccount } from '@klankbord/model'
import { chartTexts } from './chart-texts.ts'
import type { AccountFigure, AccountRow, FigureContext } from './figure.ts'
import { localized } from './localized.ts'
import { wholePercent } from './whole-percent.ts'

/**
 * The figure from population to answers. Without a frame it has one row and no percentages. The population has
 * its own row only when not all of it was invited.
 */
export function accountFigure(account: ResponseAccount, context: FigureContext): AccountFigure {
  const text = chartTexts(context.language)
  const { answered, frame } = account
  const row = (step: AccountRow['step'], count: number, percent: number | null): AccountRow => ({
    status: 'shown',
    step,
    label: text(`account_${step}`),
    count,
    percent,
  })
  const rows = frame
    ? [
        ...(frame.population === frame.invited ? [] : [row('population', frame.population, null)]),
        row('invited', frame.invited, 100),
        row('answered', answered, wholePercent(answered, frame.invited)),
      ]
    : [row('answered', answered, null)]
  return {
    kind: 'account',
    language: context.language,
    name: 'account',
    domain: { min: 0, max: Math.max(1, ...rows.map(({ count }) => count)) },
    source: frame ? localized(frame.source, context) : null,
    rows,
  }
}
