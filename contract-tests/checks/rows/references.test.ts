// Rows that name a row which is not there, or which says something else.
import { expect, test } from 'vitest';
import { buildWorld } from '../../../fixtures/index.ts';
import { createFetch, createMock, type MockOptions } from '../../../mock/index.ts';
import { memberOf } from '../../../spec/index.ts';
import { judge } from '../../judge.ts';
import { ownContract } from '../../own-contract.ts';
import type { Result } from '../../verdict/report.ts';
import { type Change, listing, resultOf, strayClauses, theFirst, unchanged } from '../sample-deployment.ts';

const contract = ownContract();
const operation = theFirst(contract.operations, ({ references }) => references.some(({ agree }) => agree.length > 0));
const reference = theFirst(operation.references, ({ agree }) => agree.length > 0);
const { from, to } = reference;

function judged(change: Change, options: MockOptions = {}) {
  const mock = createMock({ contract, ...options });
  return resultOf(mock, { check: 'references', operation, fetch: change(createFetch(mock)) });
}

test('references that lead to rows which agree are right', async () => {
  const result = await judged(unchanged);
  expect(result).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(result.message).toMatch(/^\d+ references of [1-9]\d* rows$/);
});

test('a reference to a row that is not there is found with the row and the calls of both lists', async () => {
  const lost = listing(operation, ([first, ...rows]) => [{ ...first, [from]: 'nobody' }, ...rows]);
  const result = await judged(lost);
  expect(result.verdict).toBe('FAIL');
  expect(result.findings).toMatchObject([{ subject: from, message: `${from} names no ad account`, count: 1 }]);
  const [example] = result.findings[0]?.examples ?? [];
  expect(example).toMatchObject({ expected: `the ${reference.field} of a row in ${to}s`, received: '"nobody"' });
  expect(example?.where).toMatch(/\w{5}/);
  expect(example?.curl).toHaveLength(2);
  expect(strayClauses(result)).toEqual([]);
});

test('a member that differs from that of the row which is named is found with both values', async () => {
  const [member = ''] = reference.agree;
  let another: unknown;
  const differs = listing(operation, ([first, ...rows]) => {
    another ??= rows.map((row) => row[member]).find((value) => value !== first?.[member]);
    return [{ ...first, [member]: another }, ...rows];
  });
  const result = await judged(differs);
  expect(result.verdict).toBe('FAIL');
  expect(result.findings).toMatchObject([
    { subject: member, message: `${member} differs from that of the ad account` },
  ]);
  const { where, expected, received } = result.findings[0]?.examples[0] ?? {};
  expect(received).toBe(`"${another}" in ${where}`);
  expect(expected).toMatch(new RegExp(`^"\\w+", as ${to} \\w+ has it$`));
  expect(strayClauses(result)).toEqual([]);
});

test('a row that is wrong itself is told of its own list, and not of those that name it', async () => {
  // The list that names rows of another one, which name rows too.
  const naming = theFirst(contract.operations, ({ references }) => references.length > 2);
  const [ofNamed] = naming.references.filter(({ agree }) =>
    naming.references.some((each) => agree.includes(each.from)),
  );
  const shared =
    naming.references.find((each) => ofNamed?.agree.includes(each.from) && each.to !== ofNamed?.to)?.from ?? '';
  const named = theFirst(
    contract.operations,
    ({ list, references }) => list.resource === ofNamed?.to && references.some((each) => each.from === shared),
  );
  const wrong = listing(named, (rows) =>
    rows.map((row) => (/[05]$/.test(String(memberOf(row, named.list.key))) ? { ...row, [shared]: 'nobody' } : row)),
  );
  const mock = createMock({ contract });
  const options = { baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: wrong(createFetch(mock)) };
  const { results } = await judge({ ...options, apis: [naming.api], only: ['references'] });
  const found = results.flatMap((result) => result.findings.map(({ subject }) => [result.operation, subject]));
  expect(found).toEqual([[named.id, shared]]);
});

test('what is said of a reference that others must agree with is cited, and not what is said of those', async () => {
  const naming = theFirst(contract.operations, ({ references }) => references.length > 2);
  const ofOther = theFirst(naming.references, ({ agree }) =>
    naming.references.some((each) => agree.includes(each.from)),
  );
  const member = theFirst(naming.references, (each) => ofOther.agree.includes(each.from));
  const values = new Set((buildWorld(contract).rows[naming.list.name] ?? []).map((row) => memberOf(row, member.from)));
  const [one, other] = [...values];
  const differs = listing(naming, (rows) =>
    rows.map((row) => (memberOf(row, member.from) === one ? { ...row, [member.from]: other } : row)),
  );
  const mock = createMock({ contract });
  const result = await resultOf(mock, { check: 'references', operation: naming, fetch: differs(createFetch(mock)) });
  const { clauses } = theFirst(result.findings, ({ subject }) => subject === member.from);
  expect(clauses.length).toBeGreaterThan(0);
  expect(clauses.map(({ id }) => id).filter((id) => !member.clauses.includes(id))).toEqual([]);
});

