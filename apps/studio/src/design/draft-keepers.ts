import type { ApiClient } from '../api/api-client.ts'
import type { StudyDetail } from '../api/api-types.ts'
import { createDraftKeeper, type Clock, type DraftKeeper } from './draft-keeper.ts'
import { isUnsaved } from './draft-state.ts'

/** The keepers of all studies that were opened in this tab. */
export interface DraftKeepers {
  /** The keeper of a study, made when it is first asked for. */
  of(study: StudyDetail): DraftKeeper
  /** Whether leaving the studio now would lose words. */
  anyUnsaved(): boolean
  /** Sends everything unsaved, as after signing in again. */
  saveAll(): Promise<void>
}

/** Makes the collection; it lives as long as the tab, so unsaved words survive going from page to page. */
export function createDraftKeepers(api: ApiClient, clock: Clock): DraftKeepers {
  const keepers = new Map<string, DraftKeeper>()
  return {
    of: (study) => {
      const known = keepers.get(study.id)
      if (known !== undefined) return known
      const keeper = createDraftKeeper(api, study, clock)
      keepers.set(study.id, keeper)
      return keeper
    },
    anyUnsaved: () => [...keepers.values()].some((keeper) => isUnsaved(keeper.state())),
    saveAll: async () => {
      await Promise.all([...keepers.values()].map((keeper) => keeper.saveNow()))
    },
  }
}
