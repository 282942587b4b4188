import { announce, button, element } from './dom.ts';

const COPIED_MILLISECONDS = 2_000;

/** A hash in groups that the eye can compare. The gaps are drawn, so what is selected and copied has none. */
export function hashText(hash: string, name: string): HTMLElement {
  const groups = (hash.match(/.{1,4}/g) ?? []).flatMap(group => [element('span', {}, group), element('wbr', {})]);
  return element('span', { class: 'hash' }, element('code', { translate: 'no' }, ...groups), copyButton(hash, name));
}

function copyButton(text: string, name: string): HTMLButtonElement {
  const label = `Copy the ${name}`;
  const built = button('Copy', 'quiet', () => void copy());
  built.setAttribute('aria-label', label);
  const copy = async (): Promise<void> => {
    const isCopied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    built.textContent = isCopied ? 'Copied' : 'Select it';
    announce(isCopied ? `The ${name} was copied.` : 'The browser does not allow copying. Select the text instead.');
    setTimeout(() => (built.textContent = 'Copy'), COPIED_MILLISECONDS);
  };
  return built;
}
