// Answers with another status than is documented, to everything.
import { type Kind, raw, sending } from '../kind.ts';

const status = (code: number, id = String(code), headers = {}, body = '{}', slow?: true): Kind => ({
  id: `status-${id}`,
  write: sending(() => body, headers, code),
  ...(slow === undefined ? {} : { slow }),
});

export const statuses: readonly Kind[] = [
  status(200, '200-empty-object'),
  status(201),
  status(204, '204', {}, ''),
  { id: 'status-204-with-body', write: raw((text) => `HTTP/1.1 204 No Content\r\n\r\n${text}`) },
  status(205, '205', {}, ''),
  status(206, '206', { 'content-range': 'bytes 0-1/100' }),
  status(300),
  status(301, '301-nowhere'),
  status(302, '302-broken-location', { location: 'http://[' }),
  status(302, '302-elsewhere', { location: 'http://127.0.0.1:9/elsewhere' }),
  status(302, '302-script', { location: 'javascript:alert(1)' }),
  { id: 'status-307-loop', write: (wire) => sending(() => '', { location: wire.request.url ?? '/' }, 307)(wire) },
  {
    id: 'status-308-growing',
    write: (wire) => sending(() => '', { location: `${wire.request.url}x` }, 308)(wire),
  },
  status(304, '304', {}, ''),
  status(399),
  status(400),
  status(401),
  status(403),
  status(404),
  status(404, '404-html', { 'content-type': 'text/html' }, '<h1>Not found</h1>'),
  status(405),
  status(407, '407', { 'proxy-authenticate': 'Basic' }),
  status(418),
  status(451),
  status(429, '429', {}, '{}', true),
  status(429, '429-in-a-second', { 'retry-after': '1' }, '{}', true),
  status(429, '429-at-once', { 'retry-after': '0' }, '{}', true),
  status(429, '429-nonsense', { 'retry-after': 'soon' }, '{}', true),
  status(429, '429-to-string', { 'retry-after': '0' }, '{"error":{"message":{"toString":1}}}', true),
  status(500),
  status(502, '502-html', { 'content-type': 'text/html' }, '<h1>Bad gateway</h1>'),
  status(503, '503', { 'retry-after': '1' }),
  status(504, '504-empty', {}, ''),
  status(599),
];
