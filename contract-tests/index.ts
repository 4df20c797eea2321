// The judge's door.
export { applyBaseline, readBaseline, writeBaseline } from './baseline.ts';
export { CannotJudge } from './cannot-judge.ts';
export { checks } from './checks/table.ts';
export type { Credentials } from './credentials.ts';
export { type JudgeOptions, judge } from './judge.ts';
export type { Report, Result } from './report.ts';
export { type ReporterName, reporters } from './reporters/table.ts';
