import { describe, expect, test } from 'vitest';
import { results, sampleReport } from '../sample-report.ts';
import { html } from './html.ts';

const page = html(sampleReport());

describe('the page', () => {
  test('forbids every request, and makes none', () => {
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(
      /<(?:script|link|img|iframe|object|embed|base|form)\b|url\(|@import|\ssrc=|\shref="(?!#)|\son\w+=/i,
    );
  });

  test('has every section, under one heading', () => {
    expect(page.match(/<h1>/g)).toHaveLength(1);
    const sections = [...page.matchAll(/<section id="([\w-]+)"/g)].map(([, id]) => id);
    expect(sections).toEqual([
      'summary',
      'coverage',
      'findings',
      'not-exercised',
      'observations',
      'results',
      'reading',
    ]);
    for (const [, id] of page.matchAll(/href="#([\w-]+)"/g)) expect(page).toContain(`id="${id}"`);
  });

  test('shows each finding with its clauses and evidence', () => {
    expect(page).toContain('<h2 id="findings-title">4 findings</h2>');
    expect(page.match(/<details class="finding /g)).toHaveLength(4);
    expect(page).toContain('<span class="mono muted">ADS-02</span> A name is a string.');
    expect(page).toContain('<summary>2 more examples, of 412 places</summary>');
  });

  test.each([
    ['KLAYRAI', 'KlayrAI'],
    ['klayrai-facts', 'KlayrAI facts'],
    ['ADS', 'Ads'],
    ['price-lists', 'Price lists'],
    ['listItems', 'listItems'],
  ])('calls the page %s by its title, %s', (name, title) => {
    const report = sampleReport();
    const clauses = Object.fromEntries(
      Object.entries(report.clauses).map(([id, each]) => [id, { ...each, page: name }]),
    );
    expect(html({ ...report, clauses })).toContain(`<summary><h3>${title}</h3>`);
  });

  test('has nothing in a summary that HTML does not allow there: headings, and what stands in a line', () => {
    const summaries = [...page.matchAll(/<summary>([\s\S]*?)<\/summary>/g)].map(([, inner = '']) => inner);
    const elements = summaries.flatMap((inner) => [...inner.matchAll(/<([a-z0-9]+)/g)].map(([, name]) => name));
    expect(elements.length).toBeGreaterThan(summaries.length);
    expect(elements.filter((name) => !['h3', 'span', 'code', 'small', 'strong'].includes(name ?? ''))).toEqual([]);
  });

  test('leads from a result to its finding', () => {
    expect(page).toContain('<a href="#finding-1"><span class="badge fail">FAIL</span></a>');
  });

  test('says so where nothing was found', () => {
    const clean = html(sampleReport(results.filter(({ verdict }) => verdict === 'PASS')));
    expect(clean).toContain('<h1>Nothing failed</h1>');
    expect(clean).toContain('No check failed or warned.');
    expect(clean).toContain('Every check that applies was put to the test.');
  });

  test('folds findings where there are many', () => {
    const many = html(sampleReport([...results, ...results, ...results]));
    expect(many).toContain('12 findings');
    expect(many).not.toMatch(/<details class="finding [^>]* open>/);
  });
});
