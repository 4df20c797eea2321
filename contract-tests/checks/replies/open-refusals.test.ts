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

  /** How often the list was asked, and how often an id of it was refused. */
  type Told = { readonly calls: number; readonly refusals: number };

  /** The id of the first row is refused where this says so; rows are left out where that does. */
  const serving =
    (
      isRefused: (told: Told) => boolean,
      isLeft: (row: Row, told: Told, id: unknown, last: Row | undefined) => boolean,
    ): Change =>
    (send) => {
      const told = { calls: 0, refusals: 0 };
      let id: unknown;
      return async (input, init) => {
        told.calls += 1;
        const asked = new URL(String(input)).searchParams.getAll(name);
        if (isRefused(told) && asked.some((each) => each === id)) {
          told.refusals += 1;
          return gone();
        }
        const reply = await send(input, init);
        const body: unknown = await reply.json();
        const rows = at(body, operation.list.items);
        if (!Array.isArray(rows)) return Response.json(body, reply);
        const shown = rows.filter(isRecord);
        id ??= shown[0] && memberOf(shown[0], field);
        const left = shown.filter((row) => isLeft(row, told, id, shown.at(-1)));
        return Response.json(withValue(body, operation.list.items, left), reply);
      };
    };

  /** The rows of one id go after some calls, or are there all the time; the id is refused either way from then on. */
  const refusing = (goes: boolean): Change => {
    const isGone = ({ calls }: Told) => calls > 4;
    return serving(isGone, (row, told, id) => !(isGone(told) && goes) || memberOf(row, field) !== id);
  };

  test('because its rows have gone is right', async () => {
    expect((await judged(operation, 'filter-soundness', refusing(true))).findings).toEqual([]);
  });

  /** The last row comes and goes; the rows of one id go until it has been refused some times, and come back, or stay and it is refused for good. */
  const flapping = (stays: boolean): Change => {
    const isAway = ({ calls, refusals }: Told) => calls > 4 && (stays || refusals < 4);
    const isThere = (row: Row, told: Told, id: unknown) => !isAway(told) || memberOf(row, field) !== id || stays;
    return serving(isAway, (row, told, id, last) => (row !== last || told.calls % 2 === 0) && isThere(row, told, id));
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
    // The second page, and the last of the smallest.
    const told = findings.map(({ subject, message }) => `${subject}: ${message}`);
    expect(told[0]).toMatch(new RegExp(`^${place}: ${place}(=\\d+)? is not answered with a list$`));
    expect(told.filter((each) => !each.startsWith(`${place}: ${place}`))).toEqual([]);
  });
});
