import { responseRates, summarizePlaces, type DispositionCounts, type FieldworkAccount } from '@klankbord/model'
import { studyAccount, type StudyAccount } from '../../fieldwork/study-account.ts'
import { waveAt } from '../../respondent/visit.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface AccountOrder {
  readonly data: string
  readonly wave: string
  readonly json?: boolean
}

/** Prints what became of everybody who was invited, and what was counted where nobody was. */
export async function printAccount(place: Surroundings, { data, wave, json }: AccountOrder): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    const account = await studyAccount(context, opened.wave)
    if (json === true) return place.terminal.print(JSON.stringify(account, null, 2))
    for (const line of accountLines(account)) place.terminal.print(line)
    if (account.mode === 'codeAnonymous')
      place.terminal.warn(say('codesAsSealed', { portion: opened.wave.portion, needed: 2 * opened.wave.portion }))
  })
}

function accountLines(account: StudyAccount): readonly string[] {
  return [...modeLines(account), ...placeLines(account)]
}

function modeLines(account: StudyAccount): readonly string[] {
  if (account.mode === 'open')
    return [
      ...(account.invitations === null ? [] : [countsLine('accountAsked', account.invitations)]),
      say('accountAnswered', { answered: account.answered }),
    ]
  const { total, notInvitedYet } = account
  const waiting = notInvitedYet === 0 ? [] : [say('accountNotInvited', { count: notInvitedYet })]
  const totals = [countsLine('accountInvited', total), usedLine(total), ratesLine(total), ...waiting]
  if (account.mode === 'codeConfidential') return [...totals, ...account.strata.map((row) => stratumLine(row))]
  return [
    ...totals,
    ...account.strata.map(({ strata, made, usedAtLeast: used }) =>
      say('codeCountRounded', { stratum: strata.map(named).join(' + '), made, used }),
    ),
    ...Object.entries(account.margins).flatMap(([margin, counts]) =>
      Object.entries(counts).map(([value, responses]) => say('accountMargin', { margin, value, responses })),
    ),
  ]
}

const named = (stratum: string): string => (stratum === '' ? '-' : stratum)

const countsLine = (sentence: 'accountInvited' | 'accountAsked', counts: DispositionCounts): string =>
  say(sentence, { ...counts })

const usedLine = ({ used, answered, withdrawn }: FieldworkAccount): string =>
  say('accountUsed', { used, answered, withdrawn })

function ratesLine(total: FieldworkAccount): string {
  const { gross, net } = responseRates(total)
  const told = (rate: number | null): string => (rate === null ? '-' : `${(rate * 100).toFixed(1)} %`)
  return say('accountRates', { gross: told(gross), net: told(net) })
}

const stratumLine = (row: { readonly stratum: string } & FieldworkAccount): string =>
  say('accountStratum', { ...row, stratum: named(row.stratum) })

function placeLines({ places }: StudyAccount): readonly string[] {
  if (places.length === 0) return []
  const summary = summarizePlaces(places)
  const told = (count: number | null): string => (count === null ? '-' : String(count))
  return summary.places.map(({ place, approached, refused, started, finished }) =>
    say('accountPlace', { place, approached: told(approached), refused: told(refused), started, finished }),
  )
}
