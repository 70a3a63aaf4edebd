import { standIn } from "../support/stand-in";
import type { Strike } from "./draw-strikes";
import { endpointOf, endpoints, faultModes } from "./faults";
import { patiently } from "./patiently";

/** Makes faults and counts how often they struck; what was asked and is in no list of endpoints is noted. */
export function watchGraph() {
  const byMode: Record<string, number> = {};
  const byEndpoint: Record<string, number> = {};
  const unlisted = new Set<string>();
  const pairs = new Set<string>();
  let counted = new Map<number, number>();

  const look = async () => {
    for (const fault of await patiently(() => standIn.faults())) {
      const fits = (given: Record<string, unknown>) => Object.entries(given).every(([name, value]) => fault[name] === value);
      const mode = nameOf(faultModes, fits);
      const endpoint = nameOf(endpoints, fits);
      const struck = fault.struck - (counted.get(fault.id) ?? 0);
      if (struck === 0) continue;
      counted.set(fault.id, fault.struck);
      byMode[mode] = (byMode[mode] ?? 0) + struck;
      byEndpoint[endpoint] = (byEndpoint[endpoint] ?? 0) + struck;
      pairs.add(`${mode} at ${endpoint}`);
    }
    for (const { method, path } of await patiently(() => standIn.calls())) {
      if (/^\/(me|subscriptions)\b/.test(path) && !endpointOf(method, path)) unlisted.add(`${method} ${path}`);
    }
  };
  return {
    /** A fault waits at its endpoint until it has struck, or until the stand-in is killed. */
    fault: ({ mode, endpoint, times }: Strike["fault"]) =>
      patiently(() => standIn.fault({ ...faultModes[mode], ...endpoints[endpoint], times })),
    look,
    /** What it counted is lost with the stand-in, and begins anew. */
    forgotten: () => {
      counted = new Map();
    },
    told: () => ({ byMode, byEndpoint, pairs: pairs.size, unlisted: [...unlisted] }),
  };
}

function nameOf(all: Record<string, Record<string, unknown>>, fits: (one: Record<string, unknown>) => boolean): string {
  return Object.keys(all).find((name) => fits(all[name] ?? {})) ?? "another";
}
