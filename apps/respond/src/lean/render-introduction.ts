/** The first page is the server's: whoever goes back to it goes there. */
export function renderIntroduction(): string {
  throw new TypeError('the first page comes from the server')
}
