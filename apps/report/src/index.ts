export { exportSite } from './export-site.ts'
export { siteFiles } from './site-files.ts'
