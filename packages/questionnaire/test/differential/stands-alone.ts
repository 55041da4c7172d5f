import type { ItemValue } from 'survey-core'

/** Whether an option stands alone by our own properties, which the pages of survey-core do not know. */
export const standsAlone = (item: ItemValue): boolean =>
  item.getPropertyValue('exclusive') === true || Boolean(item.getPropertyValue('missingReason'))
