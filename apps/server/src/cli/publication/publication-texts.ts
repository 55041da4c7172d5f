import { problem } from '@klankbord/model'
import { saveWords, wordsOfStudy, type WordsOfStudy } from '../../publication/report-words.ts'
import { audit } from '../../staff/audit.ts'
import { studyNamed } from '../../study/study-named.ts'
import { jsonFault } from '../json-places.ts'
import { readTextFile } from '../read-text-file.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/**
 * Prints what authors say with the figures of a study, as JSON with every number in it; with a file after putting its words
 * in the place of those that are there, and then only what is open.
 *
 * @throws Problem `unknownStudy`, `textsMalformed`, `staleRevision`, and those of reading the file
 */
export async function publicationTexts(
  place: Surroundings,
  name: string,
  file: string | undefined,
  { data, by = '' }: { readonly data: string; readonly by?: string },
): Promise<void> {
  const typed = file === undefined ? null : jsonOf(await readTextFile(file))
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const study = await studyNamed(context, name)
    if (typed === null) {
      place.terminal.print(JSON.stringify(await wordsOfStudy(context, study), null, 2))
      return
    }
    if (by.trim() === '') throw problem('textsMalformed', { path: '', expected: say('textsBy') })
    const words = await saveWords(context, study, typed, by.trim())
    await audit(context, null, { action: 'study.textsSaved', studyId: study.id, details: { revision: words.revision } })
    for (const line of openLines(words)) place.terminal.print(line)
  })
}

function openLines({ numbers, revision }: WordsOfStudy): readonly string[] {
  const open = numbers.filter(({ figure }) => figure === undefined)
  return [
    say('textsSaved', { revision, open: open.length }),
    ...open.map(({ place, field, language, words, sentence }) =>
      say('textsOpen', { place, field, language, words, sentence }),
    ),
  ]
}

function jsonOf(source: string): unknown {
  const expected = jsonFault(source)
  if (expected !== null) throw problem('textsMalformed', { path: '', expected })
  return JSON.parse(source)
}
