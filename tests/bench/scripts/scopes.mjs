// The JavaScript library for scopes: `scopes.mjs PACKAGES` answers orders of the audit. It has no roles, so that
// they are expanded as a program would do it. Roles, clients and question are those of the package `scopes`.

import { writeFileSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const packages = createRequire(process.argv[2] + "/");
const { satisfiesExpression } = packages("taskcluster-lib-scopes");

const [ROLES, CLIENTS, CHAIN] = [1000, 10000, 10];

const padded = (number, width = 4) => String(number).padStart(width, "0");
const id = (number, rest) =>
  number % 5 ? `project:p${padded(number)}` : `repo:org-${padded(number)}/${rest}`;

const [exact, prefixes] = [new Map(), []];
for (let number = 0; number < ROLES; number += 1) {
  const scopes = Array.from(
    { length: 8 },
    (_, worker) => `queue:create-task:pool-${padded(number)}/worker-${worker}`,
  );
  scopes.push(`secrets:get:project/${padded(number)}/*`);
  if ((number + 1) % CHAIN) scopes.push("assume:" + id(number + 1, "main"));
  const scope = "assume:" + id(number, "*");
  if (scope.endsWith("*")) prefixes.push([scope.slice(0, -1), scopes]);
  else exact.set(scope, scopes);
}

function expand(scopes) {
  const expanded = new Set(scopes);
  // What is added meanwhile is visited, too.
  for (const scope of expanded) {
    if (!scope.startsWith("assume:")) continue;
    for (const given of exact.get(scope) ?? []) expanded.add(given);
    for (const [prefix, given] of prefixes) {
      if (scope.startsWith(prefix)) for (const one of given) expanded.add(one);
    }
  }
  return [...expanded];
}

function may(number) {
  const scopes = ["assume:" + id(number % ROLES, "main"), `queue:get-artifact:private/${padded(number, 5)}/*`];
  const pool = padded(((number % ROLES) + (number % 4)) % ROLES);
  const required = {
    AllOf: [
      `queue:create-task:pool-${pool}/worker-3`,
      { AnyOf: [`secrets:get:project/${pool}/key`, "secrets:get:all"] },
    ],
  };
  return satisfiesExpression(expand(scopes), required);
}

function answer(line) {
  const [work, , count] = line.split(" ");
  if (work !== "audit") return "absent";
  for (let number = 0; number < CLIENTS; number += 1) {
    if (may(number) !== ((number % CHAIN) + (number % 4) < CHAIN)) {
      return { failed: `the answer for client ${number} is wrong` };
    }
  }
  writeFileSync("/proc/self/clear_refs", "5");
  const calls = Number(count);
  const [cpu, start] = [process.cpuUsage(), process.hrtime.bigint()];
  for (let made = 0; made < calls; made += 1) may(made % CLIENTS);
  const wallNs = Number(process.hrtime.bigint() - start);
  const { user, system } = process.cpuUsage(cpu);
  const status = readFileSync("/proc/self/status", "utf-8");
  return {
    measured: {
      calls,
      medianNs: wallNs / calls,
      wallNs,
      cpuNs: (user + system) * 1000,
      peakRssKB: Number(/VmHWM:\s*(\d+)/.exec(status)[1]),
    },
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(answer(line)));
}
