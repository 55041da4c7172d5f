import { InvalidArgumentError, Option, type Command } from 'commander'
import { WITHDRAWAL_REASONS, type WithdrawalReason } from '@klankbord/model'
import { momentOf } from '../../publication/embargo.ts'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { recomputeFigures } from '../recompute-figures.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { decideReaders } from './decide-readers.ts'
import { exportPublication } from './export-publication.ts'
import { printPublication, printPublications } from './print-publications.ts'
import { publicationTexts } from './publication-texts.ts'
import { fixWavePlan, studyPlan } from './study-plan.ts'
import { publishResults, type PublishOptions } from './publish-results.ts'

/** Commands that publish results, and decide who may read what was published. */
export function publicationCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  inData(root.command('publish').description(say('commandPublish')))
    .argument('[wave]', say('argumentWave'))
    .option('--wave <address>', say('optionWave'))
    .addOption(new Option('--members', say('optionMembers')).conflicts(['draft', 'embargo']))
    .addOption(new Option('--draft', say('optionDraft')).conflicts(['members', 'embargo']))
    .addOption(new Option('--embargo <moment>', say('optionEmbargo')).argParser(typedMoment))
    .option('--plan <file>', say('optionPublishPlan'))
    .addOption(
      new Option('--correction <reason>', say('optionCorrection')).choices(WITHDRAWAL_REASONS).conflicts('update'),
    )
    .option('--words <text>', say('optionWithdrawalWords'))
    .addOption(new Option('--update', say('optionUpdate')).conflicts(['correction', 'words']))
    .addOption(
      new Option('--static <folder>', say('optionStatic')).conflicts(['members', 'draft', 'embargo', 'dryRun']),
    )
    .addOption(staticAddress())
    .option('--dry-run', say('optionPublishDryRun'))
    .action(async (wave: string | undefined, options: PublishOptions) => publishResults(place, wave, options))
  const publication = root.command('publication').description(say('commandPublication'))
  inData(publication.command('list').description(say('commandPublicationList')))
    .argument('<study>', say('argumentStudy'))
    .action(async (study: string, options) => printPublications(place, study, options))
  inData(publication.command('plan').description(say('commandPublicationPlan')))
    .argument('<study>', say('argumentStudy'))
    .argument('[file]', say('argumentPlanFile'))
    .action(async (study: string, file: string | undefined, options) => studyPlan(place, study, file, options))
  inData(publication.command('fix-plan').description(say('commandPublicationFixPlan')))
    .argument('<wave>', say('argumentWave'))
    .option('--plan <file>', say('optionFixedPlan'))
    .action(async (wave: string, options) => fixWavePlan(place, wave, options))
  inData(publication.command('texts').description(say('commandPublicationTexts')))
    .argument('<study>', say('argumentStudy'))
    .argument('[file]', say('argumentTextsFile'))
    .option('--by <name>', say('optionTextsBy'))
    .action(async (study: string, file: string | undefined, options) => publicationTexts(place, study, file, options))
  const one = (name: string, words: string): Command =>
    inData(publication.command(name).description(words)).argument('<publication>', say('argumentPublication'))
  one('show', say('commandPublicationShow')).action(async (id: string, options) => printPublication(place, id, options))
  one('site', say('commandPublicationSite'))
    .argument('<folder>', say('argumentSiteFolder'))
    .addOption(staticAddress())
    .action(async (id: string, folder: string, options) => exportPublication(place, id, folder, options))
  one('recompute', say('commandPublicationRecompute'))
    .option('--json', say('optionJson'))
    .action(async (id: string, options) => finish(await recomputeFigures(place, id, options)))
  one('embargo', say('commandPublicationEmbargo'))
    .addOption(new Option('--until <moment>', say('optionEmbargo')).argParser(typedMoment).makeOptionMandatory())
    .action(async (id: string, { until, ...options }: { readonly until: Date; readonly data: string }) =>
      decideReaders(place, id, options, { state: 'embargoed', until }),
    )
  one('release', say('commandPublicationRelease'))
    .option('--members', say('optionMembers'))
    .action(async (id: string, { members, ...options }: { readonly members?: boolean; readonly data: string }) =>
      decideReaders(place, id, options, { state: members === true ? 'members' : 'public' }),
    )
  one('withdraw', say('commandPublicationWithdraw'))
    .addOption(
      new Option('--reason <reason>', say('optionWithdrawalReason')).choices(WITHDRAWAL_REASONS).makeOptionMandatory(),
    )
    .option('--words <text>', say('optionWithdrawalWords'))
    .action(async (id: string, { reason, words, ...options }: WithdrawOptions) =>
      decideReaders(place, id, options, { state: 'withdrawn', reason, ...(words !== undefined && { words }) }),
    )
}

interface WithdrawOptions {
  readonly data: string
  readonly reason: WithdrawalReason
  readonly words?: string
}

function staticAddress(): Option {
  return new Option('--static-address <address>', say('optionStaticAddress')).argParser(typedAddress)
}

function typedAddress(typed: string): string {
  if (!/^https?:\/\/\S+$/.test(typed)) throw new InvalidArgumentError(say('notAnAddress'))
  return typed
}

/** A moment as it was typed. */
function typedMoment(typed: string): Date {
  const moment = momentOf(typed)
  if (moment === null) throw new InvalidArgumentError(say('notAMoment'))
  return moment
}
