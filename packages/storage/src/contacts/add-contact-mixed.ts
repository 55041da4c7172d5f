import type { Contact } from '@klankbord/model'
import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import { rememberClearing } from '../sealing/clearings.ts'
import { keepContacts, type ContactGroup } from './contacts.ts'
import type { ContactStore } from './study-key.ts'

/** Contacts that go together in one transaction. */
interface Batch {
  readonly contacts: Contact[]
  readonly done: Promise<void>
}

/** What one database is doing: per group those that wait, and what is being written. */
interface Desk {
  readonly waiting: Map<string, Batch>
  readonly writing: Map<string, Promise<void>>
}

const DESKS = new WeakMap<Kysely<Schema>, Desk>()

/**
 * Keeps a contact that came by itself, just after answers perhaps. Where it is new, all of the group are written anew with
 * it, in the order of their random ids: then neither the place of a row nor its transaction says who came when. What the old
 * rows leave in the files goes with the next clearing. Those that come while others are written go together after them.
 *
 * @param db the database of the studies, which keeps what is to be cleared
 * @throws Problem `contactKeyWrong`
 */
export function addContactMixed(
  store: ContactStore,
  db: Kysely<Schema>,
  group: ContactGroup,
  contact: Contact,
): Promise<void> {
  const { waiting, writing } = deskOf(store.db)
  const name = `${group.studyId}/${group.purpose}`
  const open = waiting.get(name)
  if (open !== undefined) {
    open.contacts.push(contact)
    return open.done
  }
  const contacts = [contact]
  const before = (writing.get(name) ?? Promise.resolve()).catch(() => undefined)
  const done = before.then(() => {
    waiting.delete(name)
    return mix(store, db, group, contacts)
  })
  waiting.set(name, { contacts, done })
  writing.set(name, done)
  const forget = (): void => void (writing.get(name) === done && writing.delete(name))
  done.then(forget, forget)
  return done
}

function deskOf(db: Kysely<Schema>): Desk {
  const known = DESKS.get(db)
  if (known !== undefined) return known
  const desk = { waiting: new Map(), writing: new Map() }
  DESKS.set(db, desk)
  return desk
}

async function mix(
  store: ContactStore,
  db: Kysely<Schema>,
  group: ContactGroup,
  contacts: readonly Contact[],
): Promise<void> {
  await rememberClearing(db, group.studyId, ['contact.people'])
  await store.db.transaction().execute(async (trx) => {
    const { added } = await keepContacts(trx, store, group, contacts)
    if (added === 0) return
    // Sorted, so that all of them are gone before the first is written again.
    await sql`
      with mixed as (
        delete from contact.people where study_id = ${group.studyId} and purpose = ${group.purpose} returning *
      )
      insert into contact.people (study_id, id, purpose, sealed, mark)
      select study_id, id, purpose, sealed, mark from mixed order by id`.execute(trx)
  })
}
