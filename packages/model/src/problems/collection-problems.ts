/** What can go wrong between a respondent and the store, and in a request in general. */
export const collectionProblems = {
  /** No wave at this address. */
  unknownWave: (d: { readonly wave: string }): string => `unknown wave: ${d.wave}`,
  /** The wave takes no more answers. */
  waveClosed: (d: { readonly wave: string }): string => `wave is closed: ${d.wave}`,
  /** The wave is over for good: who had begun had the time to finish. */
  waveSealed: (d: { readonly wave: string }): string => `wave is sealed: ${d.wave}`,
  /** The first day on which people may begin is still to come. */
  waveNotOpenYet: (d: { readonly wave: string; readonly opensOn: string }): string =>
    `wave is not open yet: ${d.wave} (opens on ${d.opensOn})`,
  /** A first or last day that is over already, or a last day before the first. */
  waveDaysRefused: (d: {
    readonly opensOn: string | null
    readonly closesOn: string | null
    readonly today: string
  }): string =>
    `days of the wave do not fit: from ${d.opensOn ?? 'now'} to ${d.closesOn ?? 'an open end'} (today is ${d.today}; the last day comes after the first)`,
  /** A day from which results can be read that is over already. */
  resultsDayRefused: (d: { readonly resultsFrom: string; readonly today: string }): string =>
    `results cannot be promised for a day that is over: ${d.resultsFrom} (today is ${d.today})`,
  /** A language that the questionnaire has not, or in which nobody may be asked yet. */
  waveLanguageRefused: (d: { readonly language: string; readonly offered: readonly string[] }): string =>
    `wave cannot be asked in ${d.language} (it can in ${d.offered.join(', ')})`,
  /** Of this variable nobody can count answers: a limit is for one single-choice question. */
  quotaVariableRefused: (d: { readonly variable: string; readonly known: readonly string[] }): string =>
    `no single-choice question to limit: ${d.variable} (there are ${d.known.join(', ')})`,
  /** A limit for an answer that the question has not. */
  quotaAnswerUnknown: (d: {
    readonly variable: string
    readonly answer: string
    readonly known: readonly string[]
  }): string => `unknown answer of ${d.variable}: ${d.answer} (there are ${d.known.join(', ')})`,
  /** A limit so low that who comes to a full wave would learn about a few people. */
  quotaTooSmall: (d: { readonly most: number; readonly least: number }): string =>
    `limit is too low: ${d.most} (at least ${d.least})`,
  /** What cannot be changed any more once a wave began. */
  wavePlanFixed: (d: { readonly wave: string; readonly part: 'opensOn' | 'quotas' }): string =>
    `wave began already, so its ${d.part === 'quotas' ? 'limits' : 'first day'} cannot be changed: ${d.wave}`,
  /** What is tried out is counted, analysed and published nowhere. */
  waveIsTryOut: (d: { readonly wave: string }): string =>
    `wave is for trying out: ${d.wave} (its answers are not counted and erase themselves)`,
  /** As many took part as the wave takes: of everybody, or of the group that gave one answer. */
  quotaFull: (d: { readonly wave: string; readonly group: boolean }): string =>
    `wave takes no more ${d.group ? 'of this group' : 'responses'}: ${d.wave} (who had begun may finish)`,
  /** No code, one that was not handed out for this wave, or one that was used. Which of them is not told. */
  accessCodeRefused: (_: Readonly<Record<string, never>>): string =>
    'no unused access code of this wave was given (expected one of those that were handed out)',
  /** Answers of a wave with codes come with a code each; rows of a file have none. */
  importWithoutCodes: (d: { readonly wave: string }): string =>
    `wave asks for codes: ${d.wave} (a file of answers goes into a wave that anybody can enter)`,
  /** More wait to be stored than the server takes on. */
  serverBusy: (d: { readonly waiting: number }): string => `server is busy: ${d.waiting} responses wait (try again)`,
  /** No study with this id. */
  unknownStudy: (d: { readonly study: string }): string => `unknown study: ${d.study}`,
  /** No instrument with this id. */
  unknownInstrument: (d: { readonly instrument: string; readonly known: readonly string[] }): string =>
    `unknown instrument: ${d.instrument} (there are ${d.known.join(', ')})`,
  /** A wave needs a published version to ask. */
  noVersionYet: (d: { readonly study: string; readonly design: string }): string =>
    `study has no published version: ${d.study} (freeze one in the studio: ${d.design})`,
  /** No publication at this address, or none that may be read. */
  unknownPublication: (d: { readonly publication: string }): string => `unknown publication: ${d.publication}`,
  /** A publication that was taken back, why, and the path of the edition that replaced it for whoever asks. */
  publicationWithdrawn: (d: {
    readonly publication: string
    readonly on?: string
    readonly reason?: string | null
    readonly words?: string | null
    readonly replacedBy?: string | null
  }): string =>
    [`publication was withdrawn: ${d.publication}`, d.reason, d.words, d.replacedBy].filter(Boolean).join(', '),
  /** An id in the address or the body that is no UUID. The id itself is left out: drafts are known by it. */
  invalidId: (d: { readonly name: string }): string => `invalid id: ${d.name} (expected a UUID)`,
  /** The id is stored already with other answers. */
  responseConflict: (_: Readonly<Record<string, never>>): string =>
    'this id is stored already with other answers (a new response needs a new id)',
  /** The response with this id was withdrawn by its sender; sending it again does not bring it back. */
  responseWithdrawn: (_: Readonly<Record<string, never>>): string =>
    'the response with this id was withdrawn (it is not stored again)',
  /** Something newer is stored under this id. */
  draftLocked: (_: Readonly<Record<string, never>>): string =>
    'these answers are kept under words, and came without them',
  unknownDraft: (_: Readonly<Record<string, never>>): string => 'nothing is kept under this id',
  /** With the revision that is stored, where it may be told. */
  staleDraft: (_: { readonly revision?: number }): string => 'a newer draft is stored under this id',
  /** The answers as a whole were refused; the findings say why. */
  answersRefused: (d: { readonly findings: number }): string => `answers refused: ${d.findings} finding(s)`,
  /** The definition was refused; the findings say why. */
  definitionRefused: (d: { readonly findings: number }): string => `definition refused: ${d.findings} finding(s)`,
  /** Questions that a page without a script cannot ask; there is nothing else yet to ask them with. */
  needsRichRunner: (d: { readonly questions: readonly string[] }): string =>
    `questions that no web page can ask yet: ${d.questions.join(', ')} (paneldynamic and signaturepad are for interviewer and kiosk)`,
  /** What respondents are promised in this language was released by nobody who speaks it, so no wave opens in it. */
  languageNotReleased: (d: { readonly language: string; readonly promises: number }): string =>
    `language is not released: ${d.language} (${d.promises} text(s) that promise something were not reviewed by a speaker)`,
  /** A language without a single text to review. */
  languageWithoutTexts: (d: { readonly language: string; readonly known: readonly string[] }): string =>
    `no texts to review in language: ${d.language} (there are ${d.known.join(', ')})`,
  /** Keys of texts that are not there in this language. */
  unknownText: (d: { readonly keys: readonly string[]; readonly language: string }): string =>
    `unknown text in ${d.language}: ${d.keys.join(', ')}`,
  /** No response in this wave has this withdrawal code. */
  unknownWithdrawalCode: (_: Readonly<Record<string, never>>): string => 'no response has this withdrawal code',
  /** The body is no JSON. */
  malformedBody: (d: { readonly expected: string }): string => `malformed body (expected ${d.expected})`,
  /** The body has another content type than the route takes. */
  wrongContentType: (d: { readonly expected: string }): string => `wrong content type (expected ${d.expected})`,
  /** The body is longer than the route takes. */
  bodyTooLarge: (d: { readonly limit: number }): string => `body too large (at most ${d.limit} bytes)`,
  /** The connection ended before the body did. */
  bodyCutShort: (_: Readonly<Record<string, never>>): string => 'body cut short (fewer bytes than announced)',
  /** Fields of the body that are unknown, missing or of the wrong type; the findings name them. */
  bodyRefused: (d: { readonly fields: readonly string[] }): string => `body refused: ${d.fields.join(', ')}`,
  /** A field that the body may not have. */
  unknownField: (d: { readonly field: string }): string => `unknown field: ${d.field}`,
  /** A field that is missing or has another type or form. */
  wrongField: (d: { readonly field: string; readonly expected: string }): string =>
    `wrong field: ${d.field} (${d.expected})`,
  /** No page or resource at this address. */
  unknownAddress: (d: { readonly method: string }): string => `nothing here that answers ${d.method}`,
  /** Headers or conditions that nothing here answers to, by the HTTP status that says so. */
  requestNotUsable: (d: { readonly status: number }): string => `request is not usable (HTTP ${d.status})`,
  /** The address exists, but not with this method. */
  methodNotAllowed: (d: { readonly method: string; readonly allowed: readonly string[] }): string =>
    `method not allowed: ${d.method} (allowed ${d.allowed.join(', ')})`,
  /** Too many requests from one address. */
  tooManyRequests: (d: { readonly seconds: number }): string => `too many requests (try again in ${d.seconds} s)`,
  /** A staff request that another site made. */
  foreignOrigin: (_: Readonly<Record<string, never>>): string => 'request came from another site',
  /** The database does not answer. */
  databaseUnavailable: (_: Readonly<Record<string, never>>): string => 'the database does not answer (try again)',
  /** A fault in the software; the log has the trace. */
  internalError: (_: Readonly<Record<string, never>>): string => 'something went wrong here; it was written down',
  /** Somebody else saved the definition in the meantime. */
  staleRevision: (d: { readonly given: number; readonly current: number }): string =>
    `definition was changed by somebody else: revision ${d.given} (now at ${d.current})`,
  /** No version with this number in the study. */
  unknownVersion: (d: { readonly version: number }): string => `unknown version: ${d.version}`,
  /** Another wave has this address. */
  addressTaken: (d: { readonly address: string }): string => `address is taken: ${d.address}`,
  /** An address that cannot be said over the telephone. */
  addressNotUsable: (d: { readonly address: string }): string =>
    `address is not usable: ${d.address} (expected 3 to 40 small letters, digits and hyphens)`,
  /** Another publication has this id, or is this edition of the wave. */
  publicationExists: (d: { readonly publication: string; readonly edition: number }): string =>
    `publication exists already: ${d.publication}, edition ${d.edition}`,
} as const
