import { test } from 'vitest';
import { loadContract, ContractError } from '../spec/index.ts';
test('x', () => {
  try { const c = loadContract('spec/layers.yaml','spec/klayrai.yaml'); console.log(c.operations.map(o=>o.id), c.documents.map(d=>d.leftOut));
  console.time('load'); loadContract('spec/layers.yaml','spec/klayrai.yaml'); console.timeEnd('load'); } catch (e) { console.log((e as Error).stack); }
});
