// The page that stands in the place of a report where there is none.
import type { Refusal } from '../refusal.ts';
import { head } from './html-head.ts';
import { markup } from './html-markup.ts';

export function refusalPage({ target, startedAt, error }: Refusal): string {
  return markup`${head(`No verdict · ${target}`)}
<body>
<main>
<header class="masthead error">
<p class="eyebrow">Contract report</p>
<h1>No verdict</h1>
<p class="lead">${error}</p>
<dl class="facts"><div><dt>Target</dt><dd>${target}</dd></div><div><dt>Started</dt><dd>${startedAt}</dd></div></dl>
</header>
</main>
</body>
</html>
`.markup;
}
