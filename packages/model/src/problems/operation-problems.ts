/** Where a key was looked for. */
interface KeyPlace {
  /** Null where the key itself was given. */
  readonly file: string | null
  /** Whether somebody named that file. */
  readonly named: boolean
}

const keyPlace = ({ file, named }: KeyPlace): string =>
  file === null
    ? 'KLANKBORD_KEY'
    : `${file}, ${named ? 'as KLANKBORD_KEY_FILE says' : 'as KLANKBORD_KEY_FILE is not set'}`

const keyWanted = (expected: string): string =>
  `expected the one with fingerprint ${expected}, which codes and contacts are stored under: put it back or name its file with KLANKBORD_KEY_FILE; if it is lost for good, "klankbord keys replace" says what is lost with it`

/** Misuse and trouble in running the software. */
export const operationProblems = {
  /** A file with responses that is not text in UTF-8. */
  csvNotUtf8: (d: { readonly line: number }): string =>
    `file is not UTF-8 text: after line ${d.line} (save it as "CSV UTF-8")`,
  /** A file without a first line that names the columns. */
  csvWithoutHeader: (d: { readonly expected: readonly string[] }): string =>
    `first line names no column of the questionnaire (expected ${d.expected.join(', ')})`,
  csvUnknownColumn: (d: { readonly column: string; readonly known: readonly string[] }): string =>
    `unknown column: ${d.column} (questionnaire has ${d.known.join(', ')})`,
  csvMissingColumn: (d: { readonly column: string }): string =>
    `missing column: ${d.column} (an empty cell is no answer, a missing column is not)`,
  csvDuplicateColumn: (d: { readonly column: string }): string => `column stands there twice: ${d.column}`,
  csvTooFewCells: (d: { readonly found: number; readonly expected: number }): string =>
    `too few cells: ${d.found} (expected ${d.expected})`,
  csvTooManyCells: (d: { readonly found: number; readonly expected: number }): string =>
    `too many cells: ${d.found} (expected ${d.expected})`,
  /** A quote that is not closed, or text after the closing quote. */
  csvQuotes: (d: { readonly line: number }): string => `quotes do not match in the row that begins at line ${d.line}`,
  /** Which number it is, is not told. */
  csvCitizenNumber: (d: { readonly column: string }): string =>
    `answer seems to hold a citizen service number (BSN): ${d.column} (take it out, it may not be kept)`,
  csvRowTooLong: (d: { readonly longest: number }): string =>
    `row is too long: more than ${d.longest} characters (is a quote left open?)`,
  /** An option of a multiple choice whose cell is not 1 or 0. */
  csvNotTicked: (d: { readonly column: string }): string => `cell is neither 1 nor 0: ${d.column}`,
  /** Some cells of one question are filled and this one is empty. */
  csvPartlyTicked: (d: { readonly column: string }): string =>
    `empty cell beside filled ones: ${d.column} (write 0 where an option was not ticked)`,
  csvNothingTicked: (d: { readonly name: string }): string =>
    `no option is ticked: ${d.name} (leave its cells empty when there is no answer)`,
  /** Places of a ranking that are not 1, 2, 3 and so on, each once. */
  csvNotRanked: (d: { readonly name: string }): string =>
    `places do not make a ranking: ${d.name} (expected 1, 2, 3 and so on, each once)`,
  /** A number of panels that is no number, or below that of a panel with answers. */
  csvPanelCount: (d: { readonly column: string }): string =>
    `number of panels does not fit: ${d.column} (expected a whole number, and no answers in panels beyond it)`,
  /** Two publications of one site that would have the same folder. */
  siteFolderTaken: (d: { readonly folder: string }): string =>
    `two publications for one folder: ${d.folder} (export them to different places)`,
  /** A plan that names a question whose answer is not stored. */
  plannedNotStored: (d: { readonly variable: string }): string =>
    `answer is not stored, so nothing can be published of it: ${d.variable}`,
  /** The script of the council page has not been bundled yet. */
  reportScriptMissing: (d: { readonly file: string }): string =>
    `script of the council page is not there: ${d.file} (run "pnpm --filter @klankbord/report build" first)`,
  unknownMessage: (d: { readonly key: string; readonly language: string }): string =>
    `unknown message: ${d.key} (no catalogue has it, ${d.language} was wanted)`,
  unknownVariable: (d: {
    readonly variable: string
    readonly known: readonly string[]
    /** Where it was looked for; the dataset when left out. */
    readonly in?: 'plan' | 'questionnaire'
  }): string =>
    `unknown variable: ${d.variable} (${d.in === undefined ? 'dataset' : `the ${d.in}`} has ${d.known.join(', ')})`,
  /** A value that the database cannot hold: NUL in a text, half a surrogate pair, a number outside its type. */
  valueNotStorable: (d: { readonly sqlState: string }): string => `value cannot be stored (SQLSTATE ${d.sqlState})`,
  /** The tables could not be brought up to date, or a newer program made them. */
  migrationFailed: (d: { readonly migration: string }): string => `database could not be migrated: ${d.migration}`,
  /** Another server works in this data folder. */
  dataFolderInUse: (d: { readonly folder: string; readonly pid: number }): string =>
    `data folder is in use: ${d.folder} (by the server with process id ${d.pid}; stop that one or choose another folder)`,
  /** A command that needs a server's data, in a folder that has none. */
  noDatabaseHere: (d: { readonly folder: string }): string =>
    `no database in this folder: ${d.folder} (expected --data or KLANKBORD_DATA with the folder of the server; only "klankbord serve" and "klankbord migrate" make one)`,
  /** A command for somebody of the staff whom nobody added. */
  unknownUser: (d: { readonly name: string; readonly known: readonly string[] }): string =>
    `unknown user: ${d.name} (expected ${d.known.join(', ') || 'nobody yet'}; "klankbord user add" adds somebody)`,
  /** Somebody of the staff has this name, and no address tells whom is meant. */
  userExists: (d: { readonly name: string }): string =>
    `user exists already: ${d.name} ("klankbord user link" prints another link; somebody else of that name needs --email)`,
  /** More than one of the staff has this name. */
  usersOfOneName: (d: { readonly name: string; readonly ids: readonly string[] }): string =>
    `more than one user has this name: ${d.name} (expected the e-mail address or the id of one of them: ${d.ids.join(', ')})`,
  /** Nobody said where the server is found, and what would be guessed goes on letters. */
  publicAddressUnknown: (_: Readonly<Record<string, never>>): string =>
    'public address is not known (expected --url or KLANKBORD_URL, as in https://meedoen.voorbeeldstad.example: it goes on letters)',
  /** A port that is no port. */
  invalidPort: (d: { readonly given: string }): string =>
    `invalid port: ${d.given} (expected a whole number from 0 to 65535; 0 takes any free port)`,
  /** Another program listens at the port. */
  portTaken: (d: { readonly port: number }): string =>
    `port is taken: ${d.port} (stop the program that uses it, or choose another one with --port)`,
  /** The system does not let this user listen there. */
  portNotAllowed: (d: { readonly port: number }): string =>
    `port is not allowed: ${d.port} (this user may not listen there; choose one from 1024)`,
  /** The address of the database is no address. It is not repeated: it may hold a password. */
  databaseAddressNotUsable: (_: Readonly<Record<string, never>>): string =>
    'DATABASE_URL is not usable (expected postgresql://user:password@host/database)',
  /** What is set of mail cannot be used. It is not repeated: it may hold a password. */
  mailSettingNotUsable: (d: { readonly variable: string; readonly expected: string }): string =>
    `${d.variable} is not usable (expected ${d.expected})`,
  fileNotReadable: (d: { readonly file: string; readonly reason: string }): string =>
    `file cannot be read: ${d.file} (${d.reason})`,
  /** A file of text that is not in UTF-8. */
  fileNotUtf8: (d: { readonly file: string; readonly encoding: string }): string =>
    `file is not UTF-8: ${d.file} (it is in ${d.encoding}; save it as UTF-8)`,
  /** A file with nothing but white space in it. */
  fileEmpty: (d: { readonly file: string; readonly expected: 'JSON' | 'a passphrase' }): string =>
    `file is empty: ${d.file} (expected ${d.expected})`,
  fileNotWritable: (d: { readonly file: string; readonly reason: string }): string =>
    `file cannot be written: ${d.file} (${d.reason})`,
  /** A language that a definition has no texts in. */
  languageNotThere: (d: { readonly language: string; readonly languages: readonly string[] }): string =>
    `no texts in this language: ${d.language} (the definition has ${d.languages.join(', ')})`,
  /** A file of a report plan that does not have its shape. */
  planMalformed: (d: { readonly path: string; readonly expected: string }): string =>
    `plan is malformed: ${d.path || '/'} (${d.expected})`,
  /** A report plan that names questions, none of which the questionnaire asks in a form that can be published. */
  planFitsNothing: (d: { readonly planned: readonly string[] }): string =>
    `plan fits nothing: ${d.planned.join(', ')} (none is a choice question, or a number with bands, of this version)`,
  /** A mode that this version cannot open a wave in. */
  /** Codes for a wave that asks for none. */
  waveHasNoCodes: (d: { readonly wave: string }): string =>
    `wave asks for no codes: ${d.wave} (anybody with its link can take part)`,
  /** A number of days for a round that is in earnest. */
  daysWithoutTryOut: (_: Readonly<Record<string, never>>): string =>
    'days are for a round that is tried out (expected --try-out beside --days)',
  waveModeNotAvailable: (d: { readonly mode: string; readonly available: readonly string[] }): string =>
    `mode is not available: ${d.mode} (this version opens waves in mode ${d.available.join(', ')})`,
  /** The key in the data folder is not what was written there. */
  digestKeyDamaged: (d: { readonly file: string }): string =>
    `digest key is damaged: ${d.file} (bring it back from a backup)`,
  /** KLANKBORD_KEY is no key. It is not repeated: it may be one with a slip. */
  keyNotUsable: (_: Readonly<Record<string, never>>): string =>
    'KLANKBORD_KEY is not usable (expected 64 hexadecimal signs)',
  /** The file with the key of the installation, or the folder that it should be made in. */
  keyNotReadable: (d: { readonly file: string; readonly reason: string }): string =>
    `key of the installation cannot be read: ${d.file} (${d.reason})`,
  /** The file with the key of the installation is not what was written there. */
  keyDamaged: (d: { readonly file: string }): string =>
    `key of the installation is damaged: ${d.file} (bring it back from where you keep a copy; without it access codes and contacts cannot be read)`,
  /** The database knows a key, and there is none where it was looked for. */
  keyMissing: (d: KeyPlace & { readonly expected: string }): string =>
    `key of the installation is not there: looked for ${keyPlace(d)} (${keyWanted(d.expected)})`,
  /** The database knows another key than the one that was found. */
  keyIsAnother: (d: KeyPlace & { readonly expected: string; readonly found: string }): string =>
    `key of the installation is another one: ${keyPlace(d)} holds the key with fingerprint ${d.found} (${keyWanted(d.expected)})`,
  /** The embedded database cannot be started by this user in this folder. */
  dataFolderNotUsable: (d: { readonly folder: string; readonly reason: string }): string =>
    `data folder is not usable: ${d.folder} (${d.reason})`,
  /** There are no database programs for this kind of computer, or they do not run. */
  postgresNotInstalled: (d: { readonly platform: string; readonly reason: string }): string =>
    `embedded PostgreSQL does not run on ${d.platform}: ${d.reason} (set DATABASE_URL to a PostgreSQL of your own)`,
  /** PostgreSQL refuses to run as root. */
  postgresNeedsUser: (d: { readonly user: string }): string =>
    `PostgreSQL does not run as root: make a system user named ${d.user}, or start this program as an ordinary user`,
  /** The embedded database said no. */
  postgresFailed: (d: { readonly doing: string; readonly said: string }): string =>
    `embedded PostgreSQL failed: ${d.doing} (${d.said})`,
} as const
