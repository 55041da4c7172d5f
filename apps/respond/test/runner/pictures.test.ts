// @vitest-environment jsdom
import { compile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { pictureAddresses, pictures, withoutBrokenPictures } from '../../src/runner/pictures.ts'

const choice = (value: number, picture: string): object => ({ value, text: `Keuze ${value}`, imageLink: picture })
const { questionnaire } = compile({
  title: 'Wonen',
  locale: 'nl',
  pages: [
    {
      name: 'page',
      elements: [
        {
          type: 'imagepicker',
          name: 'a',
          title: 'Wat past?',
          showLabel: true,
          choices: [choice(1, '/pictures/house.svg'), choice(2, '/pictures/rest.svg')],
        },
        {
          type: 'imagepicker',
          name: 'b',
          title: 'Wat nog meer?',
          showLabel: true,
          choices: [choice(1, '/pictures/rest.svg'), choice(2, '/pictures/work.svg')],
        },
      ],
    },
  ],
})

describe('who begins to fill in', () => {
  it('has each picture of the questionnaire fetched once, and one that did not come again', () => {
    if (questionnaire === null) throw new Error('it should compile')
    const asked: string[] = []
    const ahead = pictures((address) => {
      asked.push(address)
      const state = { complete: true, naturalWidth: address.includes('rest') ? 0 : 24 }
      return Object.defineProperties(new Image(), {
        complete: { value: state.complete },
        naturalWidth: { value: state.naturalWidth },
      })
    })
    const addresses = pictureAddresses({ questionnaire })
    expect(addresses).toEqual(['/pictures/house.svg', '/pictures/rest.svg', '/pictures/work.svg'])
    ahead.fetchAhead(addresses)
    expect(asked).toEqual(addresses)
    ahead.fetchAhead(addresses)
    expect(asked).toEqual([...addresses, '/pictures/rest.svg'])
  })

  it('reads the words alone where a picture does not come', () => {
    document.body.innerHTML =
      '<label><img class="picture" src="/pictures/house.svg" alt="" /><span>Een eigen plek</span></label><img id="other" />'
    withoutBrokenPictures(document)
    for (const image of document.querySelectorAll('img')) image.dispatchEvent(new Event('error'))
    expect(document.querySelector('label')?.innerHTML).toBe('<span>Een eigen plek</span>')
    expect(document.getElementById('other')).not.toBeNull()
  })
})
