// Text of the accused, made safe to show: a reply can hold terminal escapes, reversed writing, or what XML forbids.

/** Control, surrogate, line-separating, non- and direction-changing characters; line feed and tab are harmless. */
const UNSAFE = /(?![\n\t])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\ufffe\uffff]/gu;

/** The text with every unsafe character written as JSON would escape it: `\u001b`. */
export function visible(text: string): string {
  return text.replaceAll(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
