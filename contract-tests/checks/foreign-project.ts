// Somebody else's rows are not shown: their tenant is refused as documented, and so is one that does not exist.
import type { Tenant } from '../../spec/index.ts';
import { type Check, cite } from '../check.ts';
import { impossibleValue } from '../impossible-value.ts';
import { probeRefusal, type RefusalProbe } from '../refusal-probe.ts';
import type { Scene } from '../scene.ts';
import type { Flaw } from '../verdict.ts';

const id = 'foreign-project';

export const foreignProject: Check = {
  id,
  title: "Somebody else's rows are not shown",
  applies: ({ tenants }) => tenants.length > 0,
  run: async (scene) => {
    const flaws: Flaw[] = [];
    const gaps: string[] = [];
    for (const tenant of scene.operation.tenants) {
      const { foreign, own } = tenant;
      const value = foreign === undefined ? undefined : scene.keyring.valueFor(foreign);
      const probes = [
        ...(value === undefined
          ? []
          : [probeOf(scene, tenant, 'foreign-tenant', `for a ${own.label} of somebody else`, value)]),
        // One list shows at the standard depth what is behind the door of a tenant that nobody has.
        ...(value === undefined || scene.depth === 'full' || isFirst(scene)
          ? [
              probeOf(
                scene,
                tenant,
                'unknown-tenant',
                `for a ${own.label} that does not exist`,
                impossibleValue([scene.tenants[tenant.parameter]]),
              ),
            ]
          : []),
      ];
      for (const probe of probes) {
        const found = await probeRefusal(scene, probe);
        flaws.push(...found.flaws);
        gaps.push(...found.gaps);
      }
      if (value === undefined && foreign !== undefined)
        gaps.push(`needs a ${own.label} of somebody else (--${foreign.option}); only one that nobody has was tried`);
    }
    return {
      flaws,
      gaps,
      message: `a foreign or unknown ${scene.operation.tenants.map(({ own }) => own.label).join(' and ')}`,
    };
  },
};

function probeOf(
  scene: Scene,
  tenant: Tenant,
  situation: RefusalProbe['situation'],
  manner: string,
  value: string,
): RefusalProbe {
  return {
    checkId: id,
    situation,
    manner,
    credential: scene.credential,
    tenants: { [tenant.parameter]: value },
    bare: true,
    breach: cite(id, scene, tenant.clauses),
  };
}

/** Whether this is the first of the vendor's lists that belong to a tenant. */
function isFirst(scene: Scene): boolean {
  const [first] = [...scene.others.values()].filter(
    ({ operation }) => operation.tenants.length > 0 && operation.api === scene.operation.api,
  );
  return scene === first;
}
