// Deployments that refuse what is not there any more, and such as refuse what is.
import { describe, expect, test } from 'vitest';
import { createFetch, createMock } from '../../../mock/index.ts';
import { at, isRecord, memberOf, type Operation, placeParameter, type Row, withValue } from '../../../spec/index.ts';
import { ownContract } from '../../own-contract.ts';
import { isId } from '../../walk/filter-arguments.ts';
import { type Change, resultOf, theFirst } from '../sample-deployment.ts';

const contract = ownContract();
const gone = () => Response.json({ error: { code: 'NOT_FOUND', type: 'not_found', message: 'No.' } }, { status: 404 });

/** What the check of replies says behind others that walk the list. */
function judged(operation: Operation, walking: string, change: Change, others: readonly string[] = []) {
  const mock = createMock({ contract });
  const only = [walking, ...others];
  return resultOf(mock, { check: 'response-shape', operation, only, fetch: change(createFetch(mock)) });
}

describe('an id that is refused', () => {
  const operation = theFirst(contract.operations, ({ filters }) => filters.some(isId));
  const { name, field } = theFirst(operation.filters, isId);

  /** The rows of one id go after some calls, or are there all the time; the id is refused either way from then on. */
  const refusing =
    (goes: boolean): Change =>
    (send) => {
      let calls = 0;
      let id: unknown;
      return async (input, init) => {
        calls += 1;
        const isGone = calls > 4;
        const asked = new URL(String(input)).searchParams.getAll(name);
        if (isGone && asked.some((each) => each === id)) return gone();
        const reply = await send(input, init);
        const body: unknown = await reply.json();
        const rows = at(body, operation.list.items);
        if (!Array.isArray(rows)) return Response.json(body, reply);
        const shown = rows.filter(isRecord);
        id ??= shown[0] && memberOf(shown[0], field);
        const left = isGone && goes ? shown.filter((row) => memberOf(row, field) !== id) : shown;
        return Response.json(withValue(body, operation.list.items, left), reply);
      };
    };

  test('because its rows have gone is right', async () => {
    expect((await judged(operation, 'filter-soundness', refusing(true))).findings).toEqual([]);
  });

  /** The last row comes and goes; the rows of one id go until it has been refused some times, and come back, or stay and it is refused for good. */
  const flapping =
    (stays: boolean): Change =>
    (send) => {
      let calls = 0;
      let refusals = 0;
      let id: unknown;
      return async (input, init) => {
        calls += 1;
        const isAway = calls > 4 && (stays || refusals < 4);
        const asked = new URL(String(input)).searchParams.getAll(name);
        if (isAway && asked.some((each) => each === id)) {
          refusals += 1;
          return gone();
        }
        const reply = await send(input, init);
        const body: unknown = await reply.json();
        const rows = at(body, operation.list.items);
        if (!Array.isArray(rows)) return Response.json(body, reply);
        const shown = rows.filter(isRecord);
        id ??= shown[0] && memberOf(shown[0], field);
        const isLeft = (row: Row) =>
          (row !== shown.at(-1) || calls % 2 === 0) && (!isAway || memberOf(row, field) !== id || stays);
        return Response.json(withValue(body, operation.list.items, shown.filter(isLeft)), reply);
      };
    };

  test('because its rows had gone, though they have come back, is right', async () => {
    expect((await judged(operation, 'filter-soundness', flapping(false), ['pages-agree'])).findings).toEqual([]);
  });

  test('for good is found, though other rows come and go', async () => {
    const { findings } = await judged(operation, 'filter-soundness', flapping(true), ['pages-agree']);
    expect(findings.map(({ subject }) => subject)).toContain(name);
  });

  test('though its rows are there is found', async () => {
    const { findings } = await judged(operation, 'filter-soundness', refusing(false));
    expect(findings.map(({ subject, message }) => `${subject}: ${message}`)).toEqual([
      expect.stringMatching(new RegExp(`^${name}: ${name}=.+ is not answered with a list$`)),
    ]);
  });
});

describe('a numbered page that is refused', () => {
  const operation = theFirst(contract.operations, ({ list }) => list.paging.style === 'page');
  const place = placeParameter(operation.list.paging) ?? '';
  const { more = '', total = '' } = operation.list.paging.tells;

  /** The second page is refused; whether the first one, asked for again, still says that it follows. */
  const refusing =
    (isPromised: boolean): Change =>
    (send) => {
      let isRefused = false;
      return async (input, init) => {
        if (Number(new URL(String(input)).searchParams.get(place) ?? 1) > 1) {
          isRefused = true;
          return gone();
        }
        const reply = await send(input, init);
        const body: unknown = await reply.json();
        if (!isRefused || isPromised || reply.status !== 200) return Response.json(body, reply);
        const rows = at(body, operation.list.items);
        return Response.json(
          withValue(withValue(body, more, false), total, Array.isArray(rows) ? rows.length : 0),
          reply,
        );
      };
    };

  test('because no row is left for it is right', async () => {
    expect((await judged(operation, 'pages-agree', refusing(false))).findings).toEqual([]);
  });

  test('though the page before it says that it follows is found', async () => {
    const { findings } = await judged(operation, 'pages-agree', refusing(true));
    expect(findings.map(({ subject, message }) => `${subject}: ${message}`)).toEqual([
      expect.stringMatching(new RegExp(`^${place}: ${place}(=\\d+)? is not answered with a list$`)),
    ]);
  });
});
