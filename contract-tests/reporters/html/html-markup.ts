// HTML that cannot be injected into: whatever is put into the template is escaped, unless it is markup itself.
import { visible } from '../visible.ts';

export type Markup = { readonly markup: string };

type Part = string | number | Markup | readonly Markup[];

/** A template of HTML. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.reduce((text, string, index) => `${text}${rendered(parts[index - 1] ?? '')}${string}`) };
}

/** Text of our own that is no HTML and must stand as it is: the style sheet. */
export function verbatim(text: string): Markup {
  return { markup: text };
}

export const nothing: Markup = verbatim('');

function rendered(part: Part): string {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escaped(part);
  return 'markup' in part ? part.markup : part.map((inner) => inner.markup).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** For text and quoted attributes alike. */
function escaped(text: string): string {
  return visible(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
