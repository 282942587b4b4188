import type { Index, IndexFile, IndexListing } from '../app/ports.ts';
import { Failure } from '../core/failure.ts';
import type { IndexProfile } from '../core/indexes/indexProfile.ts';
import { fetchText, type TextAnswer } from './fetchText.ts';
import { readSimplePage } from './simplePage.ts';

const ACCEPT = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1';

/** Reads the Simple API: PEP 691, and PEP 503 where an index has only HTML. Sends no credentials. */
export function createIndexClient(userAgent: string): Index {
  return {
    async listing(profile, project, signal) {
      const url = `${profile.readUrl}${project}/`;
      const answer = await fetchText(url, { Accept: ACCEPT, 'User-Agent': userAgent, 'Cache-Control': 'no-cache' }, signal);
      return readAnswer(answer, profile);
    },
  };
}

function readAnswer(answer: TextAnswer, profile: IndexProfile): IndexListing {
  if (answer.status === 404) return { kind: 'absent' };
  if (answer.status === 401 || answer.status === 403) return { kind: 'closed' };
  if (answer.status !== 200) throw new Failure('index-unreachable', `${profile.name} answered HTTP ${answer.status}.`);
  return answer.contentType.includes('json')
    ? readJson(answer.text, profile)
    : { kind: 'listed', files: readSimplePage(answer.text), status: null };
}

interface SimpleJson {
  readonly files?: readonly { readonly filename?: unknown; readonly hashes?: { readonly sha256?: unknown } }[];
  readonly 'project-status'?: { readonly status?: unknown };
}

function readJson(text: string, profile: IndexProfile): IndexListing {
  try {
    const page = JSON.parse(text) as SimpleJson;
    const status = page['project-status']?.status;
    return { kind: 'listed', files: (page.files ?? []).flatMap(readFile), status: typeof status === 'string' ? status : null };
  } catch (cause) {
    throw new Failure('index-answer-invalid', `${profile.name} sent no valid JSON.`, { cause });
  }
}

function readFile(file: { readonly filename?: unknown; readonly hashes?: { readonly sha256?: unknown } }): IndexFile[] {
  const sha256 = file.hashes?.sha256;
  return typeof file.filename === 'string'
    ? [{ filename: file.filename, sha256: typeof sha256 === 'string' ? sha256.toLowerCase() : null }]
    : [];
}
