// Near misses of a text: other letters of the same kind, and the other case.

/** The text with every letter and digit replaced by another of its kind. */
export function otherLetters(text: string): string {
  return text.replaceAll(/[A-Za-z0-9]/g, (letter) => {
    if (/\d/.test(letter)) return String((Number(letter) + 5) % 10);
    const start = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(start + ((letter.charCodeAt(0) - start + 13) % 26));
  });
}

/** The text with small letters for capital ones, and the other way round. */
export function turnedCase(text: string): string {
  return [...text]
    .map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
    .join('');
}
