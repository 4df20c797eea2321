import { expect, test } from 'vitest';
import { createMock } from '../../faults/built-in.ts';
import { LISTS } from '../../faults/lists.ts';
import { runFault } from '../run.ts';
import { createUrn, type DrawnFault, drawFault } from './draw.ts';
import { sceneOf } from './scene.ts';
import { walkFrom } from './walk.ts';

const urn = createUrn();
const drawn = (seed: number, count: number): readonly DrawnFault[] =>
  Array.from({ length: count }, (_, index) => drawFault(urn, seed, index)).filter((fault) => fault !== undefined);
const some = drawn(7, 30);

test('a seed draws the same faults for ever, and another seed draws others', () => {
  const summaries = drawn(7, 5).map(({ summary }) => summary);
  expect(summaries).toEqual(some.slice(0, 5).map(({ summary }) => summary));
  expect(drawn(8, 5).filter(({ summary }) => summaries.includes(summary))).toEqual([]);
});

test('faults are of every family and of one to three factors, and cite the register', () => {
  expect(new Set(some.map((fault) => fault.drawn)).size).toBe(9);
  expect([...new Set(some.map(({ factors }) => factors))].sort()).toEqual([1, 2, 3]);
  expect(some.filter(({ clause }) => !urn.mock.contract.register.has(clause))).toEqual([]);
});

// A changed cursor is told from an invented one by the cursors that were issued before, which a lone call does not tell.
const alone = some.filter((fault) => fault.drawn !== 'cursors' && 'wrap' in fault);

test.each(alone.map((fault) => [fault.summary.slice(0, 120), fault] as const))('%s', (_, fault) => {
  const mock = createMock({ seed: 1 });
  const scene = sceneOf(mock, fault.list === undefined ? '' : LISTS[fault.list].operation);
  const faulty = 'wrap' in fault ? fault.wrap(mock, mock) : mock;
  const bodies = (handler: typeof mock | typeof faulty) =>
    fault.shownBy.flatMap((call, index) => {
      const size = Number(new URLSearchParams(call.query).get(scene.operation.list.paging.limit ?? '') ?? 20);
      const isLast = index === fault.shownBy.length - 1;
      const steps = isLast ? walkFrom(scene, handler, call, size) : [{ reply: handler.handle(call) }];
      return [handler.handle(call), ...steps.map(({ reply }) => reply)].map(({ status, body }) => [status, body]);
    });
  const told = (handler: typeof mock | typeof faulty) => JSON.stringify(bodies(handler)).replaceAll(/req_\w+/g, 'req');
  expect(told(faulty)).not.toBe(told(mock));
});

test('the judge tries drawn faults of one factor', async () => {
  const single = some.filter(({ factors }) => factors === 1).slice(0, 12);
  expect(single.length).toBeGreaterThan(7);
  for (const fault of single) {
    const operations = fault.list === undefined ? {} : { operations: [LISTS[fault.list].operation] };
    const run = await runFault(fault, { ...operations, brief: true });
    expect(run.refused === undefined || run.detected).toBe(true);
  }
});
