import express from 'express'
import pg from 'pg'

// What the collection server is measured against: no check, no code, no idempotency, one row per request.
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 })
const app = express()
app.use(express.json())
app.put('/responses/:id', (request, response, next) => {
  const body = JSON.stringify(request.body)
  pool.query('insert into plain_responses (body) values ($1)', [body], (error) => {
    if (error) next(error)
    else response.status(201).json({ stored: true })
  })
})
app.listen(Number(process.env['PORT']), '127.0.0.1', (error) => {
  if (error) throw error
  console.log('listening')
})
