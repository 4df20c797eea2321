// `npm run crosscheck`: exit status 1 where Prism disagrees with a reply of the mock.
import { createMock } from '../../mock/index.ts';
import { loadContract } from '../../spec/index.ts';
import { secondOpinion } from './second-opinion.ts';

const contract = loadContract();
const { calls, refused, disagreements } = await secondOpinion(contract, createMock({ contract }));
for (const disagreement of disagreements) console.error(disagreement);
console.log(
  `Prism saw ${calls} calls, refused ${refused} that were bad on purpose, and disagrees in ${disagreements.length} places.`,
);
if (disagreements.length > 0) process.exitCode = 1;
