// Somebody else's rows are not shown: their tenant is refused as documented, and so is one that does not exist.
import type { Tenant } from '../../../spec/index.ts';
import { nonexistentId } from '../../plan/filters/nonexistent-id.ts';
import type { Flaw } from '../../verdict/finding.ts';
import { type Context, listIndex } from '../../walk/context.ts';
import { type Check, cite } from '../check.ts';
import { probeRefusal, type RefusalProbe } from './refusal-probe.ts';

const id = 'foreign-project';

export const foreignProject: Check = {
  id,
  title: "Somebody else's rows are not shown",
  applies: ({ tenants }) => tenants.length > 0,
  ask: async (context) => {
    const flaws: Flaw[] = [];
    const gaps: string[] = [];
    const exercised: string[] = [];
    for (const tenant of context.operation.tenants) {
      const { foreign, own } = tenant;
      const value = foreign === undefined ? undefined : context.keyring.valueFor(foreign);
      const probes = [
        ...(value === undefined
          ? []
          : [probeOf(context, tenant, 'foreign-tenant', `for a ${own.label} of somebody else`, value)]),
        probeOf(
          context,
          tenant,
          'unknown-tenant',
          `for a ${own.label} that does not exist`,
          nonexistentId([context.tenants[tenant.parameter]]),
        ),
      ];
      // Identifiers alone may say which rows are meant: in every other list they go with the one tenant or the other.
      const named = probes.length > 1 ? probes[(listIndex(context) + 1) % probes.length] : undefined;
      for (const probe of probes) {
        const found = await probeRefusal(context, probe === named ? { ...probe, briefly: 'naming' } : probe);
        flaws.push(...found.flaws);
        gaps.push(...found.gaps);
        exercised.push(...found.exercised);
      }
      if (value === undefined && foreign !== undefined)
        gaps.push(`needs a ${own.label} of somebody else (--${foreign.option}); only one that nobody has was tried`);
    }
    return {
      flaws,
      gaps,
      exercised,
      message: `a foreign or unknown ${context.operation.tenants.map(({ own }) => own.label).join(' and ')}`,
    };
  },
};

function probeOf(
  context: Context,
  tenant: Tenant,
  situation: RefusalProbe['situation'],
  manner: string,
  value: string,
): RefusalProbe {
  return {
    situation,
    manner,
    credential: context.credential,
    tenants: { [tenant.parameter]: value },
    briefly: 'bare',
    breach: cite(id, context, tenant.clauses),
  };
}
