import { problem, type ResponseChannel } from '@klankbord/model'
import type { Wave } from '@klankbord/storage'

/** The way in which somebody answers, when the wave takes answers in it. @throws Problem `channelNotOffered` */
export function offeredChannel({ channels }: Wave, channel: ResponseChannel): ResponseChannel {
  if (channels.some((offered) => offered === channel)) return channel
  throw problem('channelNotOffered', { channel, offered: channels })
}
