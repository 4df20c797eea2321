// The value of the credential that a request shows.
import type { Keyring } from './credentials.ts';
import type { Shown } from './exchange.ts';

export function valueShown(shown: Shown, keyring: Keyring): string | undefined {
  if (shown === 'none') return undefined;
  return 'altered' in shown ? altered(keyring.valueFor(shown.altered) ?? '') : keyring.valueFor(shown);
}

/** A key of the same form that nobody was given: its last ten letters and digits are others. */
function altered(key: string): string {
  const turn = (letter: string) => {
    if (/\d/.test(letter)) return String((Number(letter) + 5) % 10);
    const start = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(start + ((letter.charCodeAt(0) - start + 13) % 26));
  };
  const tail = Math.max(0, key.length - 10);
  return key.slice(0, tail) + key.slice(tail).replaceAll(/[A-Za-z0-9]/g, turn);
}
