import type {
  AnswerMode,
  DisclosurePolicy,
  FieldworkCounts,
  InvitationCount,
  InvitationPart,
  PlaceTotals,
  PublishedFieldwork,
} from '@klankbord/model'
import { besideEarlier, type ReleasedFieldwork } from './beside-earlier.ts'
import { takeTogether, type CountedPeople } from './take-together.ts'

/**
 * The account of fieldwork as everybody may read it. Each count is of at least the least group: fewer are taken together
 * with others, or their whole margin is left out. What editions before say of the same people counts as known.
 *
 * Nothing is told by stratum of the frame: how many of a district answered would bound the groups of that district that
 * tables hide.
 *
 * @param answered how many answers the publication is made of
 * @param earlier the accounts of all earlier editions of this wave
 */
export function releaseFieldwork(
  counts: FieldworkCounts,
  answered: number,
  { leastGroup: least }: DisclosurePolicy,
  earlier: readonly PublishedFieldwork[],
): ReleasedFieldwork {
  const fieldwork: PublishedFieldwork = {
    invitations: invitationsOf(counts, answered, least),
    modes: counts.rounded ? roundedModes(counts, answered, least) : countedModes(counts, answered, least),
    periods: periodsOf(counts.weeks, answered, least),
    reminders: counts.reminders.flatMap(({ week, sent }) => {
      const atLeast = Math.floor(sent / least) * least
      return atLeast === 0 ? [] : [{ week, atLeast }]
    }),
    places: placesOf(counts.places, least),
  }
  return besideEarlier(fieldwork, earlier, least)
}

/** Who could not be reached stays apart from who could where that is possible: a net rate is made of it. */
function invitationsOf(
  { invitations }: FieldworkCounts,
  answered: number,
  least: number,
): PublishedFieldwork['invitations'] {
  if (invitations === null) return null
  const { invited, undeliverable, notInGroup, refused, withdrawn, open } = invitations
  const came = invitations.answered
  // Answers beside the invitations, as of a file or of codes that wait to be sealed: of a few it would tell that they are.
  if (came > 0 && came !== answered && Math.abs(came - answered) < least) return null
  const rowOf = (part: InvitationPart, people: number): CountedPeople<InvitationPart> => ({ keys: [part], people })
  const away = [rowOf('undeliverable', undeliverable), rowOf('notInGroup', notInGroup)]
  const silent = [rowOf('refused', refused), rowOf('withdrawn', withdrawn), rowOf('noAnswer', open)]
  const apart = [takeTogether(away, least), takeTogether(silent, least)]
  const [one, other] = apart
  const rows = one && other ? [...one, ...other] : takeTogether([...away, ...silent], least)
  if (rows === null || (came > 0 && came < least)) return null
  const told = [...rows, ...(came > 0 ? [rowOf('answered', came)] : [])]
  return { invited, parts: told.map(({ keys, people }): InvitationCount => ({ parts: keys, people })) }
}

function countedModes({ modes }: FieldworkCounts, answered: number, least: number): PublishedFieldwork['modes'] {
  const counted = modeRows(modes)
  if (counted.reduce((sum, { people }) => sum + people, 0) !== answered) return []
  const rows = takeTogether(counted, least) ?? []
  return rows.map(({ keys, people }) => ({ modes: keys, people, atLeast: false }))
}

/** Of modes that are not shown it must stay unknown how many they are at most: what is left of all must be enough. */
function roundedModes({ modes }: FieldworkCounts, answered: number, least: number): PublishedFieldwork['modes'] {
  const rounded = modeRows(modes).map(({ keys, people }) => ({ keys, people: Math.floor(people / least) * least }))
  const shown = rounded.filter(({ people }) => people > 0).toSorted((a, b) => b.people - a.people)
  const hides = shown.length < rounded.length
  const left = (rows: typeof shown): number => rows.reduce((rest, { people }) => rest - people, answered)
  if (hides) while (shown.length > 0 && left(shown) <= least) shown.pop()
  return rounded
    .filter((row) => shown.includes(row))
    .map(({ keys, people }) => ({ modes: keys, people, atLeast: true }))
}

function modeRows(modes: FieldworkCounts['modes']): readonly CountedPeople<AnswerMode>[] {
  return (Object.entries(modes) as [AnswerMode, number][]).map(([mode, people]) => ({ keys: [mode], people }))
}

/** Weeks one after another, until each period has more than the least group; what is left at the end goes with the last. */
function periodsOf(weeks: FieldworkCounts['weeks'], answered: number, least: number): PublishedFieldwork['periods'] {
  const came = weeks.filter(({ responses }) => responses > 0)
  if (answered <= least || came.reduce((sum, { responses }) => sum + responses, 0) !== answered) return []
  const periods: { from: string; to: string; people: number }[] = []
  let left = answered
  for (const { week, responses } of came) {
    const last = periods.at(-1)
    if (last === undefined || (last.people > least && left > least))
      periods.push({ from: week, to: week, people: responses })
    else {
      last.to = week
      last.people += responses
    }
    left -= responses
  }
  return periods
}

/** Counts of a place are told where what lies between them is nobody, or enough people. */
function placesOf(places: PlaceTotals | null, least: number): PlaceTotals | null {
  if (places === null) return null
  const { approached, refused, started, finished } = places
  const enough = (people: number): boolean => people === 0 || people >= least
  if (!enough(finished) || !enough(started - finished)) return null
  const known = refused !== null && enough(refused)
  const others = approached === null ? -1 : approached - (refused ?? 0) - started
  return {
    approached: known && others >= 0 && enough(others) ? approached : null,
    refused: known ? refused : null,
    started,
    finished,
  }
}
