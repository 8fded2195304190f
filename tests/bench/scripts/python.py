"""The Python client: `python.py PACKAGES` answers orders, `python.py PACKAGES once` makes one call.

The protocol is that of the crate `contender`, and so are the names in the calls.
"""

import base64
import itertools
import json
import os
import sys
import tempfile
import threading
import time

sys.path.insert(0, sys.argv[1])
# Today's Python has it no more, and version 6.0.0 is older.
base64.encodestring = base64.encodebytes

import taskcluster  # noqa: E402

PROVISIONER, WORKER_TYPE = "bench-provisioner", "bench-worker"
WARM_UP = {"get": 10, "post": 10, "list": 10, "sign": 10, "scopes": 10, "audit": 10, "pages": 1, "group": 1}
# How many threads share many calls.
THREADS = 16
TASK_ID = "fN1SbArXTPSVFNUvaOlinQ"
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "task.json")) as text:
    TASK = json.load(text)
TASKS = itertools.count()
TEXT = "The worker could not find the file that the task was to leave behind. "
ARTIFACT = {
    "storageType": "error",
    "expires": "2030-01-02T03:04:05.000Z",
    "message": (TEXT * 20)[:917],
    "reason": "file-missing-on-worker",
}


def client(root_url, work):
    options = {
        "rootUrl": root_url,
        "credentials": {
            "clientId": "bench/contender",
            "accessToken": "b3nchb3nchb3nchb3nchb3nchb3nchb3nchb3nchb3nc",
        },
    }
    if work == "faulty":
        options["maxRetries"] = 20
        taskcluster.utils.DELAY_FACTOR = taskcluster.utils.MAX_DELAY = 0.001
    return taskcluster.Queue(options)


def pool(queue):
    """Methods of today name the pair as one."""
    if len(queue.funcinfo["pendingTasks"]["args"]) == 1:
        return [PROVISIONER + "/" + WORKER_TYPE]
    return [PROVISIONER, WORKER_TYPE]


def list_all(method, name, items):
    query = {}
    while True:
        page = method(name, query=query)
        for _ in page[items]:
            pass
        if "continuationToken" not in page:
            return
        query = {"continuationToken": page["continuationToken"]}


def fetch(queue, megabytes):
    """Into a file in memory, as others do it."""
    from taskcluster import download

    size = megabytes * 1000000
    folder = "/dev/shm" if os.path.isdir("/dev/shm") else tempfile.gettempdir()
    path = os.path.join(folder, "bench-python-%d" % os.getpid())

    def call():
        try:
            with open(path, "w+b") as file:
                download.downloadArtifactToFile(
                    file=file,
                    taskId=TASK_ID,
                    name="public/%d.bin" % size,
                    queueService=queue,
                )
            if os.path.getsize(path) != size:
                raise ValueError("it has another length")
        finally:
            os.remove(path)

    return call


def call_of(work, size, root_url):
    """What is called, or None."""
    if work == "scopes":
        return scopes(size)
    if work == "audit":
        return audit()
    if work == "fetch":
        return fetch(client(root_url, work), size)
    queue = client(root_url, work)
    pending = pool(queue)
    return {
        "get": lambda: queue.pendingTasks(*pending),
        "flight": lambda: queue.pendingTasks(*pending),
        "faulty": lambda: queue.pendingTasks(*pending),
        "post": lambda: queue.createArtifact(TASK_ID, "0", "public/logs/live.log", ARTIFACT),
        "list": lambda: queue.listWorkerTypes("large"),
        "pages": lambda: list_all(queue.listWorkerTypes, "pages-%d" % size, "workerTypes"),
        "group": lambda: list_all(queue.listTaskGroup, "VbU6a-a2QVuNbyx9JbhQLg", "tasks"),
        "graph": lambda: queue.createTask("fN1SbArXTPSV%010d" % next(TASKS), TASK),
        "status": lambda: queue.status(TASK_ID),
        "sign": lambda: queue.buildSignedUrl("pendingTasks", *pending),
    }.get(work)


