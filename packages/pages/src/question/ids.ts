/** Question names hold no hyphen, so what is made of them can't meet. @example partKey('help', 'house') // 'help--house' */
export const partKey = (name: string, part: string): string => `${name}--${part}`

/** Of a control. `place`: which of several it is. @example controlId('help', 0) // 'q-help-0' */
export const controlId = (key: string, place?: number | string): string =>
  place === undefined ? `q-${key}` : `q-${key}-${place}`

/** Of the line that explains a question. */
export const hintId = (key: string): string => `q-${key}-hint`

/** Of the line that says what needs a look. */
export const errorId = (key: string): string => `q-${key}-wrong`

/** What the field for the words beside "other" adds to the id of its question. */
export const OTHER = 'other'
