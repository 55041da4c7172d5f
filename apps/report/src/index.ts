export { exportSite } from './export-site.ts'
export { siteFiles, type SiteFile } from './site-files.ts'
