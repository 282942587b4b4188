import type { BrokerMessage } from '../../core/messages/brokerMessages.ts';
import type { HostChannel } from '../ports.ts';

/** The channel that `child_process.fork` opened. Where there is none, the parent counts as gone. */
export function processChannel(): HostChannel {
  return {
    listen(receive, gone) {
      process.on('message', receive);
      process.once('disconnect', gone);
      if (!process.connected) gone();
    },
    send: message => send(message),
  };
}

function send(message: BrokerMessage): Promise<void> {
  return new Promise(resolve => {
    if (process.send === undefined || !process.connected) return resolve();
    // The callback also gets the error of a channel that has just closed: `gone` deals with that.
    process.send(message, undefined, undefined, () => resolve());
  });
}