def scopes(count):
    """The questions of the package `scopes`."""

    def scope(number, tail):
        return "queue:create-task:provisioner-%02d/worker-%05d/%s" % (number % 17, number, tail)

    assumed = [scope(n, "" if n % 5 else "*") for n in range(count)]
    questions = [scope(n * 7919 % count, "missing" if n % 2 else "") for n in range(200)]
    asked = iter(questions * 1000)
    return lambda: taskcluster.utils.scopeMatch(assumed, [[next(asked)]])


def audit():
    """That of the package `scopes`. The client has no roles: they are expanded as a program would do it."""
    roles, chain = 1000, 10

    def name(number, rest):
        text = "assume:project:p%04d" if number % 5 else "assume:repo:org-%04d/" + rest
        return text % number

    exact, prefixes = {}, []
    for number in range(roles):
        scopes = ["queue:create-task:pool-%04d/worker-%d" % (number, n) for n in range(8)]
        scopes.append("secrets:get:project/%04d/*" % number)
        if (number + 1) % chain:
            scopes.append(name(number + 1, "main"))
        if number % 5:
            exact[name(number, "")] = scopes
        else:
            prefixes.append((name(number, ""), scopes))

    def expand(scopes):
        expanded, todo = set(), list(scopes)
        while todo:
            scope = todo.pop()
            if scope in expanded:
                continue
            expanded.add(scope)
            if scope.startswith("assume:"):
                todo.extend(exact.get(scope, ()))
                for prefix, given in prefixes:
                    if scope.startswith(prefix):
                        todo.extend(given)
        return expanded

    def may(number):
        pool = "%04d" % ((number % roles + number % 4) % roles)
        create = "queue:create-task:pool-%s/worker-3" % pool
        secret = "secrets:get:project/%s/key" % pool
        own = [name(number % roles, "main"), "queue:get-artifact:private/%05d/*" % number]
        required = [[create, secret], [create, "secrets:get:all"]]
        return taskcluster.utils.scopeMatch(expand(own), required)

    for number in range(1000):
        if may(number) != (number % chain + number % 4 < chain):
            raise ValueError("the answer for client %d is wrong" % number)
    numbers = itertools.cycle(range(10000))
    return lambda: may(next(numbers))


def repeat(call, calls):
    """Makes calls; several threads may share an iterator of them."""
    times = []
    for _ in calls:
        start = time.perf_counter_ns()
        call()
        times.append(time.perf_counter_ns() - start)
    return times


def flight(work, at_once, calls, root_url):
    """One client for each thread: they are not made to be shared."""
    times, failed = [], []
    ready = [call_of(work, at_once, root_url) for _ in range(at_once)]
    shared = iter(range(calls))

    def one(call):
        try:
            times.extend(repeat(call, shared))
        except Exception as why:
            failed.append(why)

    def run():
        threads = [threading.Thread(target=one, args=(call,)) for call in ready]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if failed:
            raise failed[0]
        return times

    return run


def peak_rss():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))


def measure(calls, run):
    with open("/proc/self/clear_refs", "w") as clear:
        clear.write("5")
    cpu, start = time.process_time_ns(), time.perf_counter_ns()
    times = sorted(run())
    wall, cpu = time.perf_counter_ns() - start, time.process_time_ns() - cpu
    return {
        "calls": calls,
        "medianNs": times[len(times) // 2],
        "wallNs": wall,
        "cpuNs": cpu,
        "peakRssKB": peak_rss(),
    }


def answer(line):
    name, root_url, calls = line.split()
    work, _, size = name.partition("-")
    calls, size = int(calls), int(size or 0)
    try:
        at_once = {"flight": size, "graph": THREADS, "status": THREADS}.get(work)
        if at_once:
            return {"measured": measure(calls, flight(work, at_once, calls, root_url))}
        call = call_of(work, size, root_url)
        if call is None:
            return "absent"
        repeat(call, range(WARM_UP.get(work, 0)))
        return {"measured": measure(calls, lambda: repeat(call, range(calls)))}
    except Exception as why:
        return {"failed": "%s: %s" % (type(why).__name__, why)}


def main():
    if sys.argv[2:] == ["once"]:
        queue = client(os.environ["TASKCLUSTER_ROOT_URL"], "once")
        print(queue.pendingTasks(*pool(queue))["pendingTasks"])
        return
    for line in sys.stdin:
        print(json.dumps(answer(line)), flush=True)


main()
