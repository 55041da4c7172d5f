import { isProblem } from '@klankbord/model'
import { lockDataFolder } from '@klankbord/storage'

// Claims the folder that it is told, and says whether it got it; holds it until it is killed.
process.on('message', (folder: string) => {
  try {
    lockDataFolder(folder)
    process.send?.('claimed')
  } catch (error) {
    process.send?.(isProblem(error) ? error.code : String(error))
  }
})
process.send?.('listening')
