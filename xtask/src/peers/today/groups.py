"""Task groups, task queues, and workers as the queue and the worker manager know them."""

from tour import expect, expect_members, expect_refusal, in_hours, method, pages, service, slug
from work import task

queue, manager = service('Queue'), service('WorkerManager')
POOL = 'peers/groups'
WORKER = {'workerGroup': 'peers', 'workerId': 'groups-1'}
GROUP = slug()
TASKS = sorted(slug() for _ in range(3))


def visit():
    for name in TASKS:
        queue.createTask(name, task(POOL, taskGroupId=GROUP))
    priorities()
    counts()
    queues()
    workers()
    group()


def priorities():
    with method('queue.changeTaskPriority'):
        changed = queue.changeTaskPriority(TASKS[2], {'newPriority': 'high'})['status']
        expect_members(changed, taskId=TASKS[2], priority='high')
        expect(queue.task(TASKS[2])['priority'], 'high')
    with method('queue.listPendingTasks'):
        found = pages(queue.listPendingTasks, 'tasks', POOL)
        expect({it['taskId'] for it in found}, set(TASKS))
        expect({it['task']['taskGroupId'] for it in found}, {GROUP})
    with method('queue.changeTaskGroupPriority'):
        changed = queue.changeTaskGroupPriority(GROUP, {'newPriority': 'medium'})
        expect_members(changed, taskGroupId=GROUP, newPriority='medium', tasksAffected=3)
        expect(sorted(changed['taskIds']), TASKS)


def counts():
    claim, = queue.claimWork(POOL, dict(WORKER, tasks=1))['tasks']
    claimed = claim['status']['taskId']
    with method('queue.listClaimedTasks'):
        found, = queue.listClaimedTasks(POOL)['tasks']
        expect_members(found, taskId=claimed, runId=0, **WORKER)
    with method('queue.pendingTasks'):
        expect_members(
            queue.pendingTasks(POOL), taskQueueId=POOL, provisionerId='peers', workerType='groups',
            pendingTasks=2)
    with method('queue.taskQueueCounts'):
        expect_members(
            queue.taskQueueCounts(POOL), taskQueueId=POOL, pendingTasks=2, claimedTasks=1)
    with method('queue.taskQueueCountsBatch'):
        asked = {'taskQueueIds': [POOL, 'peers/nothing']}
        found = queue.taskQueueCountsBatch(asked)['taskQueueCounts']
        found = {it['taskQueueId']: (it['pendingTasks'], it['claimedTasks']) for it in found}
        expect(found, {POOL: (2, 1), 'peers/nothing': (0, 0)})


def queues():
    queue.claimWork('peers/other', dict(WORKER, tasks=1))
    with method('queue.listTaskQueues'):
        found = {it['taskQueueId'] for it in pages(queue.listTaskQueues, 'taskQueues')}
        assert {POOL, 'peers/other'} <= found, '%r' % found
    with method('queue.getTaskQueue'):
        expect_members(queue.getTaskQueue(POOL), taskQueueId=POOL, stability='experimental')
        expect_refusal(404, 'ResourceNotFound', lambda: queue.getTaskQueue('peers/none'))
    with method('queue.listProvisioners'):
        names = [it['provisionerId'] for it in queue.listProvisioners()['provisioners']]
        expect(names.count('peers'), 1)
    with method('queue.getProvisioner'):
        expect(queue.getProvisioner('peers')['provisionerId'], 'peers')
    with method('queue.listWorkerTypes'):
        names = [it['workerType'] for it in pages(queue.listWorkerTypes, 'workerTypes', 'peers')]
        assert {'groups', 'other'} <= set(names), '%r' % names
    with method('queue.getWorkerType'):
        found = queue.getWorkerType('peers', 'groups')
        expect_members(found, provisionerId='peers', workerType='groups')


def workers():
    place = ('peers', 'groups', 'peers', 'groups-1')
    with method('queue.declareWorker'):
        later = in_hours(3)
        declared = queue.declareWorker(*place, {'expires': later})
        expect_members(declared, workerId='groups-1', provisionerId='peers')
    with method('queue.getWorker', 'worker-manager.getWorker'):
        for found in (queue.getWorker(*place), manager.getWorker(*place)):
            expect_members(found, workerGroup='peers', workerId='groups-1', workerType='groups')
            expect([it['runId'] for it in found['recentTasks']], [0])
            assert found['recentTasks'][0]['taskId'] in TASKS, 'it has run another task'
        expect(found['state'], 'standalone')
    with method('queue.quarantineWorker'):
        wanted = {'quarantineUntil': in_hours(1), 'quarantineInfo': 'tour'}
        found = queue.quarantineWorker(*place, wanted)
        expect(found['quarantineUntil'][:19], wanted['quarantineUntil'][:19])
        expect(queue.claimWork(POOL, dict(WORKER, tasks=1))['tasks'], [])
    queue.claimWork(POOL, {'workerGroup': 'peers', 'workerId': 'groups-2', 'tasks': 1})
    for api, name in ((queue, 'queue'), (manager, 'worker-manager')):
        with method(name + '.listWorkers'):
            found = pages(api.listWorkers, 'workers', *place[:2])
            expect([it['workerId'] for it in found], ['groups-1', 'groups-2'])
            params = {'provisionerId': 'peers', 'workerType': 'groups'}
            only = api.listWorkers(params=params, query={'quarantined': 'true'})['workers']
            expect([it['workerId'] for it in only], ['groups-1'])


def group():
    with method('queue.listTaskGroup'):
        found = pages(queue.listTaskGroup, 'tasks', GROUP)
        expect(sorted(it['status']['taskId'] for it in found), TASKS)
        expect({it['task']['schedulerId'] for it in found}, {'peers'})
    with method('queue.getTaskGroup'):
        found = queue.getTaskGroup(GROUP)
        expect_members(found, taskGroupId=GROUP, schedulerId='peers', sealed=None)
    with method('queue.sealTaskGroup'):
        expect_refusal(409, 'RequestConflict', lambda: queue.cancelTaskGroup(GROUP))
        sealed = queue.sealTaskGroup(GROUP)['sealed']
        expect(queue.getTaskGroup(GROUP)['sealed'], sealed)
        late = task(POOL, taskGroupId=GROUP)
        expect_refusal(409, 'RequestConflict', lambda: queue.createTask(slug(), late))
    with method('queue.cancelTaskGroup'):
        canceled = queue.cancelTaskGroup(GROUP)
        expect_members(canceled, taskGroupId=GROUP, taskGroupSize=3, cancelledCount=3)
        expect(sorted(canceled['taskIds']), TASKS)
        states = {queue.status(name)['status']['state'] for name in TASKS}
        expect(states, {'exception'})
