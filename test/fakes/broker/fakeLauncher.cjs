// Stands in for the launcher of twine: reads its order from standard input and does what `behaviour.json` beside it says.
const { appendFileSync, readFileSync } = require('node:fs');
const { spawn } = require('node:child_process');
const { join } = require('node:path');

const behaviour = JSON.parse(readFileSync(join(__dirname, 'behaviour.json'), 'utf8'));
const order = JSON.parse(readFileSync(0, 'utf8'));
const note = record => appendFileSync(join(__dirname, 'runs.ndjson'), `${JSON.stringify(record)}\n`);

note({ order, argv: process.argv.slice(1), environment: process.env, folder: process.cwd(), pid: process.pid });
for (const line of behaviour.chatter ?? []) process.stderr.write(`${line.replaceAll('SECRET', order.secret)}\n`);

if (behaviour.hang) {
  process.on('SIGTERM', () => note({ told: 'SIGTERM' }));
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
  note({ child: child.pid });
  setInterval(() => {}, 1000);
} else {
  if (behaviour.outcome) process.stdout.write(`${JSON.stringify(behaviour.outcome).replaceAll('SECRET', order.secret)}\n`);
  process.exitCode = behaviour.exitCode ?? 0;
}
