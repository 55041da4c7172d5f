import type { Html } from '@klankbord/pages/browser'

/** The drawings that came with the page. */
export const PICTOGRAMS: Map<string, { readonly drawing: Html }> = new Map()
