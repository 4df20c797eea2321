// All reporters by the name that `--reporter` takes.
import type { Report } from '../verdict/report.ts';
import { github } from './github.ts';
import { html } from './html/html.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { type PrettyOptions, pretty } from './pretty.ts';

/** Turns a report into text; only what is read on a terminal takes options. */
export type Reporter = (report: Report, options?: PrettyOptions) => string;

export const reporters = { pretty, json, junit, markdown, github, html } satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof reporters;
