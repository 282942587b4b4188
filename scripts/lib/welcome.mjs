// @ts-check

/**
 * What a person reads when everything is up: where to go, and what to try first.
 * @param {{ url: string, folder: string, index: { webUrl: string }, token: string, isDemo: boolean }} scene
 */
export function welcome({ url, folder, index, token, isDemo }) {
  return `
  Open          ${url}
  Project       ${folder}${isDemo ? ' (a fresh copy)' : ''}

  Try, from the palette (F1):
    1. Countersign: Rehearse Publish                   needs no token and sends nothing out of this machine
    2. Countersign: Publish to Another Index…          choose "Demo index" and give it this token:

       ${token}

  The demo index shows what it received at ${index.webUrl}
  It forgets everything when this ends, and its token works nowhere else.
  The address above is the key to the editor: keep it to yourself.

  Ctrl-C ends everything.

`;
}
