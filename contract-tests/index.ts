// The judge's door.
export { CannotJudge } from './cannot-judge.ts';
export { checks } from './checks/table.ts';
export { type Credentials, ENVIRONMENT } from './credentials.ts';
export { type JudgeOptions, judge } from './judge.ts';
export type { Report, Result } from './report.ts';
