import {
  anonymousAccount,
  fieldworkAccount,
  problem,
  type FieldworkAccount,
  type FieldworkEvent,
  type ResponseMargins,
  type TracedInvitation,
  type WaveMode,
} from '@klankbord/model'
import { sql, type Transaction } from 'kysely'
import type { Kysely } from 'kysely'
import { isUuid } from '../is-uuid.ts'
import type { Schema } from '../schema.ts'
import { atLeast, roundedDown, stepOf } from '../sealing/at-least.ts'
import type { WaveReference } from '../waves.ts'
import type { CodeOutcome } from './fieldwork-tables.ts'
import { heardApart } from './heard-apart.ts'

/** What became of the codes of a wave, and what came in. Codes that were handed out without an invitation count as invited. */
export type WaveAccount =
  | {
      readonly mode: 'codeConfidential'
      readonly total: FieldworkAccount
      readonly strata: readonly ({ readonly stratum: string } & FieldworkAccount)[]
      readonly notInvitedYet: number
    }
  | {
      readonly mode: 'codeAnonymous'
      /** As of the last sealed portion. */
      readonly total: FieldworkAccount
      readonly strata: readonly RoundedStratum[]
      /** Rounded down as strata are, by the name of the margin and its value. */
      readonly margins: ResponseMargins['margins']
      readonly notInvitedYet: number
    }
  /** Nobody can know who answered of those who were asked. */
  | { readonly mode: 'open'; readonly answered: number }

/** A stratum of an anonymous wave; small ones are taken together. */
export interface RoundedStratum {
  readonly strata: readonly string[]
  readonly made: number
  /** Rounded down to a multiple of the least group, so that nobody reads in it who took part. */
  readonly usedAtLeast: number
}

/**
 * The account of a wave, all of it as of one moment: invited = undeliverable + not in the group + refused + used + open,
 * and used = answered + withdrawn. Of an anonymous wave nothing that waits to be sealed is in it, and of its strata only
 * as much as `countAccessCodes` tells. It needs no contact, so it still balances when those are erased.
 *
 * @param leastGroup of the study: what is rounded is rounded by it, and smaller groups of codes are taken together; 10 where it is less
 * @throws Problem `unknownWave`, `accountUnbalanced` when somebody changed the database by hand
 */
export async function waveAccount(db: Kysely<Schema>, wave: WaveReference, leastGroup: number): Promise<WaveAccount> {
  if (!isUuid(wave.studyId) || !isUuid(wave.waveId)) throw problem('unknownWave', { wave: wave.waveId })
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const { rows } = await sql<{ mode: WaveMode; ended: boolean; responses: number }>`
        select mode, state = 'sealed' as ended,
          (select count(*)::integer from responses where ${here(wave)}) as responses
        from waves where study_id = ${wave.studyId} and id = ${wave.waveId}`.execute(trx)
      const [found] = rows
      if (found === undefined) throw problem('unknownWave', { wave: wave.waveId })
      if (found.mode === 'open') return { mode: 'open', answered: found.responses }
      return found.mode === 'codeConfidential'
        ? confidentialOf(trx, wave)
        : anonymousOf(trx, wave, { ...found, step: stepOf(leastGroup) })
    })
}

const here = ({ studyId, waveId }: WaveReference) => sql`study_id = ${studyId} and wave_id = ${waveId}`

interface CodeGroup {
  readonly stratum: string
  readonly outcome: CodeOutcome | null
  readonly used: boolean
  readonly answered: boolean
  readonly codes: number
}

async function confidentialOf(trx: Transaction<Schema>, wave: WaveReference): Promise<WaveAccount> {
  const { rows } = await sql<CodeGroup>`
    select coalesce(known.stratum, '') as stratum, known.outcome, known.state = 'used' as used,
      answer.id is not null as answered, count(*)::integer as codes
    from access_codes known
      left join responses answer on answer.study_id = known.study_id and answer.id = known.response_id
    where known.study_id = ${wave.studyId} and known.wave_id = ${wave.waveId}
    group by 1, 2, 3, 4`.execute(trx)
  const traced = rows.flatMap((group) =>
    Array.from({ length: group.codes }, (): TracedInvitation => ({ stratum: group.stratum, events: eventsIn(group) })),
  )
  return { mode: 'codeConfidential', ...fieldworkAccount(traced) }
}

const OUTCOME_EVENTS = {
  undeliverable: { kind: 'returnedUndeliverable', destination: 1 },
  notInGroup: { kind: 'saidNotInGroup' },
  refused: { kind: 'refused' },
} as const

