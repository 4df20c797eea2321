// What stands in the place of a report where there is none: the sentence that says why, in every reporter's form.
import { annotation } from './github.ts';
import { refusalPage } from './html/html-refusal.ts';
import { refusalSuite } from './junit.ts';
import { refusalMarkdown } from './markdown.ts';
import type { Refusal } from './refusal.ts';
import type { ReporterName } from './table.ts';
import { visible } from './visible.ts';

export const refusalTexts = {
  pretty: ({ target, error }) => `Contract report on ${visible(target)}\n\nNo verdict: ${visible(error)}\n`,
  json: (refusal) => `${JSON.stringify(refusal, null, 2)}\n`,
  junit: refusalSuite,
  markdown: refusalMarkdown,
  github: ({ error }) => `${annotation('error', 'No verdict', error)}\n`,
  html: refusalPage,
} as const satisfies Record<ReporterName, (refusal: Refusal) => string>;
