import { localize, type Frame, type Quotas, type Questionnaire } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import type { Clock } from '../../clock.ts'
import type { OpenedWave } from '../../respondent/opened-wave.ts'
import { wavePhase } from '../../respondent/wave-phase.ts'
import { say } from '../say.ts'

/** A wave in sentences: its days, ways, languages, limits and how many people there are. Limits only, never how many came. */
export function waveLines({ wave, questionnaire, languages }: OpenedWave, clock: Clock): readonly string[] {
  const { opensOn, closesOn, resultsFrom, lastDay, channels, quotas, frame, erasesOn, mode } = wave
  const none = 'none'
  return [
    say('wavePhase', { phase: wavePhase(wave, clock), mode, opensOn: opensOn ?? none, lastDay: lastDay ?? none }),
    say('waveDays', { opensOn: opensOn ?? none, closesOn: closesOn ?? none }),
    say('waveResults', { resultsFrom: resultsFrom ?? none }),
    say('waveWays', { channels: channels.join(', ') }),
    say('waveLanguages', { languages: languages.join(', ') }),
    ...(quotas === null ? [] : limitLines(questionnaire, quotas)),
    ...(frame === null ? [say('waveNoFrame')] : frameLines(questionnaire, frame)),
    ...(erasesOn === null ? [] : [say('waveTriesOut', { erasesOn })]),
  ]
}

function limitLines(questionnaire: Questionnaire, { total, by }: Quotas): readonly string[] {
  return [
    ...(total === undefined ? [] : [say('waveLimit', { total })]),
    ...Object.entries(by?.most ?? {}).map(([code, most]) =>
      say('waveLimitOf', { variable: by?.variable ?? '', answer: named(questionnaire, by?.variable, code), most }),
    ),
  ]
}

function frameLines(questionnaire: Questionnaire, { population, invited, strata, source }: Frame): readonly string[] {
  return [
    say('waveFrame', { population, invited, source: localize(source, 'en', 'nl') }),
    ...Object.entries(strata).flatMap(([variable, sizes]) =>
      Object.entries(sizes).map(([code, people]) =>
        say('waveStratum', { variable, answer: named(questionnaire, variable, code), people }),
      ),
    ),
    ...(Object.keys(strata).length === 0 ? [say('waveNoStrata')] : []),
  ]
}

/** An answer in words. */
function named(questionnaire: Questionnaire, variable: string | undefined, code: string): string {
  const { categories = [] } = codebook(questionnaire).variables.find(({ name }) => name === variable) ?? {}
  const label = categories.find((category) => String(category.code) === code)?.label
  return label === undefined ? code : localize(label, questionnaire.language, questionnaire.language)
}
