// The judge's door.

export { CannotJudge } from './cannot-judge.ts';
export { checks } from './checks/table.ts';
export type { Credentials } from './http/credentials.ts';
export { judge } from './judge.ts';
export type { JudgeOptions } from './judge-options.ts';
export type { Refusal } from './reporters/refusal.ts';
export { refusalTexts } from './reporters/refusal-texts.ts';
export { type ReporterName, reporters } from './reporters/table.ts';
export { applyBaseline, readBaseline, writeBaseline } from './verdict/baseline.ts';
export type { Report, Result } from './verdict/report.ts';
