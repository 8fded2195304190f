"""Tasks from their creation over claims to their ends."""

from tour import (
    check, expect, expect_in, expect_members, expect_refusal, in_hours, method, pages, service, slug,
)

queue = service('Queue')
POOL = 'peers/work'
WORKER = {'workerGroup': 'peers', 'workerId': 'work-1'}
GROUP, DONE, DEPENDENT, FAILED, MALFORMED = (slug() for _ in range(5))


def visit():
    creation()
    reading()
    batches()
    claims()
    ends()


def task(pool=POOL, **more):
    return dict({
        'taskQueueId': pool, 'schedulerId': 'peers', 'taskGroupId': GROUP,
        'created': in_hours(0), 'deadline': in_hours(1), 'payload': {},
        'metadata': {
            'name': 'peers', 'description': 'x', 'owner': 'peers@example.com',
            'source': 'https://example.com/',
        },
    }, **more)


def state(answer):
    return answer['status']['state']


def creation():
    with method('queue.createTask'):
        definition = task(routes=['index.peers.work.done'], tags={'kind': 'tour'})
        made = queue.createTask(DONE, definition)['status']
        expect_members(made, state='pending', taskQueueId=POOL, projectId='none', retriesLeft=5)
        expect(queue.createTask(DONE, definition)['status'], made)
        expect_refusal(
            409, 'RequestConflict', lambda: queue.createTask(DONE, dict(definition, payload={'a': 1})))
        expect(state(queue.createTask(DEPENDENT, task(dependencies=[DONE]))), 'unscheduled')
        expect(state(queue.createTask(FAILED, task(dependencies=[DONE]))), 'unscheduled')
    with check('a task that is wrong is refused with the place'):
        expect_refusal(
            400, 'InputValidationError', lambda: queue.createTask(slug(), task(retries=-1)))


def reading():
    with method('queue.task'):
        found = queue.task(DONE)
        expect_members(
            found, taskQueueId=POOL, provisionerId='peers', workerType='work', priority='lowest',
            tags={'kind': 'tour'}, requires='all-completed')
        expect(queue.task(DEPENDENT)['dependencies'], [DONE])
    with method('queue.status'):
        expect_members(queue.status(DONE)['status'], state='pending', taskGroupId=GROUP)
        expect_refusal(404, 'ResourceNotFound', lambda: queue.status(slug()))
    with method('queue.listDependentTasks'):
        found = pages(queue.listDependentTasks, 'tasks', DONE)
        expect({it['status']['taskId'] for it in found}, {DEPENDENT, FAILED})


def batches():
    asked = {'taskIds': [DONE, DEPENDENT, slug()]}
    with method('queue.tasks'):
        found = queue.tasks(asked)['tasks']
        expect({it['taskId'] for it in found}, {DONE, DEPENDENT})
        found = {it['taskId']: it['task'] for it in found}
        expect(found[DEPENDENT]['dependencies'], [DONE])
    with method('queue.statuses'):
        found = pages(queue.statuses, 'statuses', payload=asked)
        found = {it['taskId']: it['status']['state'] for it in found}
        expect(found, {DONE: 'pending', DEPENDENT: 'unscheduled'})


def claims():
    with method('queue.scheduleTask'):
        expect(state(queue.scheduleTask(FAILED)), 'pending')
    with method('queue.claimWork'):
        claimed = queue.claimWork(POOL, dict(WORKER, tasks=4))['tasks']
        claimed = {it['status']['taskId']: it for it in claimed}
        expect(set(claimed), {DONE, FAILED})
        claim = claimed[DONE]
        expect_members(claim, runId=0, **WORKER)
        expect(claim['task']['tags'], {'kind': 'tour'})
        expect(queue.claimWork('peers/nothing', dict(WORKER, tasks=1))['tasks'], [])
    with method('queue.reclaimTask'):
        again = service('Queue', claim['credentials']).reclaimTask(DONE, 0)
        expect(state(again), 'running')
        assert again['takenUntil'] >= claim['takenUntil'], 'the claim has become shorter'
        other = service('Queue', claimed[FAILED]['credentials'])
        expect_refusal(403, 'InsufficientScopes', lambda: other.reclaimTask(DONE, 0))
    with method('queue.reportCompleted'):
        ended = service('Queue', again['credentials']).reportCompleted(DONE, 0)
        expect(state(ended), 'completed')
        run, = ended['status']['runs']
        expect_members(run, reasonResolved='completed', **WORKER)
        expect(state(queue.status(DEPENDENT)), 'pending')
    with check('the index knows the task by its route'):
        expect(service('Index').findTask('peers.work.done')['taskId'], DONE)


def ends():
    with method('queue.reportFailed'):
        expect(state(queue.reportFailed(FAILED, 0)), 'failed')
        expect_refusal(
            409, 'RequestConflict', lambda: queue.reportCompleted(FAILED, 0))
    with method('queue.rerunTask'):
        again = queue.rerunTask(FAILED)['status']
        expect((again['state'], len(again['runs'])), ('pending', 2))
        expect(again['runs'][1]['reasonCreated'], 'rerun')
    with method('queue.cancelTask'):
        ended = queue.cancelTask(DEPENDENT)['status']
        expect(ended['state'], 'exception')
        expect(ended['runs'][-1]['reasonResolved'], 'canceled')
    with method('queue.claimTask'):
        queue.createTask(MALFORMED, task())
        claim = queue.claimTask(MALFORMED, 0, WORKER)
        expect((state(claim), claim['runId']), ('running', 0))
        expect_in('accessToken', claim['credentials'])
        expect_refusal(409, 'RequestConflict', lambda: queue.claimTask(
            MALFORMED, 0, dict(WORKER, workerId='other')))
    with method('queue.reportException'):
        ended = queue.reportException(MALFORMED, 0, {'reason': 'malformed-payload'})
        expect(state(ended), 'exception')
        expect(ended['status']['runs'][0]['reasonResolved'], 'malformed-payload')
    with check('a run that its worker gave up is retried'):
        claim, = queue.claimWork(POOL, dict(WORKER, tasks=1))['tasks']
        expect(claim['status']['taskId'], FAILED)
        given_up = queue.reportException(FAILED, 1, {'reason': 'worker-shutdown'})['status']
        expect((given_up['state'], given_up['retriesLeft']), ('pending', 4))
        expect(given_up['runs'][2]['reasonCreated'], 'retry')
