import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { finding, pointer, type Finding } from '@klankbord/model'
import { isFile } from '../http/given-out.ts'
import { PICTURE, pictureName } from './picture-names.ts'

/**
 * A hint for each picture that a definition names and that nobody finds: no such file lies in the folder `pictures` of the
 * data, or its name is one that the server gives out no file under. None where there is no such data here.
 *
 * @param text a definition that compiles
 * @param data the folder of the data
 */
export function missingPictures(text: string, data: string): readonly Finding[] {
  if (!existsSync(data)) return []
  return imageLinks(JSON.parse(text), '').flatMap(({ path, address }) => {
    const name = pictureName(address)
    if (name === null || (PICTURE.test(name) && isFile(join(data, 'pictures', name)))) return []
    return [finding('pictureMissing', path, { address }, { severity: 'hint' })]
  })
}

interface ImageLink {
  readonly path: string
  readonly address: string
}

function imageLinks(value: unknown, path: string): readonly ImageLink[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const place = pointer(path, key)
    return key === 'imageLink' && typeof inner === 'string'
      ? [{ path: place, address: inner }]
      : imageLinks(inner, place)
  })
}