test('a defect that does not show again is none', async () => {
  let calls = 0;
  const once = listing(operation, (rows) => {
    calls += 1;
    return calls === 1 ? rows.map((row) => ({ ...row, [from]: 'nobody' })) : rows;
  });
  expect(await judged(once)).toMatchObject({ verdict: 'PASS', findings: [] });
  expect(calls).toBeGreaterThan(1);
});

const withAbsence = theFirst(contract.operations, ({ references }) =>
  references.some((each) => each.missingWith !== undefined && each.missingWith !== each.from),
);
const dependent = theFirst(
  withAbsence.references,
  ({ from: own, missingWith }) => missingWith !== undefined && missingWith !== own,
);
const above = theFirst(withAbsence.references, ({ from: own }) => own === dependent.missingWith);

/** The first row names others. */
const judgedWith = (members: Readonly<Record<string, string>>) => {
  const mock = createMock({ contract });
  const names = listing(withAbsence, ([first, ...rows]) => [{ ...first, ...members }, ...rows]);
  return resultOf(mock, { check: 'references', operation: withAbsence, fetch: names(createFetch(mock)) });
};
const nobody = (...members: readonly string[]) => Object.fromEntries(members.map((member) => [member, 'nobody']));

test('a row that is named may be missing where the one is that the contract names for it, and nowhere else', async () => {
  const all = withAbsence.references.filter(({ missingWith }) => missingWith === above.from).map((each) => each.from);
  expect(all.length).toBeGreaterThan(1);
  expect(await judgedWith(nobody(...all))).toMatchObject({ verdict: 'PASS', findings: [] });
  const { verdict, findings } = await judgedWith(nobody(dependent.from));
  expect(verdict).toBe('FAIL');
  expect(findings.map(({ subject }) => subject)).toContain(dependent.from);
});

test('where it is there, it must agree all the same', async () => {
  const { verdict, findings } = await judgedWith(nobody(above.from));
  expect(verdict).toBe('FAIL');
  expect(new Set(findings.map(({ subject }) => subject))).toEqual(new Set([above.from]));
  expect(findings[0]?.message).toContain(`${above.from} differs from that of`);
});

test('a row whose account has gone since it was listed may name one that went with it', async () => {
  const account = theFirst(contract.operations, ({ list }) => list.resource === above.to);
  const target = theFirst(contract.operations, ({ list }) => list.resource === dependent.to);
  const judgedAs = async (hasGone: (calls: number) => boolean) => {
    const mock = createMock({ contract });
    const [first = {}] = buildWorld(contract).rows[withAbsence.list.resource] ?? [];
    const lost = first[above.from];
    let calls = 0;
    const accounts = listing(account, (listed) => {
      calls += 1;
      return listed.filter((row) => !hasGone(calls) || row[above.field] !== lost);
    });
    const targets = listing(target, (listed) => listed.filter((row) => row[above.from] !== lost));
    const fetch = accounts(targets(createFetch(mock)));
    return resultOf(mock, { check: 'references', operation: withAbsence, fetch });
  };
  const subjects = ({ findings }: Result) => findings.map(({ subject }) => subject);
  expect(subjects(await judgedAs((calls) => calls > 1))).toEqual([]);
  expect(subjects(await judgedAs(() => false))).toContain(dependent.from);
});

test('references that no row has are not seen to hold', async () => {
  const mock = createMock({ contract });
  const none = Object.fromEntries(withAbsence.references.map((each) => [each.from, null]));
  const without = listing(withAbsence, (rows) => rows.map((row) => ({ ...row, ...none })));
  const { verdict, reason } = await resultOf(mock, {
    ...{ check: 'references', operation: withAbsence, fetch: without(createFetch(mock)) },
  });
  expect(verdict).toBe('NOT_EXERCISED');
  expect(reason).toContain(`${above.from}: needs one`);
});

test('an empty list refers to nothing', async () => {
  const result = await judged(unchanged, { scenario: 'empty' });
  expect(result).toMatchObject({ verdict: 'NOT_EXERCISED', findings: [], reason: 'needs one campaign' });
});

test('a row that is only listed where it is asked for is there all the same', async () => {
  const target = theFirst(contract.operations, ({ list }) => list.resource === dependent.to);
  const { name, field, allowed } = theFirst(target.filters, (each) => each.many && each.allowed.length > 1);
  const mock = createMock({ contract });
  const hides = (isAsked: (url: URL) => boolean) =>
    listing(target, (rows, url) => (isAsked(url) ? rows : rows.filter((row) => memberOf(row, field) !== allowed[0])));
  const findingsWhere = async (isAsked: (url: URL) => boolean) => {
    const { results } = await judge({
      ...{ baseUrl: 'http://mock', contract, credentials: mock.credentials, fetch: hides(isAsked)(createFetch(mock)) },
      ...{
        operations: [target.id, withAbsence.id],
        only: ['filter-completeness', 'references'],
        depth: 'full',
        maxRequests: 250,
      },
    });
    return results.flatMap(({ check, operation, findings }) =>
      check === 'references' && operation === withAbsence.id ? findings : [],
    );
  };
  expect(await findingsWhere(({ searchParams }) => searchParams.has(name))).toEqual([]);
  expect((await findingsWhere(() => false)).length).toBeGreaterThan(0);
});
