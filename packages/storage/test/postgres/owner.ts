import { lockDataFolder, openDatabase, startEmbeddedPostgres } from '@klankbord/storage'

// A server in a process of its own: claims the folder when told to, starts the database, and works until
// its standard input ends.
const [dataFolder = '', role] = process.argv.slice(2)
const lock = role === 'server' ? lockDataFolder(dataFolder) : null
const postgres = await startEmbeddedPostgres({ dataFolder })
const database = openDatabase(postgres.connectionString)
await database.ping()
process.stdout.write(
  `${JSON.stringify({ connectionString: postgres.connectionString, startedHere: postgres.startedHere })}\n`,
)
process.stdin.resume()
process.stdin.once('end', () => {
  void database
    .close()
    .then(() => postgres.stop())
    .then(() => lock?.release())
})
