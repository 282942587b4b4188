type Child = Node | string | null;

/** Builds an element. Text becomes text nodes, never markup; null children are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const built = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) built.setAttribute(name, value);
  built.append(...children.filter(child => child !== null));
  return built;
}

/** A button that does something here and sends no form. */
export function button(label: string, kind: 'primary' | 'plain' | 'quiet', onPress: () => void): HTMLButtonElement {
  const built = element('button', { type: 'button', class: kind }, label);
  built.addEventListener('click', onPress);
  return built;
}

/** Says something to those who cannot see that it changed. */
export function announce(text: string): void {
  const announcer = document.getElementById('announcer');
  if (announcer !== null) announcer.textContent = text;
}

/** Shows a new state of the page: its title is told, and the focus is on its heading. */
export function showPage(heading: HTMLHeadingElement, ...parts: readonly Node[]): void {
  heading.tabIndex = -1;
  document.title = `${heading.textContent} – Countersign`;
  document.getElementById('page')?.replaceChildren(...parts);
  heading.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
