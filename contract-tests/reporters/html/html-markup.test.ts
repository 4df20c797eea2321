import { expect, test } from 'vitest';
import { markup, verbatim } from './html-markup.ts';

test('text is escaped in content and in attributes', () => {
  expect(markup`<a title="${`"><script>'`}">${'<b> & c'}</a>`.markup).toBe(
    '<a title="&quot;&gt;&lt;script&gt;&#39;">&lt;b&gt; &amp; c</a>',
  );
});

test('markup stays markup, alone and in lists; numbers are numbers', () => {
  const items = ['a', '<'].map((text) => markup`<li>${text}</li>`);
  expect(markup`<ul>${items}</ul>${3}${verbatim('<hr>')}`.markup).toBe('<ul><li>a</li><li>&lt;</li></ul>3<hr>');
});

test('what a parser would stumble over is shown', () => {
  expect(markup`<p>${'\u0000\u001b'}</p>`.markup).toBe(String.raw`<p>\u0000\u001b</p>`);
});
