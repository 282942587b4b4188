import { pypi, testPypi, type IndexProfile } from '../../core/indexes/indexProfile.ts';

/**
 * What is wrong with where a release is to go, or null. The kind decides how the page looks, which token it takes and whether
 * a factor is asked for: so a host that was tampered with must not be able to give a kind another kind's address.
 */
export function profileProblem(profile: IndexProfile): string | null {
  if (profile.kind === 'pypi') return isSame(profile, pypi) ? null : 'its profile of PyPI is not the real one';
  if (profile.kind === 'testpypi') return isSame(profile, testPypi) ? null : 'its profile of TestPyPI is not the real one';
  const url = URL.canParse(profile.uploadUrl) ? new URL(profile.uploadUrl) : null;
  if (url === null) return 'the upload address cannot be read';
  if (profile.kind === 'rehearsal') return isLoopback(url) ? null : 'a rehearsal stays on this computer';
  return privateProblem(url);
}

function privateProblem(url: URL): string | null {
  if (url.protocol !== 'https:' && !isLoopback(url)) return 'a token is sent over https only';
  if (url.username !== '' || url.password !== '') return 'the upload address has a user name or password in it';
  const publicHosts = [pypi, testPypi].map(index => new URL(index.uploadUrl).host);
  return publicHosts.includes(url.host) ? 'a private index cannot have the address of a public one' : null;
}

function isSame(profile: IndexProfile, real: IndexProfile): boolean {
  return (Object.keys(real) as (keyof IndexProfile)[]).every(name => profile[name] === real[name]);
}

function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}
