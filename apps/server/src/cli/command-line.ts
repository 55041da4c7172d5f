import { Command, InvalidArgumentError, Option } from 'commander'
import { analysisCommands } from './analysis/analysis-commands.ts'
import { backUpDatabase } from './backup-database.ts'
import { checkQuestionnaire } from './check-questionnaire.ts'
import { contactCommands } from './contacts/contact-commands.ts'
import { coachQuestionnaire } from './coach-questionnaire.ts'
import { codeCommands, entranceOptions } from './codes/code-commands.ts'
import { compareQuestionnaires } from './compare-questionnaires.ts'
import { examine } from './doctor.ts'
import type { ExitCode } from './exit-code.ts'
import { exportResponses } from './export-responses.ts'
import { fieldworkCommands } from './fieldwork/fieldwork-commands.ts'
import { frameCommands } from './fieldwork/frame-commands.ts'
import { invitationCommands } from './fieldwork/invitation-commands.ts'
import { importResponses } from './import-responses.ts'
import { importStudy } from './import-study.ts'
import { inData, namingFolder } from './in-data.ts'
import { intoFile } from './into-file.ts'
import { keyCommands } from './keys/key-commands.ts'
import { printFlagged } from './list-flagged.ts'
import { printInstruments } from './list-instruments.ts'
import { expireBackups, printBackups } from './list-backups.ts'
import { printStudies } from './list-studies.ts'
import { printLooks } from './looks/print-looks.ts'
import { mailCommands } from './mail/mail-commands.ts'
import { migrateDatabase } from './migrate-database.ts'
import { newStudy } from './new-study.ts'
import { policyOfStudy } from './policy-of-study.ts'
import { printAudit } from './print-audit.ts'
import { printCodebook } from './print-codebook.ts'
import { printDefinition } from './print-definition.ts'
import { printLanguages } from './print-languages.ts'
import { printRecordings } from './print-recordings.ts'
import { printTexts } from './print-texts.ts'
import { publicationCommands } from './publication/publication-commands.ts'
import { redactByCommand, typedStretch } from './redact-answer.ts'
import { releaseTexts } from './release-texts.ts'
import { restoreDatabase } from './restore-database.ts'
import { retentionCommands } from './retention/retention-commands.ts'
import { say } from './say.ts'
import { sealResponses } from './seal-responses.ts'
import { serve } from './serve.ts'
import type { Surroundings } from './surroundings.ts'
import { programmeCommands } from './users/programme-commands.ts'
import { userCommands } from './users/user-commands.ts'
import { callStudy, typedPhone } from './call-study.ts'
import { shareStudyWith } from './share-study.ts'
import { studyApprovals } from './study-approvals.ts'
import { wordStudy } from './word-study.ts'

/** All commands. Each hands its exit code to `finish`; what it throws comes out of `parseAsync`. */
export function commandLine(place: Surroundings, finish: (code: ExitCode) => void): Command {
  const root = new Command('klankbord').description(say('klankbord'))
  serverCommands(root, place, finish)
  userCommands(root, place, finish)
  programmeCommands(root, place)
  backupCommands(root, place, finish)
  questionnaireCommands(root, place, finish)
  studyCommands(root, place, finish)
  publicationCommands(root, place, finish)
  responseCommands(root, place, finish)
  codeCommands(root, place, finish)
  contactCommands(root, place, finish)
  frameCommands(root, place, finish)
  invitationCommands(root, place, finish)
  fieldworkCommands(root, place, finish)
  analysisCommands(root, place, finish)
  mailCommands(root, place, finish)
  retentionCommands(root, place, finish)
  languageCommands(root, place)
  keyCommands(root, place, finish)
  namingFolder(root, place.environment.data)
  return root
}

function serverCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  inData(root.command('serve').description(say('commandServe')))
    .option('--port <port>', say('optionPort'), '8080')
    .option('--no-sample', say('optionNoSample'))
    .option('--lan', say('optionLan'))
    .action(async (options) => serve(place, options))
  inData(root.command('migrate').description(say('commandMigrate'))).action(async (options) =>
    migrateDatabase(place, options),
  )
  inData(root.command('seal').description(say('commandSeal')))
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--final', say('optionFinal'))
    .option('--now', say('optionNow'))
    .action(async (options) => finish(await sealResponses(place, options)))
  inData(root.command('doctor').description(say('commandDoctor'))).action(async (options) =>
    finish(await examine(place, options)),
  )
  inData(root.command('audit').description(say('commandAudit')))
    .option('--study <study>', say('optionAuditStudy'))
    .action(async (options) => finish(await printAudit(place, options)))
}

function backupCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const backup = root.command('backup').description(say('commandBackup'))
  inData(backup.command('make', { isDefault: true }).description(say('commandBackupMake')))
    .requiredOption('--to <place>', say('optionTo'))
    .option('--passphrase-file <file>', say('optionPassphraseFile'))
    .option('--verify', say('optionVerify'))
    .option('--keep <number>', say('optionKeep'), oneOrMore)
    .action(async (options) => finish(await backUpDatabase(place, options)))
  inData(backup.command('list').description(say('commandBackupList'))).action(async (options) =>
    printBackups(place, options),
  )
  inData(backup.command('expire').description(say('commandBackupExpire'))).action(async (options) =>
    finish(await expireBackups(place, options)),
  )
  inData(root.command('restore').description(say('commandRestore')))
    .argument('<file>', say('argumentBackup'))
    .option('--database <url>', say('optionDatabase'))
    .option('--passphrase-file <file>', say('optionPassphraseFile'))
    .action(async (file: string, options) => restoreDatabase(place, file, options))
}

function questionnaireCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const questionnaire = root.command('questionnaire').description(say('commandQuestionnaire'))
  inData(questionnaire.command('check').description(say('commandQuestionnaireCheck')))
    .argument('<file>', say('argumentDefinition'))
    .action(async (file: string, options) => finish(await checkQuestionnaire(place, file, options)))
  questionnaire
    .command('coach')
    .description(say('commandQuestionnaireCoach'))
    .argument('<file>', say('argumentDefinition'))
    .option('--language <code>', say('optionCoachLanguage'))
    .option('--population <number>', say('optionPopulation'), oneOrMore)
    .action(async (file: string, options) => finish(await coachQuestionnaire(place, file, options)))
  questionnaire
    .command('compare')
    .description(say('commandQuestionnaireCompare'))
    .argument('<old>', say('argumentBefore'))
    .argument('<new>', say('argumentAfter'))
    .option('--between-studies', say('optionBetweenStudies'))
    .action(async (old: string, now: string, options) =>
      finish(await compareQuestionnaires(place, [old, now], options)),
    )
  inData(questionnaire.command('recordings').description(say('commandQuestionnaireRecordings')))
    .argument('<file>', say('argumentDefinition'))
    .option('--language <code>', say('optionRecordingsLanguage'))
    .action(async (file: string, options) => finish(await printRecordings(place, file, options)))
  questionnaire
    .command('codebook')
    .description(say('commandQuestionnaireCodebook'))
    .argument('<file>', say('argumentDefinition'))
    .option('--language <code>', say('optionLanguage'))
    .option('--json', say('optionJson'))
    .option('--out <file>', say('optionOut'))
    .action(async (file: string, options) =>
      finish(await intoFile(place, options, async (there) => printCodebook(there, file, options))),
    )
  questionnaire
    .command('decompile')
    .description(say('commandQuestionnaireDecompile'))
    .argument('<file>', say('argumentDefinition'))
    .option('--out <file>', say('optionOut'))
    .action(async (file: string, options) =>
      finish(await intoFile(place, options, async (there) => printDefinition(there, file))),
    )
}

function studyCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const study = root.command('study').description(say('commandStudy'))
  inData(entranceOptions(study.command('import').description(say('commandStudyImport'))))
    .argument('<file>', say('argumentDefinition'))
    .option('--title <title>', say('optionTitle'))
    .option('--organisation <name>', say('optionOrganisation'))
    .option('--plan <file>', say('optionPlan'))
    .action(async (file: string, options) => finish(await importStudy(place, file, options)))
  study
    .command('instruments')
    .description(say('commandStudyInstruments'))
    .option('--language <code>', say('optionInstrumentLanguage'), 'en')
    .action((options) => printInstruments(place, options))
  inData(study.command('new').description(say('commandStudyNew')))
    .requiredOption('--instrument <id>', say('optionInstrument'))
    .option('--title <title>', say('optionInstrumentTitle'))
    .option('--organisation <name>', say('optionOrganisation'))
    .action(async (options) => newStudy(place, options))
  inData(study.command('wording').description(say('commandStudyWording')))
    .argument('<study>', say('argumentStudy'))
    .option('--file <file>', say('optionWords'))
    .action(async (name: string, options) => finish(await wordStudy(place, name, options)))
  inData(study.command('telephone').description(say('commandStudyTelephone')))
    .argument('<study>', say('argumentStudy'))
    .option('--number <telephone>', say('optionHelpPhone'), typedPhone)
    .addOption(new Option('--none', say('optionNoHelpPhone')).conflicts('number'))
    .action(async (name: string, { number: phone, ...options }) =>
      callStudy(place, name, { ...options, ...(phone !== undefined && { phone }) }),
    )
  inData(study.command('policy').description(say('commandStudyPolicy')))
    .argument('<study>', say('argumentStudy'))
    .option('--least-group <number>', say('optionLeastGroup'), oneOrMore)
    .option('--indicative-below <number>', say('optionIndicativeBelow'), oneOrMore)
    .option('--sensitive-cell <number>', say('optionSensitiveCell'), oneOrMore)
    .action(async (name: string, options) => policyOfStudy(place, name, options))
  inData(study.command('share').description(say('commandStudyShare')))
    .argument('<study>', say('argumentStudy'))
    .option('--organisation <name>', say('optionShareOrganisation'))
    .option('--variable <name>', say('optionShareVariable'))
    .option('--value <code>', say('optionShareValue'))
    .option('--stop', say('optionShareStop'))
    .action(async (name: string, options) => shareStudyWith(place, name, options))
  inData(study.command('approvals').description(say('commandStudyApprovals')))
    .argument('<study>', say('argumentStudy'))
    .option('--ask <plan>', say('optionAskApproval'))
    .action(async (name: string, options) => studyApprovals(place, name, options))
  inData(study.command('list').description(say('commandStudyList'))).action(async (options) =>
    printStudies(place, options),
  )
}

function responseCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const responses = root.command('responses').description(say('commandResponses'))
  inData(responses.command('import').description(say('commandResponsesImport')))
    .argument('<file>', say('argumentResponses'))
    .requiredOption('--wave <address>', say('optionWave'))
    .action(async (file: string, options) => finish(await importResponses(place, file, options)))
  inData(responses.command('export').description(say('commandResponsesExport')))
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--out <file>', say('optionOut'))
    .option('--purpose <text>', say('optionLookPurpose'))
    .option('--by <name>', say('optionLookBy'))
    .action(async (options) => finish(await exportResponses(place, options)))
  inData(responses.command('flagged').description(say('commandResponsesFlagged')))
    .requiredOption('--wave <address>', say('optionWave'))
    .option('--purpose <text>', say('optionLookPurpose'))
    .option('--by <name>', say('optionLookBy'))
    .action(async (options) => printFlagged(place, options))
  inData(responses.command('redact').description(say('commandResponsesRedact')))
    .requiredOption('--wave <address>', say('optionWave'))
    .requiredOption('--response <id>', say('optionRedactResponse'))
    .requiredOption('--variable <name>', say('optionRedactVariable'))
    .option('--stretch <from-to>', say('optionRedactStretch'), typedStretch)
    .option('--whole', say('optionRedactWhole'))
    .requiredOption('--why <text>', say('optionRedactWhy'))
    .requiredOption('--by <name>', say('optionDecidedBy'))
    .action(async (options) => finish(await redactByCommand(place, options)))
  inData(responses.command('looks').description(say('commandResponsesLooks')))
    .argument('<study>', say('argumentStudy'))
    .action(async (study: string, options) => printLooks(place, study, options))
}

function languageCommands(root: Command, place: Surroundings): void {
  const languages = root.command('languages').description(say('commandLanguages'))
  inData(languages.command('list').description(say('commandLanguagesList'))).action(async (options) =>
    printLanguages(place, options),
  )
  ofTexts(languages.command('texts').description(say('commandLanguagesTexts')))
    .option('--out <file>', say('optionOut'))
    .action(async (language: string, options) =>
      intoFile(place, options, async (there) => printTexts(there, language, options)),
    )
  for (const [name, takenBack] of [['release', false] as const, ['take-back', true] as const])
    ofTexts(
      languages.command(name).description(say(takenBack ? 'commandLanguagesTakeBack' : 'commandLanguagesRelease')),
    )
      .requiredOption('--by <name>', say('optionBy'))
      .action(async (language: string, options) => releaseTexts(place, language, { ...options, takenBack }))
}

/** A command about all texts of a language, or some. */
function ofTexts(command: Command): Command {
  return inData(command)
    .argument('<language>', say('argumentLanguage'))
    .option('--key <key...>', say('optionKey'))
    .option('--definition <file>', say('optionTextsOf'))
}

/** A count of people as it was typed. */
function wholeNumber(typed: string): number {
  if (!/^\d{1,9}$/.test(typed)) throw new InvalidArgumentError(say('notAWholeNumber'))
  return Number(typed)
}

/** How many backups to keep, or people there are, as it was typed. */
function oneOrMore(typed: string): number {
  const number = wholeNumber(typed)
  if (number < 1) throw new InvalidArgumentError(say('notOneOrMore'))
  return number
}
