// Takes secrets out of whatever leaves the judge, in every encoding in which a reply could send them back.

const MASK = '[secret]';

/** Replaces every secret in a text. */
export type Redact = (text: string) => string;

/** A redactor of these secrets, as they are and as URL, JSON, HTML, hexadecimal and base64 write them. */
export function createRedact(secrets: readonly string[]): Redact {
  const forms = [...new Set(secrets.flatMap(formsOf))]
    .filter((form) => form.length > 5)
    .sort((a, b) => b.length - a.length);
  if (forms.length === 0) return (text) => text;
  const pattern = new RegExp(forms.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi');
  return (text) => text.replaceAll(pattern, MASK);
}

/** Redacts every string inside a JSON value, member names too. */
export function redactDeep<T>(value: T, redact: Redact): T {
  const visit = (node: unknown): unknown => {
    if (typeof node === 'string') return redact(node);
    if (Array.isArray(node)) return node.map(visit);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([name, inner]) => [redact(name), visit(inner)]));
  };
  return visit(value) as T;
}

function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    encodeURIComponent(secret),
    encodeURIComponent(encodeURIComponent(secret)),
    JSON.stringify(secret).slice(1, -1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
    [...secret].reverse().join(''),
    bytes.toString('hex'),
    ...base64Forms(bytes),
  ];
}

/** Base64 looks different at each of the three offsets at which a secret may stand inside a longer text. */
function base64Forms(bytes: Buffer): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const padded = Buffer.concat([Buffer.alloc(offset), bytes]);
    const whole = padded.subarray(0, padded.length - (padded.length % 3));
    const from = offset === 0 ? 0 : 4;
    return [whole.toString('base64').slice(from), whole.toString('base64url').slice(from)];
  });
}
