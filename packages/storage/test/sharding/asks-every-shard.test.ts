import { describe, expect, it } from 'vitest'
import { asksEveryShard } from './asks-every-shard.ts'

const TABLES = new Set(['responses', 'waves', 'drafts', 'contact.people'])
const asks = (statement: string): boolean => asksEveryShard(statement, TABLES).length > 0

describe('a statement that every shard would be asked', () => {
  it.each([
    ['one response by its id', 'select * from "responses" where "id" = $1'],
    ['a study only in what is selected', 'select study_id from responses where wave_id = $1'],
    [
      'a join that forgets the study of one table',
      'select 1 from responses r join waves w on w.id = r.wave_id where r.study_id = $1',
    ],
    [
      'a subquery without a study',
      'delete from drafts where study_id = $1 and exists (select 1 from responses where id = $2)',
    ],
    [
      'the second half of a union',
      'select 1 from responses where study_id = $1 union all select 1 from drafts where id = $2',
    ],
    [
      'a step of a with',
      'with gone as (delete from responses where id = $1 returning study_id) select study_id from gone',
    ],
    ['a change', 'update "waves" set "state" = $1 where "id" = $2'],
    ['a row without its study', 'insert into drafts (id, wave_id) values ($1, $2)'],
    ['a row whose columns nobody names', 'insert into responses select id, answers from gone'],
    [
      'a deletion that uses another table',
      'delete from drafts using responses where drafts.study_id = $1 and responses.id = drafts.id',
    ],
    ['a second table after a comma', 'select 1 from responses r, waves w where r.study_id = $1 and w.id = r.wave_id'],
    ['another schema', 'select id from "contact"."people" where purpose = $1'],
    ['all studies but one', 'select * from drafts where not (study_id = $1 and id = $2)'],
    ['a whole table', 'truncate drafts'],
  ])('%s', (_what, statement) => expect(asks(statement)).toBe(true))
})

describe('a statement for one shard', () => {
  it.each([
    ['a study and an id', 'select * from "responses" where "study_id" = $1 and "id" = $2'],
    [
      'a join on the study',
      'select 1 from waves w join responses r on r.study_id = w.study_id and r.wave_id = w.id where w.study_id = $1',
    ],
    [
      'a join that shares the study',
      'select 1 from responses left join drafts using (study_id, id) where responses.study_id = $1',
    ],
    [
      'a subquery of its own study',
      'delete from drafts where study_id = $1 and exists (select 1 from responses where study_id = $1 and id = $2)',
    ],
    ['a with', 'with gone as (delete from responses where study_id = $1 returning *) select count(*) from gone'],
    ['a row with its study', 'insert into "drafts" ("study_id", "id") values ($1, $2) on conflict do nothing'],
    [
      'whole rows',
      'with gone as (delete from drafts where study_id = $1 returning *) insert into drafts select * from gone',
    ],
    ['a table that is none of a study', 'select * from users where id = $1'],
    ['a text that only looks like one', "select 'from responses'"],
  ])('%s', (_what, statement) => expect(asks(statement)).toBe(false))
})
