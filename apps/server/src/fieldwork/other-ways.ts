import { OTHER_WAYS, type OfferedChannel, type OtherWay } from '@klankbord/model'
import type { Wave } from '@klankbord/storage'

const CHANNELS: Readonly<Record<OtherWay, OfferedChannel>> = {
  paper: 'paper',
  telephone: 'telephone',
  talk: 'interviewer',
}

/** The ways to take part besides the web that were planned for a wave: nobody is offered what nobody sees to. */
export function otherWaysOf({ channels }: Pick<Wave, 'channels'>): readonly OtherWay[] {
  return OTHER_WAYS.filter((way) => channels.includes(CHANNELS[way]))
}
