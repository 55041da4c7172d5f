import { finding, type LanguageCode } from '@klankbord/model'
import { refused } from '../http/refused-request.ts'
import type { OpenedWave } from './opened-wave.ts'

/**
 * The language that a program sends, when respondents are asked in it.
 *
 * @throws RefusedRequest `bodyRefused`
 */
export function offeredLanguage({ languages }: Pick<OpenedWave, 'languages'>, language: string): LanguageCode {
  if (languages.includes(language)) return language
  const wrong = finding('wrongField', '/language', { field: '/language', expected: `one of ${languages.join(', ')}` })
  throw refused('bodyRefused', { fields: ['/language'] }, [wrong])
}
