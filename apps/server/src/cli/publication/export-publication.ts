import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'
import { requireSiteFolder, writeSite } from './write-site.ts'

/** Writes a publication into a folder as files for any web server, and says how many. @throws what `writeSite` and `requireSiteFolder` do */
export async function exportPublication(
  place: Surroundings,
  id: string,
  folder: string,
  { data, staticAddress: at }: { readonly data: string; readonly staticAddress?: string },
): Promise<void> {
  await requireSiteFolder(folder, place.environment.assets)
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const count = await writeSite(context, id, { folder, ...(at !== undefined && { at }) })
    place.terminal.print(say('siteWritten', { count, folder }))
  })
}
