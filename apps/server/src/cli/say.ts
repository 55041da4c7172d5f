import { translator, type Translate } from '@klankbord/model'
import texts from '../messages/cli.json' with { type: 'json' }

/** The sentences of the command line. */
export const say: Translate<keyof typeof texts> = translator({ en: texts }, 'en')
