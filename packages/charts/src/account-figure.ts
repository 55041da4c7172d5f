import type { InvitationPart, LanguageCode, PublishedFieldwork, ResponseAccount } from '@klankbord/model'
import { chartTexts, formatNumber, writtenLanguage } from './chart-texts.ts'
import type { AccountFigure, AccountRow } from './figure.ts'
import type { FigureContext } from './figure-context.ts'
import { capitalised, localized } from './localized.ts'
import { wholePercent } from './whole-percent.ts'

type Invitations = NonNullable<PublishedFieldwork['invitations']>

/** Who cannot have read an invitation that was for them. */
const AWAY: readonly InvitationPart[] = ['undeliverable', 'notInGroup']

/**
 * The figure from population to answers: who was invited, whom that did not reach, who gave no answer, and who did; then how
 * and when the answers came. Without a frame and without invitations it has one row and no percentages. The population has
 * its own row only when not all of it was invited.
 */
export function accountFigure(account: ResponseAccount, context: FigureContext): AccountFigure {
  const { answered, frame, fieldwork } = account
  // Of a round in which anybody could take part the sizes of groups may be known, and nobody was invited.
  const listed = frame !== null && frame.invited > 0 ? frame.invited : null
  const counted = fieldwork?.invitations ?? null
  // Where list and letters are not of the same people, only the list says of whom the answers are a share.
  const invitations = counted !== null && (listed === null || listed === counted.invited) ? counted : null
  const invited = listed ?? invitations?.invited ?? null
  const population = frame !== null && frame.population !== listed && frame.population > 0 ? frame.population : null
  // Of letters without codes nobody knows who answered of those who got one.
  const traced = listed !== null || (invitations !== null && cameOf(invitations) === answered)
  const rows = [
    ...(population === null ? [] : [row('population', population, null, context)]),
    ...(invited === null ? [] : [row('invited', invited, 100, context)]),
    ...(invitations === null ? [] : lostRows(invitations, answered, context)),
    row('answered', answered, invited !== null && traced ? wholePercent(answered, invited) : null, context),
    ...(fieldwork === undefined ? [] : partRows(fieldwork, answered, context)),
  ]
  return {
    kind: 'account',
    language: context.language,
    name: 'account',
    domain: { min: 0, max: Math.max(1, ...rows.map(({ to }) => to)) },
    source: frame ? localized(frame.source, context) : null,
    rows,
  }
}

function row(
  step: 'population' | 'invited' | 'reached' | 'came' | 'answered',
  count: number,
  percent: number | null,
  { language }: FigureContext,
): AccountRow {
  const label = chartTexts(language)(`account_${step}`)
  return { status: 'shown', step, label, count, atLeast: false, percent, from: 0, to: count }
}

/** How many of the invited answered; 0 where nobody knows. */
function cameOf({ parts }: Invitations): number {
  return parts.find((one) => one.parts.includes('answered'))?.people ?? 0
}

/** What became of the invited who did not answer, and where those of whom that is known are apart, how many it reached. */
function lostRows(invitations: Invitations, answered: number, context: FigureContext): readonly AccountRow[] {
  const { invited, parts } = invitations
  const came = cameOf(invitations)
  const traced = came > 0
  const rows: AccountRow[] = []
  let left = invited
  const lost = parts.filter((one) => !one.parts.includes('answered') && one.people > 0)
  const away = lost.filter((one) => one.parts.every((part) => AWAY.includes(part)))
  const others = lost.filter((one) => !away.includes(one))
  const add = ({ parts: of, people }: Invitations['parts'][number]): void => {
    const label = lostLabel(of, traced, context)
    const percent = wholePercent(people, invited)
    const [from, to] = [left - people, left]
    rows.push({ status: 'shown', step: 'lost', label, count: people, atLeast: false, percent, from, to })
    left = from
  }
  for (const one of away) add(one)
  if (away.length > 0) rows.push(row('reached', left, wholePercent(left, invited), context))
  if (traced) for (const one of others) add(one)
  if (traced && came !== answered) rows.push(row('came', came, wholePercent(came, invited), context))
  return rows
}

function lostLabel(parts: readonly InvitationPart[], traced: boolean, { language }: FigureContext): string {
  const text = chartTexts(language)
  const words = parts.map((part) => text(part === 'noAnswer' && !traced ? 'invitation_notKnown' : `invitation_${part}`))
  return capitalised(new Intl.ListFormat(writtenLanguage(language), { type: 'disjunction' }).format(words))
}

/** By which way and in which weeks answers came: margins beside each other. One row alone says nothing new. */
function partRows(
  { modes, periods }: PublishedFieldwork,
  answered: number,
  context: FigureContext,
): readonly AccountRow[] {
  const { language } = context
  const text = chartTexts(language)
  const several = new Intl.ListFormat(writtenLanguage(language), { type: 'disjunction' })
  const partOf = (label: string, people: number, atLeast: boolean): AccountRow => {
    const percent = atLeast ? null : wholePercent(people, answered)
    return { status: 'shown', step: 'part', label, count: people, atLeast, percent, from: 0, to: people }
  }
  const ways = modes.map(({ modes: of, people, atLeast }) =>
    partOf(capitalised(several.format(of.map((mode) => text(`mode_${mode}`)))), people, atLeast),
  )
  const years = [...new Set(periods.flatMap(({ from, to }) => [from.slice(0, 4), to.slice(0, 4)]))]
  const year = years.length === 1 ? (years[0] ?? '') : ''
  const weeks = periods.map(({ from, to, people }) => partOf(weeksText(from, to, year !== '', language), people, false))
  return [
    ...sectioned(text('accountModes'), ways),
    ...(weeks.length > 1 ? sectioned(text(year === '' ? 'accountPeriods' : 'accountPeriodsIn', { year }), weeks) : []),
  ]
}

function sectioned(section: string, [first, ...rest]: readonly AccountRow[]): readonly AccountRow[] {
  return first === undefined ? [] : [{ ...first, section }, ...rest]
}

/** ISO weeks in words, with their year where it is not said already. */
function weeksText(from: string, to: string, yearKnown: boolean, language: LanguageCode): string {
  const text = chartTexts(language)
  const [[firstYear = '', first = ''], [year = '', last = '']] = [from.split('-W'), to.split('-W')]
  const weeks = { from: Number(first), to: Number(last), year, firstYear }
  if (from === to) return text(yearKnown ? 'week' : 'weekOfYear', weeks)
  if (firstYear !== year) return text('weeksOverYears', weeks)
  return text(yearKnown ? 'weeks' : 'weeksOfYear', weeks)
}

/** A count as an account writes it: what is lost with a minus sign, what is rounded down as the least that it is. */
export function accountCountText({ step, count, atLeast }: AccountRow, language: LanguageCode): string {
  const written = formatNumber(count, language)
  if (atLeast) return chartTexts(language)('atLeast', { count: written })
  return step === 'lost' ? `−${written}` : written
}
