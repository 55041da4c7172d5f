/** A questionnaire with these questions on one page, one after the other. */
export const asking = (...elements: unknown[]): { readonly title: string; readonly pages: readonly object[] } => ({
  title: 'Hulp',
  pages: [{ name: 'p', elements }],
})

/** A question of a type, with what else it has. */
export const question = (type: string, name: string, more: object = {}): object => ({ type, name, title: 'x', ...more })
