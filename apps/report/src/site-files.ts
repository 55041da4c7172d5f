import { contentHash, problem, type LanguageCode, type Publication } from '@klankbord/model'
import { publicationCsv, renderReportPage, reportLanguages } from '@klankbord/report-page'

/** A file of a site: its place under the site's folder, and its text. */
export interface SiteFile {
  readonly path: string
  readonly text: string
}

/**
 * The files of a static site: a folder for each publication with its pages, its data and its tables. All addresses are
 * relative, so the folder can stand anywhere. The script is `report.js` beside the folders.
 *
 * @param publications re-opened ones
 * @throws Problem `siteFolderTaken` when two publications would share a folder
 */
export function siteFiles(publications: readonly Publication[]): readonly SiteFile[] {
  const folders = publications.map(folderOf)
  const twice = folders.find((folder, place) => folders.indexOf(folder) !== place)
  if (twice !== undefined) throw problem('siteFolderTaken', { folder: twice })
  return publications.flatMap((publication) => publicationFiles(publication, folderOf(publication)))
}

function publicationFiles(publication: Publication, folder: string): readonly SiteFile[] {
  const languages = reportLanguages(publication)
  const page = (language: LanguageCode): string =>
    language === publication.language ? 'index.html' : `${language}.html`
  const csv = (language: LanguageCode): string =>
    language === publication.language ? 'publication.csv' : `publication.${language}.csv`
  const addresses = Object.fromEntries(languages.map((language) => [language, page(language)]))
  const pages = languages.flatMap((language): readonly SiteFile[] => {
    const links = { json: 'publication.json', csv: csv(language), languages: addresses }
    return [
      {
        path: `${folder}/${page(language)}`,
        text: renderReportPage(publication, { language, links, script: '../report.js' }),
      },
      { path: `${folder}/${csv(language)}`, text: publicationCsv(publication, language) },
    ]
  })
  return [...pages, { path: `${folder}/publication.json`, text: `${JSON.stringify(publication)}\n` }]
}

/** A folder name from an id: the id itself when it is a plain name, else one made of its hash. */
function folderOf({ id }: Publication): string {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(id) ? id : contentHash(id).slice(0, 16)
}
