// @ts-check

/**
 * What the demo's index knows of the packages that the demo application asks for. Their files are nowhere: there is
 * enough to judge them by, and nothing to install.
 * @param {{ control(path: string, body?: unknown): Promise<unknown> }} index
 */
export async function fillDemoShelf(index) {
  for (const project of shelf) await index.control('/seed', project);
}

const shelf = [
  { name: 'colorama', releases: [{ version: '0.4.6', daysOld: 1500 }] },
  { name: 'colourama', releases: [{ version: '0.4.6', daysOld: 12 }] },
  { name: 'flask', releases: [{ version: '3.0.3' }, { version: '3.1.2', daysOld: 90 }] },
  { name: 'jinja2', releases: [{ version: '3.1.6' }] },
  { name: 'pytest', releases: [{ version: '8.4.2' }] },
  { name: 'python-dateutil', releases: [{ version: '2.9.0.post0' }] },
  {
    name: 'requests',
    releases: [
      { version: '2.31.0', daysOld: 900 },
      { version: '2.32.0', yanked: 'Breaks certificates that were set by hand' },
      { version: '2.32.5', daysOld: 100 },
    ],
  },
  { name: 'urllib3', releases: [{ version: '2.5.0' }] },
  { name: 'werkzeug', releases: [{ version: '3.1.3' }, { version: '3.1.4', daysOld: 2 }] },
];
