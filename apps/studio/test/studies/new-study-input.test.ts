import { describe, expect, it } from 'vitest'
import { missingFields, newStudyInput } from '../../src/studies/new-study-input.ts'

const FORM = { title: ' Nachtopvang ', organisation: ' De cliëntenraad ', helpPhone: ' ', instrument: 'wmo' }

describe('a researcher who makes a study', () => {
  it('sends texts without white space around them, and no telephone number that is empty', () => {
    expect(newStudyInput(FORM, 'nl')).toEqual({
      title: { nl: 'Nachtopvang' },
      organisation: { name: 'De cliëntenraad' },
      instrument: 'wmo',
    })
  })

  it('says on which number people can get help', () => {
    expect(newStudyInput({ ...FORM, helpPhone: '0800 – 000 00 00' }, 'en').organisation.helpPhone).toBe(
      '0800 – 000 00 00',
    )
  })

  it('is led to the first field that is still empty', () => {
    expect(missingFields(FORM)).toEqual([])
    expect(missingFields({ ...FORM, title: ' ', organisation: '' })).toEqual(['title', 'organisation'])
  })
})
