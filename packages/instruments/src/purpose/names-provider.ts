import type { Question } from '@klankbord/model'

const PROVIDER_WORDS: ReadonlySet<string> = new Set([
  'provider',
  'providers',
  'institution',
  'institutions',
  'aanbieder',
  'aanbieders',
  'zorgaanbieder',
  'zorgaanbieders',
  'instelling',
  'instellingen',
  'zorginstelling',
  'zorginstellingen',
])

/**
 * Whether the answers of a question name the provider or institution that gives the help. Its author says so with the
 * theme `provider`; a theme or a name with another such word in it, Dutch or English, counts too, so that who forgets
 * the theme is held back as well. A question under quite another name and theme is not found.
 *
 * @example namesProvider({ name: 'naam_aanbieder' }) // true
 */
export function namesProvider({ name, theme = '' }: Pick<Question, 'name' | 'theme'>): boolean {
  return [...name.split('_'), ...theme.toLowerCase().split(/[^a-z]+/)].some((word) => PROVIDER_WORDS.has(word))
}
