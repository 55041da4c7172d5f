import { contentHash, problem, type Publication } from '@klankbord/model'
import { publicationSite, renderSiteIndex, type SiteFile } from '@klankbord/report-page'

/**
 * The files of a site of several publications: a folder for each with its pages, its data and its figures, and a first page that
 * lists them. All addresses are relative, so the folder can stand anywhere. The script is `report.js` beside the folders.
 *
 * @param publications re-opened ones
 * @throws Problem `siteFolderTaken` when two publications would share a folder
 */
export async function siteFiles(publications: readonly Publication[]): Promise<readonly SiteFile[]> {
  const folders = publications.map(folderOf)
  const twice = folders.find((folder, place) => folders.indexOf(folder) !== place)
  if (twice !== undefined) throw problem('siteFolderTaken', { folder: twice })
  const listed = publications.map((publication) => ({ publication, page: `${folderOf(publication)}/index.html` }))
  const sites = await Promise.all(
    publications.map(async (publication) => {
      const files = await publicationSite(publication, { script: '../report.js' })
      return files.map(({ path, content }) => ({ path: `${folderOf(publication)}/${path}`, content }))
    }),
  )
  return [{ path: 'index.html', content: renderSiteIndex(listed) }, ...sites.flat()]
}

/** A folder name from an id: the id itself when it is a plain name, else one made of its hash. */
function folderOf({ id }: Publication): string {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(id) ? id : contentHash(id).slice(0, 16)
}
