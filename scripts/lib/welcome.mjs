// @ts-check

/**
 * What a person reads when everything is up: where to go, and what to try first.
 * @param {{ url: string, folder: string, index: { webUrl: string }, token: string, demo: import('./demoProject.mjs').DemoName | null }} scene
 */
export function welcome({ url, folder, index, token, demo }) {
  return `
  Open          ${url}
  Project       ${folder}${demo === null ? '' : ' (a fresh copy)'}

  Try:
${demo === 'application' ? dependencies : publishing(token)}
  The demo index shows what it holds at ${index.webUrl}
  It forgets everything when this ends, and its token works nowhere else.
  The address above is the key to the editor: keep it to yourself.

  Ctrl-C ends everything.

`;
}

const dependencies = `\
    1. Open requirements.txt: what is underlined has a reason. Ctrl+. (Cmd+. on a Mac) on it offers the repairs.
       The first of it is a name that looks like a popular one: colourama.
    2. Answer "Look Up", and the demo index tells what is yanked or not there at all. It is on this machine.
    3. Open pyproject.toml and uv.lock: the phrases beside the dependencies say how each one stands.
    4. Click { } at the bottom right: as what the project is judged and why, and how old the index data is.

  The other demo is a library to publish: npm start
`;

/** @param {string} token */
function publishing(token) {
  return `\
    1. Countersign: Rehearse Publish                   from the palette (F1); needs no token and sends nothing out of this machine
    2. Countersign: Publish to Another Index…          choose "Demo index" and give it this token:

       ${token}

    3. Open pyproject.toml: how each dependency stands, and what others would not want in a library

  An application with faults to mend: npm start -- --demo application
`;
}
