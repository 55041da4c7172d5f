import type { PublishedFieldwork } from '@klankbord/model'

/** An account that may be told, and which of its margins are left out because earlier editions told them otherwise. */
export interface ReleasedFieldwork {
  readonly fieldwork: PublishedFieldwork
  readonly heldBack: readonly (keyof PublishedFieldwork)[]
}

/**
 * Leaves out each margin that, beside the account of an earlier edition, would tell of a few people: it has other rows
 * than before, or a row that changed by fewer than the least group.
 */
export function besideEarlier(
  fieldwork: PublishedFieldwork,
  earlier: readonly PublishedFieldwork[],
  least: number,
): ReleasedFieldwork {
  const { invitations, modes, periods, places, reminders } = fieldwork
  const near = (rowsOf: (account: PublishedFieldwork) => Rows): boolean =>
    earlier.some((before) => areNear(rowsOf(before), rowsOf(fieldwork), least))
  const close = {
    invitations: invitations !== null && near(invitationRows),
    modes: modes.length > 0 && near(modeRows),
    periods: periods.length > 0 && earlier.some((before) => arePeriodsNear(before.periods, periods, least)),
    places: places !== null && near(placeRows),
  }
  return {
    fieldwork: {
      invitations: close.invitations ? null : invitations,
      modes: close.modes ? [] : modes,
      periods: close.periods ? [] : periods,
      reminders,
      places: close.places ? null : places,
    },
    heldBack: (['invitations', 'modes', 'periods', 'places'] as const).filter((margin) => close[margin]),
  }
}

/** Counts by a name; those of a margin that is not told: none. */
type Rows = ReadonlyMap<string, number>

const invitationRows = ({ invitations }: PublishedFieldwork): Rows =>
  new Map(invitations === null ? [] : invitations.parts.map(({ parts, people }) => [parts.join('+'), people]))

const modeRows = ({ modes }: PublishedFieldwork): Rows =>
  new Map(modes.map(({ modes: keys, people, atLeast }) => [`${keys.join('+')} ${atLeast}`, people]))

const placeRows = ({ places }: PublishedFieldwork): Rows =>
  new Map(Object.entries(places ?? {}).flatMap(([name, people]) => (people === null ? [] : [[name, people]])))

function areNear(before: Rows, now: Rows, least: number): boolean {
  if ([...before.keys(), ...now.keys()].some((name) => !(before.has(name) && now.has(name)))) return true
  return [...now].some(([name, people]) => isNear(people - (before.get(name) ?? 0), least))
}

const isNear = (change: number, least: number): boolean => change !== 0 && Math.abs(change) < least

/** Between two weeks at which periods of both end, answers came or went by nobody or by enough people. */
function arePeriodsNear(
  before: PublishedFieldwork['periods'],
  now: PublishedFieldwork['periods'],
  least: number,
): boolean {
  const ends = now.filter(({ to }) => before.some((one) => one.to === to)).map(({ to }) => to)
  const upTo = (periods: PublishedFieldwork['periods'], week: string): number =>
    periods.reduce((sum, { to, people }) => (to <= week ? sum + people : sum), 0)
  const changes = [...ends, '~'].map((week) => upTo(now, week) - upTo(before, week))
  return before.length === 0 || changes.some((change, at) => isNear(change - (changes[at - 1] ?? 0), least))
}
