import type { Audience, LanguageCode } from '@klankbord/model'

/** Where the files of one edition stand under the folder of a site. */
export interface SitePaths {
  readonly page: (language: LanguageCode) => string
  readonly csv: (language: LanguageCode) => string
  readonly xlsx: (language: LanguageCode) => string
  readonly json: string
  readonly figure: (key: string, language: LanguageCode) => string
  /** The relative address of a file, from another one. */
  readonly from: (file: string, to: string) => string
}

/**
 * The language of the publication has the plain names, the others have theirs in them; an edition for an audience has a folder.
 *
 * @example sitePaths('clients', 'nl').page('en') // 'for-clients/en.html'
 */
export function sitePaths(audience: Audience | undefined, own: LanguageCode): SitePaths {
  const folder = audience === undefined ? '' : `for-${audience}/`
  const dotted = (language: LanguageCode): string => (language === own ? '' : `.${language}`)
  return {
    page: (language) => `${folder}${language === own ? 'index' : language}.html`,
    csv: (language) => `${folder}publication${dotted(language)}.csv`,
    xlsx: (language) => `${folder}publication${dotted(language)}.xlsx`,
    json: `${folder}publication.json`,
    figure: (key, language) => `${folder}figure/${key}${dotted(language)}.html`,
    from: (file, to) => `${'../'.repeat(file.split('/').length - 1)}${to}`,
  }
}
