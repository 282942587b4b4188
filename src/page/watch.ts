import { routes, type PageState } from '../core/messages/pageMessages.ts';
import { openStream } from './api.ts';

const AGAIN_MILLISECONDS = 700;

/**
 * Follows the release until it ends. `onGone` is called when the stream broke before an ending and cannot be opened
 * again: then the broker is gone, and with it VS Code's window.
 */
export async function watch(session: string, onState: (state: PageState) => void, onGone: () => void): Promise<void> {
  let last = 'waiting' as PageState['state'];
  const note = (state: PageState): void => {
    last = state.state;
    onState(state);
  };
  for (let stream = await openStream(routes.watch, session); stream !== null; stream = await openStream(routes.watch, session)) {
    await follow(stream, note);
    if (last === 'ended') return;
    await new Promise(resolve => setTimeout(resolve, AGAIN_MILLISECONDS));
  }
  onGone();
}

async function follow(stream: ReadableStream<Uint8Array>, onState: (state: PageState) => void): Promise<void> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const lines = (rest + decoder.decode(chunk.value, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(line => onState(JSON.parse(line) as PageState));
    }
  } catch {
    // A broken stream ends like a closed one: the caller opens it again, or finds that it cannot.
  }
}
