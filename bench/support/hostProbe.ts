import { readdir, readFile } from 'node:fs/promises';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** What is watched in a running extension host, through the inspector that Node opens on a signal. */
export interface HostProbe {
  /** Programs started and connections opened so far, by whomever; `isOurs` where our bundle is on the stack. */
  calls(): Promise<readonly { readonly what: string; readonly isOurs: boolean }[]>;
  /** `heapUsed` and `external` after a collection, in bytes. */
  memory(): Promise<number>;
  close(): void;
}

const PATIENCE_MS = 30_000;
const INSPECTOR = 'http://127.0.0.1:9229/json/list';

/** Must be there before our extension is loaded: throws where it came too late. `mark` is in the host's environment. */
export async function probeHost(mark: string): Promise<HostProbe> {
  process.kill(await findHost(mark), 'SIGUSR1');
  const inspector = await connect();
  const isEarly = await inspector.evaluate(`(${watch.toString()})()`);
  if (isEarly !== true) throw new Error(`The probe came too late, or was not understood: ${JSON.stringify(isEarly)}.`);
  return {
    calls: async () => JSON.parse(String(await inspector.evaluate('JSON.stringify(globalThis.countersignCalls)'))) as never,
    memory: async () => {
      for (let round = 0; round < 3; round++) await inspector.send('HeapProfiler.collectGarbage', {});
      return Number(await inspector.evaluate('(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())'));
    },
    close: () => inspector.close(),
  };
}

type Functions = Record<string, (...args: unknown[]) => unknown>;

/** Runs inside the host, as text: it may use nothing from around it. */
function watch(): boolean {
  const builtIn = (name: string): Functions => process.getBuiltinModule(name) as unknown as Functions;
  const isUs = (text: string): boolean => /countersign\.countersign-[^\n]*[\\/]dist[\\/]/.test(text);
  const calls: { what: string; isOurs: boolean }[] = [];
  const patch = (home: Functions, name: string): void => {
    const original = home[name];
    if (original === undefined) return;
    const noted = function (this: unknown, ...args: unknown[]): unknown {
      calls.push({ what: name, isOurs: isUs(new Error().stack ?? '') });
      return Reflect.apply(original, this, args);
    };
    home[name] = Object.assign(noted, original);
  };
  const watched: Record<string, string[]> = {
    child_process: ['spawn', 'fork', 'exec', 'execFile', 'spawnSync', 'execSync', 'execFileSync'],
    net: ['connect', 'createConnection', 'createServer'],
    tls: ['connect'],
    dns: ['lookup'],
    http: ['request', 'get', 'createServer'],
    https: ['request', 'get'],
  };
  for (const [module, names] of Object.entries(watched)) for (const name of names) patch(builtIn(module), name);
  const here = globalThis as unknown as Functions & { countersignCalls: typeof calls };
  patch(here, 'fetch');
  here.countersignCalls = calls;
  const modules = process.getBuiltinModule('module');
  modules.syncBuiltinESMExports();
  return !Object.keys((modules as unknown as { _cache: object })._cache).some(isUs);
}

async function findHost(mark: string): Promise<number> {
  return patiently('extension host', async () => {
    for (const pid of (await readdir('/proc')).filter(name => /^\d+$/.test(name))) {
      if ((await isHost(pid, mark)) && (await listens(pid))) return Number(pid);
    }
    return null;
  });
}

async function isHost(pid: string, mark: string): Promise<boolean> {
  const read = (name: string): Promise<string> => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
  return (await read('cmdline')).includes('--type=extensionHost') && (await read('environ')).includes(mark);
}

/** Before Node has taken the signal over, it would end the process. */
async function listens(pid: string): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const caught = BigInt(`0x${/^SigCgt:\s+([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  return ((caught >> BigInt(constants.signals.SIGUSR1 - 1)) & 1n) === 1n;
}

interface Reply {
  readonly result?: { readonly value?: unknown };
  readonly exceptionDetails?: unknown;
}

interface Inspector {
  send(method: string, params: object): Promise<Reply>;
  evaluate(expression: string): Promise<unknown>;
  close(): void;
}

async function connect(): Promise<Inspector> {
  const address = await patiently('inspector', async () => {
    const list = await fetch(INSPECTOR).then(
      answer => answer.json(),
      () => [],
    );
    return (list as { webSocketDebuggerUrl: string }[])[0]?.webSocketDebuggerUrl ?? null;
  });
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true });
    socket.addEventListener('error', reject, { once: true });
  });
  return conversation(socket);
}

function conversation(socket: WebSocket): Inspector {
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: Reply };
    waiting.get(id)?.(result);
  });
  const send: Inspector['send'] = (method, params) =>
    new Promise(resolve => {
      const id = waiting.size + 1;
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  return {
    send,
    evaluate: async expression => {
      const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, returnByValue: true });
      return exceptionDetails ?? result?.value;
    },
    close: () => socket.close(),
  };
}

async function patiently<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const found = await look();
    if (found !== null) return found;
    await wait(30);
  }
  throw new Error(`There is no ${what}.`);
}
