// The JavaScript client: `js.mjs PACKAGES` answers orders, `js.mjs PACKAGES once` makes one call.
//
// The protocol is that of the crate `contender`, and so are the names in the calls.

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const packages = createRequire(process.argv[2] + "/");
const module = await import(pathToFileURL(packages.resolve("taskcluster-client")).href);
const taskcluster = module.default ?? module;

const POOL = "bench-provisioner/bench-worker";
const WARM_UP = { get: 10, post: 10, list: 10, sign: 10, pages: 1, group: 1 };
// How many of many calls are in flight.
const IN_FLIGHT = 64;
const TASK_ID = "fN1SbArXTPSVFNUvaOlinQ";
const TASK = JSON.parse(readFileSync(new URL("task.json", import.meta.url), "utf-8"));
const TEXT = "The worker could not find the file that the task was to leave behind. ";
const ARTIFACT = {
  storageType: "error",
  expires: "2030-01-02T03:04:05.000Z",
  message: TEXT.repeat(20).slice(0, 917),
  reason: "file-missing-on-worker",
};

function client(rootUrl, work) {
  const options = {
    rootUrl,
    credentials: {
      clientId: "bench/contender",
      accessToken: "b3nchb3nchb3nchb3nchb3nchb3nchb3nchb3nchb3nc",
    },
  };
  if (work === "faulty") {
    Object.assign(options, { retries: 20, delayFactor: 1, maxDelay: 1, randomizationFactor: 0 });
  }
  return new taskcluster.Queue(options);
}

async function listAll(list, items) {
  let query = {};
  for (;;) {
    const page = await list(query);
    for (const item of page[items]) void item;
    if (!page.continuationToken) return;
    query = { continuationToken: page.continuationToken };
  }
}

function callOf(work, size, queue) {
  let tasks = 0;
  const taskId = () => "fN1SbArXTPSV" + String(tasks++).padStart(10, "0");
  return {
    get: () => queue.pendingTasks(POOL),
    flight: () => queue.pendingTasks(POOL),
    faulty: () => queue.pendingTasks(POOL),
    post: () =>
      queue.createArtifact(TASK_ID, "0", "public/logs/live.log", ARTIFACT),
    list: () => queue.listWorkerTypes("large"),
    pages: () => listAll((query) => queue.listWorkerTypes(`pages-${size}`, query), "workerTypes"),
    group: () => listAll((query) => queue.listTaskGroup("VbU6a-a2QVuNbyx9JbhQLg", query), "tasks"),
    graph: () => queue.createTask(taskId(), TASK),
    status: () => queue.status(TASK_ID),
    sign: () => queue.buildSignedUrl(queue.pendingTasks, POOL),
  }[work];
}

/** Makes calls, which several may share: `{ left }`. */
async function repeat(call, calls) {
  const times = [];
  while (calls.left > 0) {
    calls.left -= 1;
    const start = process.hrtime.bigint();
    await call();
    times.push(Number(process.hrtime.bigint() - start));
  }
  return times;
}

async function measure(calls, run) {
  writeFileSync("/proc/self/clear_refs", "5");
  const [cpu, start] = [process.cpuUsage(), process.hrtime.bigint()];
  const times = await run();
  const wallNs = Number(process.hrtime.bigint() - start);
  const { user, system } = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const status = readFileSync("/proc/self/status", "utf-8");
  return {
    calls,
    medianNs: times[times.length >> 1],
    wallNs,
    cpuNs: (user + system) * 1000,
    peakRssKB: Number(/VmHWM:\s*(\d+)/.exec(status)[1]),
  };
}

async function answer(line) {
  const [name, rootUrl, count] = line.split(" ");
  const [work, number] = name.split("-");
  const [calls, size] = [Number(count), Number(number)];
  const call = callOf(work, size, client(rootUrl, work));
  if (!call) return "absent";
  const atOnce = { flight: size, graph: IN_FLIGHT, status: IN_FLIGHT }[work] ?? 1;
  const shared = { left: calls };
  const run = () => Promise.all(Array.from({ length: atOnce }, () => repeat(call, shared)));
  await repeat(call, { left: WARM_UP[work] ?? 0 });
  return { measured: await measure(calls, async () => (await run()).flat()) };
}

if (process.argv[3] === "once") {
  const queue = client(process.env.TASKCLUSTER_ROOT_URL, "once");
  console.log((await queue.pendingTasks(POOL)).pendingTasks);
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    const result = await answer(line).catch((why) => ({ failed: String(why?.message ?? why) }));
    console.log(JSON.stringify(result));
  }
}
