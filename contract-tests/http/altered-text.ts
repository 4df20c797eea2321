// Near misses of a text: other letters of the same kind, and the other case.

/** The text with the letters and digits of a part, as `slice` takes it, replaced by others of their kind. */
export function otherLetters(text: string, from: number, to: number): string {
  const other = text.slice(from, to).replaceAll(/[A-Za-z0-9]/g, (letter) => {
    if (/\d/.test(letter)) return String((Number(letter) + 5) % 10);
    const start = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(start + ((letter.charCodeAt(0) - start + 13) % 26));
  });
  const start = text.slice(0, from);
  return start + other + text.slice(start.length + other.length);
}

/** The text with small letters for capital ones, and the other way round. */
export function turnedCase(text: string): string {
  return [...text]
    .map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
    .join('');
}
