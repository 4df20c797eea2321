// Bodies that are no JSON document in UTF-8.
import { type Kind, sending } from '../kind.ts';

const text = (id: string, bytes: (text: string) => string | Uint8Array, headers = {}): Kind => ({
  id: `text-${id}`,
  write: sending(bytes, headers),
});

const HTML = '<!DOCTYPE html><html><body><h1>Please sign in</h1></body></html>';

export const texts: readonly Kind[] = [
  text('html', () => HTML, { 'content-type': 'text/html' }),
  text('html-as-json', () => HTML),
  text('empty', () => ''),
  text('white', () => ' \n\t '),
  text('bom', (json) => `\ufeff${json}`),
  text('two-boms', (json) => `\ufeff\ufeff${json}`),
  text('utf16', (json) => Buffer.from(json, 'utf16le')),
  text('utf16-bom', (json) => Buffer.from(`\ufeff${json}`, 'utf16le')),
  text('invalid-utf8', (json) =>
    Buffer.concat([Buffer.from(json.slice(0, -1)), Buffer.from([0xff, 0xc0, 0x80, 0x7d])]),
  ),
  text('overlong-utf8', (json) =>
    Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc0, 0xaf]), Buffer.from(`"}${json}`)]),
  ),
  text('latin1', (json) => Buffer.from(json.replace('{', '{"caf\u00e9":1,'), 'latin1')),
  text('nul', (json) => json.replace('{', '{\u0000')),
  text('nan', (json) => json.replaceAll(/:(null|\d+)/g, ':NaN')),
  text('single-quotes', (json) => json.replaceAll('"', "'")),
  text('trailing-comma', (json) => json.replace(/\}$/, ',}')),
  text('twice', (json) => `${json}\n${json}`),
  text('cut', (json) => json.slice(0, -20)),
  text('unclosed-string', (json) => `${json.slice(0, -1)},"a":"`),
  text('backslash-last', () => '"\\'),
  text('jsonp', (json) => `callback(${json})`),
  text('json-in-json', (json) => JSON.stringify(json)),
  text('duplicate-keys', (json) => json.replace('{', '{"items":1,"data":2,"items":[],"data":[],')),
  text('huge-numbers', (json) => json.replaceAll(/:\d+/g, ':1e999')),
  text('long-number', (json) => json.replaceAll(/:\d+/g, `:${'9'.repeat(5000)}`)),
  text('xml-entities', () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'),
  text('null', () => 'null'),
  text('number', () => '7'),
  text('array', () => '[]'),
  text('string', () => '"ok"'),
  text('other-type', (json) => json, { 'content-type': 'image/png' }),
  text('odd-type', (json) => json, { 'content-type': ';;;=' }),
  text('odd-charset', (json) => json, { 'content-type': 'application/json; charset=utf-7' }),
];
