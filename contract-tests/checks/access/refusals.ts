// Calls that must be refused, and whether they were refused as documented.
import { at, type Refusal, strictest } from '../../../spec/index.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import { isInQuery, isMisplacement } from '../../http/altered-key.ts';
import { type Exchange, isList } from '../../http/exchange.ts';
import { namesRows, namesUnknownRows } from '../../plan/callers/refusal-queries.ts';
import type { RefusedCaller } from '../../plan/callers/refused-callers.ts';
import { type Flaw, shown } from '../../verdict/finding.ts';
import { readPage } from '../../walk/page.ts';
import { flawsAbout, type Outcome, type Scope } from '../check.ts';
import { codeIn, isCodeElsewhere } from '../replies/error-code.ts';

/** What came of the calls; `breach` are the clauses that are broken where a caller is served. */
export function judgeRefusals(
  evidence: Evidence,
  breach: readonly string[],
): Pick<Outcome, 'flaws' | 'gaps'> & Required<Pick<Outcome, 'exercised'>> {
  const { operation, refused } = evidence;
  const flaws: Flaw[] = [];
  const gaps: string[] = [];
  const exercised: string[] = [];
  for (const { caller, answers } of refused.calls) {
    const refusal = operation.refusals[caller.situation];
    if (refusal === undefined) continue;
    const ofCaller: Flaw[] = [];
    let [isKept, isShut] = [false, false];
    for (const exchange of answers) {
      // No answer, and one that breaks, says nothing about who may call.
      if (exchange === undefined || exchange.status === 0 || exchange.status >= 500) {
        gaps.push(gapOf(exchange, caller, evidence));
        continue;
      }
      const found = judgeAnswer(evidence, caller, refusal, breach, exchange);
      const isOpen = () => exchange.status >= 400 && mayBeRefusedOtherwise(evidence, caller, refusal, exchange);
      if (found.length > 0 && !isOpen()) ofCaller.push(...found);
      isKept ||= found.length === 0;
      // With another code it is refused all the same, and for the same reason.
      const isBreach = found.some(({ clauses }) => clauses.some((id) => breach.includes(id)));
      isShut ||= exchange.status === refusal.status && !isBreach;
    }
    // Whoever is shown rows by one call is not blamed for an empty list that another one was given.
    const worst = ofCaller.filter(({ level }) => level === 'must');
    flaws.push(...(worst.length > 0 ? worst : ofCaller));
    if (isKept) exercised.push(...refusal.clauses);
    if (isKept || isShut) exercised.push(...breach);
  }
  return { flaws, gaps: [...gaps, ...refused.missing.map(({ gap }) => gap)], exercised };
}

/** Whether a refusal may have a reason of its own, which may come first, as long as it shows nothing. */
function mayBeRefusedOtherwise(
  evidence: Evidence,
  { tenants, credential }: RefusedCaller,
  due: Refusal,
  exchange: Exchange,
): boolean {
  const { operation, snapshot } = evidence;
  const { request, status } = exchange;
  // Another tenant may refuse this one's identifiers.
  if (tenants !== undefined) return namesRows(operation, request.query);
  // What the owner is refused is told of the call.
  if (isRefusedToOwner(evidence, exchange)) return true;
  // Anybody may be refused a parameter that is not documented, and an identifier that may have another form than those there are.
  const isKeyInQuery = typeof credential === 'object' && 'altered' in credential && isInQuery(credential.alteration);
  return status !== due.status && (isKeyInQuery || namesUnknownRows(operation, request.query, snapshot.rows));
}

/** Whether the owner was refused the same, or a part of it, with the same status. */
function isRefusedToOwner({ exchanges }: Evidence, { request, status }: Exchange): boolean {
  const asked = new Set(request.query.map((pair) => pair.join('=')));
  const isPart = (own: Exchange) => own.request.query.every((pair) => asked.has(pair.join('=')));
  return exchanges.some((own) => own.request.expect === 'list' && own.status === status && isPart(own));
}

function gapOf(exchange: Exchange | undefined, { manner }: RefusedCaller, { whyUnsent }: Evidence): string {
  if (exchange === undefined) return whyUnsent;
  return `a call ${manner} was answered with ${exchange.status === 0 ? 'nothing' : exchange.status}`;
}

/** What is wrong with one answer; `breach` are the clauses that it breaks where the call was served. */
function judgeAnswer(
  scope: Scope,
  { situation, manner, credential }: RefusedCaller,
  refusal: Refusal,
  breach: readonly string[],
  exchange: Exchange,
): Flaw[] {
  const where = `a call ${manner}`;
  const level = strictest(scope.register, refusal.clauses, 'should');
  const common = { subject: situation, where, clauses: refusal.clauses, level, exchanges: [exchange] };
  const flaw = flawsAbout('', scope, common);
  const { operation } = scope;
  // Whether a key that is not where it is looked for is missing or wrong is for the deployment to say.
  const isNowhere =
    typeof credential === 'object' &&
    'altered' in credential &&
    (isMisplacement(credential.alteration) || credential.alteration === 'empty');
  const twin = situation === 'wrong-credential' && isNowhere ? operation.refusals['no-credential'] : undefined;
  const accepted = [refusal.code, ...refusal.accept, twin?.status === refusal.status ? twin.code : undefined];
  const codes = [...new Set(accepted.filter((code) => code !== undefined))];
  const due = `status ${refusal.status}${codes.length === 0 ? '' : ` with code ${codes.join(' or ')}`}`;
  const hidden = at(exchange.body, operation.list.items);
  if (exchange.status >= 300 && Array.isArray(hidden) && hidden.length > 0)
    return [
      flaw(`${where} is refused, and shows rows`, 'no row', `${hidden.length} rows`, {
        clauses: breach,
        level: 'must',
      }),
    ];
  if (exchange.status >= 200 && exchange.status < 300) {
    const rows = readPage(exchange).rows.length;
    // An empty list of a tenant that does not exist shows nothing: as bad as the documentation says.
    const shows = !situation.endsWith('-tenant') || rows > 0;
    const what = isList(exchange) ? 'is served' : 'is not refused';
    const seen = isList(exchange) ? `${rows} ${rows === 1 ? 'row' : 'rows'}` : 'no list';
    // Whoever is served is not refused as documented, either.
    const clauses = [...new Set([...breach, ...refusal.clauses])];
    const own = { clauses, level: shows ? 'must' : level } as const;
    return [flaw(`${where} ${what}`, due, `status ${exchange.status} with ${seen}`, own)];
  }
  if (exchange.status !== refusal.status && exchange.status !== twin?.status) {
    return [flaw(`${where} is refused with another status`, due, `status ${exchange.status}`)];
  }
  const code = codeIn(operation, exchange, undefined);
  if (operation.error.code === undefined || codes.some((each) => each === code)) return [];
  const weight = isCodeElsewhere(operation, exchange, code) ? 'should' : level;
  return [flaw(`${where} is refused with another code`, due, `code ${shown(code)}`, { level: weight })];
}
