import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { judge } from '../../judge.ts';
import { ownContract } from '../../own-contract.ts';
import type { Report } from '../../verdict/report.ts';
import { conclusionOf } from '../conclusion.ts';
import { problemsOf } from '../problems.ts';
import { sampleReport } from '../sample-report.ts';
import { html } from './html.ts';

const CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--headless', '--disable-background-networking', '--disable-component-update'];
const installed = existsSync(CHROMIUM);
const required = process.env.CI === 'true';

if (required) {
  test('CI has a browser', () => {
    expect(installed, `No ${CHROMIUM}. Run: apt-get install chromium`).toBe(true);
  });
}

/** A deployment that ignores the status filter of ads, adds a member and counts wrongly. */
async function brokenReport(): Promise<Report> {
  const mock = createMock({ contract: ownContract() });
  const clean = createFetch(mock);
  const broken: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (url.pathname.endsWith('/ads')) url.searchParams.delete('status');
    const reply = await clean(new Request(url, request));
    const body = (await reply.json()) as { pagination?: object };
    const pagination = body.pagination && { pagination: { ...body.pagination, total: 99 }, extra: 1 };
    return Response.json({ ...body, ...pagination }, reply);
  };
  const { credentials } = mock;
  return judge({ baseUrl: 'http://mock', credentials, fetch: broken });
}

if (!installed) console.warn(`The HTML report is not looked at: no ${CHROMIUM}. Run: apt-get install chromium`);

describe.skipIf(!installed)('the page in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ads-kit-report-'));
  const reports = new Map<string, Report>();
  let browser: Browser;

  beforeAll(async () => {
    reports.set('sample', sampleReport()).set('broken', await brokenReport());
    for (const [name, report] of reports) writeFileSync(join(folder, `${name}.html`), html(report));
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens a report, looks at it, and gives back what the browser asked for and complained of. */
  async function look(name: string, width: number, colorScheme: 'light' | 'dark', at: (page: Page) => Promise<void>) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    const url = pathToFileURL(join(folder, `${name}.html`)).href;
    await page.goto(url);
    await at(page);
    await page.close();
    expect(requests).toEqual([url]);
    expect(complaints).toEqual([]);
  }

  describe.each(['sample', 'broken'])('of the %s report', (name) => {
    test('says what the report says', async () => {
      const report = reports.get(name) ?? sampleReport([]);
      expect(problemsOf(report).length).toBeGreaterThan(0);
      await look(name, 1280, 'light', async (page) => {
        expect(await page.locator('h1').textContent()).toBe(conclusionOf(report).headline);
        expect(await page.locator('.finding').count()).toBe(problemsOf(report).length);
        const figures = await page.locator('.figure dd').allTextContents();
        expect(figures.map(Number).reduce((sum, count) => sum + count)).toBe(report.results.length);
        expect(await page.locator('.page tbody tr').count()).toBe(Object.keys(report.clauses).length);
      });
    });

    test.each([
      [360, 'light'],
      [390, 'dark'],
      [768, 'light'],
      [1280, 'dark'],
    ] as const)('fits %i px, %s, folded and unfolded', async (width, scheme) => {
      await look(name, width, scheme, async (page) => {
        const overflow = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        expect(await overflow()).toBeLessThanOrEqual(0);
        await page.evaluate('for (const details of document.querySelectorAll("details")) details.open = true');
        expect(await overflow()).toBeLessThanOrEqual(0);
        // Nothing sticks out of its own box either.
        const clipped = `[...document.querySelectorAll('main *')].filter((e) => !e.closest('.hidden') && e.getBoundingClientRect().right > innerWidth + 1).length`;
        expect(await page.evaluate<number>(clipped)).toBe(0);
      });
    });

    test('unfolds with a click and with the keyboard', async () => {
      await look(name, 390, 'light', async (page) => {
        const first = page.locator('.page').first();
        const row = first.locator('tbody tr').first();
        expect(await row.isVisible()).toBe(false);
        await first.locator('summary').click();
        expect(await row.isVisible()).toBe(true);
        await first.locator('summary').press('Enter');
        expect(await row.isVisible()).toBe(false);
      });
    });

    test('is dark where the reader likes it dark', async () => {
      const grounds: string[] = [];
      for (const scheme of ['light', 'dark'] as const) {
        await look(name, 1280, scheme, async (page) => {
          grounds.push(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor'));
        });
      }
      expect(new Set(grounds).size).toBe(2);
    });

    test('prints what is folded on the screen', async () => {
      await look(name, 1280, 'light', async (page) => {
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        expect(await page.evaluate<string>('getComputedStyle(document.documentElement).colorScheme')).toBe(
          'light only',
        );
        expect(await page.locator('.page tbody tr').first().isVisible()).toBe(true);
      });
    });
  });
});