/** What is known of a code, told as what happened to an invitation: `dispositionOf` decides what counts. */
function eventsIn({ outcome, used, answered }: CodeGroup): readonly FieldworkEvent[] {
  const on = ''
  const sent =
    outcome === null
      ? ({ kind: 'invited', route: 'handedOver', destination: 1 } as const)
      : outcome === 'notInvited'
        ? null
        : OUTCOME_EVENTS[outcome]
  const came = used ? ({ kind: answered ? 'codeUsed' : 'withdrew' } as const) : null
  return [sent, came].flatMap((event, place) => (event === null ? [] : [{ id: String(place), on, ...event }]))
}

interface CodeMargin {
  readonly stratum: string
  readonly made: number
  readonly used: number
  readonly undeliverable: number
  readonly notInGroup: number
  readonly refused: number
  readonly notInvited: number
}

async function anonymousOf(
  trx: Transaction<Schema>,
  wave: WaveReference,
  { ended, responses, step }: { readonly ended: boolean; readonly responses: number; readonly step: number },
): Promise<WaveAccount> {
  const { rows: codes } = await (ended ? keptMargin(wave, step) : codeMargin(wave, step)).execute(trx)
  const { rows: counted } = await sql<{ margin: string; value: string; responses: number }>`
    select margin, value, responses from wave_margins where ${here(wave)}`.execute(trx)
  const { rows: sealed } = await sql<{ used: number }>`
    select coalesce(sum(codes), 0)::integer as used from seals where ${here(wave)}`.execute(trx)
  const sum = (of: Exclude<keyof CodeMargin, 'stratum'>): number => codes.reduce((all, group) => all + group[of], 0)
  const used = codes.length === 0 ? 0 : (sealed[0]?.used ?? 0)
  const imported = counted.find(({ margin, value }) => margin === 'channel' && value === 'import')?.responses ?? 0
  const answered = Math.max(0, Math.min(used, responses - imported))
  const made = sum('made')
  const { notInvited: notInvitedYet, ...heard } = heardApart({
    made,
    used,
    notInvited: sum('notInvited'),
    undeliverable: sum('undeliverable'),
    notInGroup: sum('notInGroup'),
    refused: sum('refused'),
  })
  const { total, margins } = anonymousAccount(
    [{ stratum: '', invited: made - notInvitedYet, ...heard, used }],
    { answered, withdrawn: used - answered, margins: roundedMargins(counted, used, step) },
    step,
  )
  return { mode: 'codeAnonymous', total, strata: largeEnough(codes, step), margins, notInvitedYet }
}

/** What staff know of invitations counts whether their code was used or not: see `heardApart`. */
function codeMargin(wave: WaveReference, step: number) {
  const known = (outcome: CodeOutcome) => sql`count(*) filter (where outcome = ${outcome}::text)::integer`
  return sql<CodeMargin>`
    select coalesce(stratum, '') as stratum, count(*)::integer as made, ${atLeast(sql`state = 'used'`, step)} as used,
      ${known('undeliverable')} as undeliverable, ${known('notInGroup')} as "notInGroup",
      ${known('refused')} as refused, ${known('notInvited')} as "notInvited"
    from access_codes where ${here(wave)} group by 1 order by 1`
}

/** The same after the end, when the codes themselves are gone. */
function keptMargin(wave: WaveReference, step: number) {
  return sql<CodeMargin>`
    select stratum, made, ${roundedDown(sql`used`, step)} as used, undeliverable, not_in_group as "notInGroup", refused, not_invited as "notInvited"
    from code_counts where ${here(wave)} order by stratum`
}

function roundedMargins(
  counted: readonly { readonly margin: string; readonly value: string; readonly responses: number }[],
  used: number,
  step: number,
): ResponseMargins['margins'] {
  const margins: Record<string, Record<string, number>> = {}
  for (const { margin, value, responses } of counted) {
    if (value === 'import') continue
    const rounded = Math.floor(Math.min(responses, used) / step) * step
    margins[margin] = { ...margins[margin], [value]: rounded }
  }
  return margins
}

function largeEnough(codes: readonly CodeMargin[], least: number): readonly RoundedStratum[] {
  const large = codes.filter(({ made }) => made >= least)
  const small = codes.filter(({ made }) => made < least)
  const together = {
    strata: small.map(({ stratum }) => stratum),
    made: small.reduce((sum, { made }) => sum + made, 0),
    usedAtLeast: 0,
  }
  return [
    ...large.map(({ stratum, made, used }) => ({ strata: [stratum], made, usedAtLeast: used })),
    ...(small.length === 0 ? [] : [together]),
  ]
}
