import { editionFor } from '@klankbord/disclosure'
import type { Audience, LanguageCode, Publication } from '@klankbord/model'
import { publicationCsv } from '../publication-csv.ts'
import { publicationXlsx } from '../publication-xlsx.ts'
import { figureKeys, renderFigurePage } from '../render-figure-page.ts'
import { renderReportPage } from '../render-report-page.ts'
import { reportLanguages } from '../report-texts.ts'
import { sitePaths, type SitePaths } from './site-paths.ts'

/** A file of a site: its place under the site's folder, and what is in it. */
export interface SiteFile {
  readonly path: string
  readonly content: string | Uint8Array
}

export interface SiteOptions {
  /** Address of the enhancement, from the folder of the site. */
  readonly script: string
  /** The absolute address at which the folder will stand: for references, and for the line that shows a figure on another site. */
  readonly at?: string
  /** As in `ReportPageOptions`. */
  readonly inputGone?: string | null
}

/**
 * A publication as the files of a folder that any web server or object store can give out: its pages in each language, its data,
 * a page for each figure, and the same for each audience that has an edition of its own, below `for-…`. All addresses within it
 * are relative.
 *
 * @param publication a re-opened one, of everybody
 * @example (await publicationSite(publication, { script: 'report.js' })).map(({ path }) => path)[0] // 'index.html'
 */
export async function publicationSite(publication: Publication, options: SiteOptions): Promise<readonly SiteFile[]> {
  const editions = [
    publication,
    ...(publication.audiences ?? []).map(({ audience }) => editionFor(publication, audience)),
  ]
  const files = await Promise.all(editions.map((edition) => editionFiles(edition, publication, options)))
  return files.flat()
}

async function editionFiles(
  edition: Publication,
  whole: Publication,
  options: SiteOptions,
): Promise<readonly SiteFile[]> {
  const languages = reportLanguages(whole)
  const paths = sitePaths(edition.selection?.audience, whole.language)
  const byLanguage = await Promise.all(languages.map((language) => filesIn(language, edition, whole, paths, options)))
  return [...byLanguage.flat(), { path: paths.json, content: `${JSON.stringify(edition)}\n` }]
}

async function filesIn(
  language: LanguageCode,
  edition: Publication,
  whole: Publication,
  paths: SitePaths,
  options: SiteOptions,
): Promise<readonly SiteFile[]> {
  const { at, inputGone = null } = options
  const page = paths.page(language)
  const stays = at === undefined ? undefined : `${at.replace(/\/+$/, '')}/`
  const links = {
    json: paths.from(page, paths.json),
    csv: paths.from(page, paths.csv(language)),
    xlsx: paths.from(page, paths.xlsx(language)),
    ...(stays !== undefined && { stays }),
    languages: Object.fromEntries(reportLanguages(whole).map((one) => [one, paths.from(page, paths.page(one))])),
    figure: (key: string) =>
      stays === undefined ? paths.from(page, paths.figure(key, language)) : stays + paths.figure(key, language),
    ...audienceLinksOf(whole, language, page, paths),
  }
  const script = paths.from(page, options.script)
  const figures = figureKeys(edition).map((key): SiteFile => {
    const path = paths.figure(key, language)
    const content = renderFigurePage(edition, key, { language, page: paths.from(path, page) })
    return { path, content: content ?? '' }
  })
  return [
    { path: page, content: renderReportPage(edition, { language, links, script, inputGone }) },
    { path: paths.csv(language), content: publicationCsv(edition, language) },
    { path: paths.xlsx(language), content: await publicationXlsx(edition, language, stays ?? null) },
    ...figures,
  ]
}

function audienceLinksOf(
  { audiences = [], language: own }: Publication,
  language: LanguageCode,
  page: string,
  paths: SitePaths,
) {
  if (audiences.length === 0) return {}
  const pageFor = (audience?: Audience): string => paths.from(page, sitePaths(audience, own).page(language))
  return {
    audiences: {
      everybody: pageFor(),
      audiences: Object.fromEntries(audiences.map(({ audience }) => [audience, pageFor(audience)])),
    },
  }
}
