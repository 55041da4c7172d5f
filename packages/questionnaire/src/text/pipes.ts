/** A name between braces in a text. What has no name in it is just braces. */
const PIPE = /\{([^{}]*)\}/g

/** The names between braces in a text, in order. @example pipesIn('U bent {age} jaar') // ['age'] */
export function pipesIn(text: string): readonly string[] {
  return [...text.matchAll(PIPE)].flatMap(([, name = '']) => (name.trim() === '' ? [] : [name.trim()]))
}

/** A text with each name between braces replaced; what is put in is not looked at again. */
export function replacePipes(text: string, by: (name: string) => string): string {
  return text.replace(PIPE, (whole: string, name: string) => (name.trim() === '' ? whole : by(name.trim())))
}
