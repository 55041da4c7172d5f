/** What a list may say of somebody, in the order in which it is asked for. */
export const LIST_COLUMNS = [
  'name',
  'address1',
  'address2',
  'address3',
  'address4',
  'email',
  'phone',
  'stratum',
  'language',
  'reach_by',
  'household',
  'excluded',
] as const
export type ListColumn = (typeof LIST_COLUMNS)[number]

/** Which column of the file is which of ours; a column that is left out is not read. */
export type ColumnChoice = Readonly<Partial<Record<ListColumn, string>>>

/** What columns are called in lists of municipalities and providers, in small letters and without signs. */
const KNOWN_AS: Readonly<Record<ListColumn, readonly string[]>> = {
  name: ['name', 'naam', 'volledigenaam', 'naamvoluit', 'aanschrijfnaam', 'client', 'clientnaam', 'fullname'],
  address1: ['address1', 'adres', 'adresregel1', 'straat', 'straatenhuisnummer', 'straatnaam', 'address', 'street'],
  address2: ['address2', 'adresregel2', 'postcodeplaats', 'postcodeenplaats', 'plaats', 'woonplaats', 'city'],
  address3: ['address3', 'adresregel3'],
  address4: ['address4', 'adresregel4'],
  email: ['email', 'mail', 'emailadres', 'mailadres', 'emailaddress'],
  phone: ['phone', 'telefoon', 'telefoonnummer', 'tel', 'mobiel', 'mobile'],
  stratum: ['stratum', 'wijk', 'groep', 'gebied', 'locatie', 'stadsdeel', 'district'],
  language: ['language', 'taal', 'voorkeurstaal'],
  reach_by: ['reachby', 'bereikbaarvia'],
  household: ['household', 'huishouden', 'adresid', 'bagid'],
  excluded: ['excluded', 'uitgesloten', 'nietaanschrijven', 'nietbenaderen', 'niet'],
}

/** A first guess at which column is which; what nobody calls so is left open. */
export function guessedColumns(headers: readonly string[]): ColumnChoice {
  const guesses = LIST_COLUMNS.flatMap((column) => {
    const found = headers.find((header) => KNOWN_AS[column].includes(plain(header)))
    return found === undefined ? [] : [[column, found] as const]
  })
  return Object.fromEntries(guesses)
}

/** The choice with one column changed; an empty name takes it out. */
export function withColumn(choice: ColumnChoice, column: ListColumn, header: string): ColumnChoice {
  const others = Object.entries(choice).filter(([name]) => name !== column)
  return Object.fromEntries(header === '' ? others : [...others, [column, header]])
}

/** Why a list with this choice cannot be read yet; null when it can. */
export function choiceMissing(choice: ColumnChoice): 'name' | 'reach' | null {
  if (choice.name === undefined) return 'name'
  return [choice.address1, choice.email, choice.phone].every((header) => header === undefined) ? 'reach' : null
}

const plain = (header: string): string =>
  header
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
