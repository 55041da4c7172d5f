import { ROLES } from '@klankbord/model'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { z } from 'zod'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { addUser } from './add-user.ts'
import { STAFF_LANGUAGES } from '../../staff/invite-to-staff.ts'
import { inviteUser } from './invite-user.ts'
import { linkUser } from './link-user.ts'
import { printUsers } from './print-users.ts'
import { restoreUser } from './restore-user.ts'

/** Commands about who may use the studio, and how they get in. */
export function userCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const user = root.command('user').description(say('commandUser'))
  inData(user.command('add').description(say('commandUserAdd')))
    .argument('<name>', say('argumentName'))
    .option('--email <address>', say('optionEmail'), email)
    .addOption(new Option('--role <role>', say('optionRole')).choices(ROLES))
    .option('--organisation <name>', say('optionUserOrganisation'))
    .option('--study <study>', say('optionUserStudy'))
    .option('--programme <name>', say('optionUserProgramme'))
    .option('--administrator', say('optionAdministrator'))
    .option('--url <url>', say('optionUrl'))
    .action(async (name: string, options) => finish(await addUser(place, name, options)))
  inData(user.command('invite').description(say('commandUserInvite')))
    .argument('<email>', say('optionEmail'), email)
    .addOption(new Option('--role <role>', say('optionRole')).choices(ROLES))
    .option('--organisation <name>', say('optionUserOrganisation'))
    .option('--study <study>', say('optionUserStudy'))
    .option('--programme <name>', say('optionUserProgramme'))
    .addOption(new Option('--language <code>', say('optionStaffLanguage')).choices(STAFF_LANGUAGES).default('nl'))
    .option('--url <url>', say('optionUrl'))
    .action(async (address: string, options) => finish(await inviteUser(place, address, options)))
  inData(user.command('list').description(say('commandUserList'))).action(async (options) => printUsers(place, options))
  inData(user.command('link').description(say('commandUserLink')))
    .argument('<name>', say('argumentUser'))
    .option('--url <url>', say('optionUrl'))
    .action(async (name: string, options) => linkUser(place, name, options))
  inData(user.command('restore').description(say('commandUserRestore')))
    .argument('<name>', say('argumentUser'))
    .option('--url <url>', say('optionUrl'))
    .action(async (name: string, options) => restoreUser(place, name, options))
}

/** An address as it was typed. */
function email(typed: string): string {
  if (!z.email().max(200).safeParse(typed).success) throw new InvalidArgumentError(say('notAnEmail'))
  return typed
}
