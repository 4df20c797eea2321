import { testFamilies } from './families.ts';

testFamilies([
  ['shape', 0, 570],
  ['authentication', 0.08, 80],
  ['errors', 0, 50],
  ['transport', 0, 70],
]);
