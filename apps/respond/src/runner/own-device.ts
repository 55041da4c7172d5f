import { readDraftField } from '@klankbord/pages/browser'
import { writtenKeptPage } from './kept-page.ts'
import { dataAddresses, SCRIPT } from './page-data.ts'
import { pictureAddresses } from './pictures.ts'
import { hiddenField, pageForm } from './sent-form.ts'
import { whereabouts } from './show-page.ts'
import { languageHere, type Sitting } from './sitting.ts'
import { randomId } from './visit.ts'

/** With scripts and data that belong together: again after a reload, for the server may have newer ones since. */
export async function stockShelf({ ports, data }: Sitting, language: string): Promise<void> {
  if (data === null) return
  const scripts = ['/assets/respond.js', SCRIPT]
  const addresses = [`/v/${ports.wave}`, ...scripts, ...dataAddresses(ports.wave, language)]
  await ports.shelf.stock({ addresses, pictures: pictureAddresses(data) }, data.until).catch(() => false)
}

/** Somebody says whether the device is theirs. */
export async function ownDevice(sitting: Sitting, isOwn: boolean): Promise<void> {
  const { saving, shelf, randomBytes } = sitting.ports
  const form = pageForm(document)
  if (sitting.data === null || form === null) return
  const language = languageHere()
  if (isOwn && saving.underWay() === null) {
    const { id, device } = readDraftField(hiddenField(form, 'draft')?.value ?? '')
    const code = hiddenField(form, 'access')?.value ?? ''
    const page = writtenKeptPage(whereabouts(document))
    saving.begin({
      id: id || randomId(randomBytes),
      code,
      language,
      answers: {},
      asked: [],
      revision: 0,
      page,
      ...(device !== '' && { device }),
    })
  }
  const keptIn = await saving.ownDevice(isOwn)
  if (keptIn === 'device') await stockShelf(sitting, language)
  else await shelf.clear().catch(() => undefined)
}
