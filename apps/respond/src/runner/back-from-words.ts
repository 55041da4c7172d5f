import { pageAddress } from '@klankbord/pages/browser'
import { hiddenField, pageForm } from './sent-form.ts'
import { languageHere, type Sitting } from './sitting.ts'

/**
 * Back from the page with the words leads to the one that asks for them: what stood there before lies under the words, and
 * who looks at this screen next must not read them. Without a connection they stay, for nothing else could be shown.
 *
 * @param lead goes to another address, in the place of this one
 */
export async function backFromWords(
  { data, ports }: Pick<Sitting, 'data'> & { readonly ports: Pick<Sitting['ports'], 'load'> },
  { pathname }: Pick<Location, 'pathname'>,
  lead: (address: string) => void,
): Promise<void> {
  const form = pageForm(document)
  if (data === null || form === null || hiddenField(form, 'on.page')?.value !== 'later') return
  if (pathname.endsWith('/resume')) return
  const address = pageAddress({ ...data.context, language: languageHere() }, '/resume')
  const isThere = await ports.load(address).then(
    () => true,
    () => false,
  )
  if (isThere) lead(address)
}
