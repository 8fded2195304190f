"""Worker pools and their workers, which prove who they are."""

from tour import (
    anybody, check, expect, expect_in, expect_members, expect_refusal, in_hours, method, pages,
    service, slug,
)

manager = service('WorkerManager')
POOL, GROUP = 'peers/machines', 'peers'
SECRET = slug() + slug()
EXPIRES = in_hours(1)


def visit():
    pools()
    workers()
    life()
    errors()
    removal()


def pool(provider='static', **config):
    return {
        'providerId': provider, 'description': 'x', 'owner': 'peers@example.com', 'config': config,
        'emailOnError': False,
    }


def pools():
    with method('worker-manager.listProviders'):
        found = manager.listProviders()['providers']
        expect_in({'providerId': 'static', 'providerType': 'static'}, found)
    config = {'workerConfig': {'a': 1}}
    with method('worker-manager.createWorkerPool'):
        made = manager.createWorkerPool(POOL, pool(**config))
        expect_members(
            made, workerPoolId=POOL, providerId='static', config=config, currentCapacity=0)
        manager.createWorkerPool('peers/empty', pool('null-provider', launchConfigs=[
            {'region': 'a', 'workerManager': {'launchConfigId': 'one'}}, {'region': 'b'},
        ]))
        expect_refusal(400, 'InputError', lambda: manager.createWorkerPool('peers/x', pool('none')))
    with method('worker-manager.updateWorkerPool'):
        changed = dict(pool(**config), description='y')
        updated = manager.updateWorkerPool(POOL, changed)
        expect_members(updated, description='y', created=made['created'])
    with method('worker-manager.workerPool'):
        expect_members(manager.workerPool(POOL), description='y', config=config)
        expect_refusal(404, 'ResourceNotFound', lambda: manager.workerPool('peers/none'))
    with method('worker-manager.listWorkerPools'):
        found = pages(manager.listWorkerPools, 'workerPools')
        expect([it['workerPoolId'] for it in found], ['peers/empty', POOL])
    with method('worker-manager.listWorkerPoolLaunchConfigs'):
        found = pages(
            manager.listWorkerPoolLaunchConfigs, 'workerPoolLaunchConfigs', 'peers/empty')
        expect({it['configuration']['region'] for it in found}, {'a', 'b'})
        expect_in('one', [it['launchConfigId'] for it in found])


def worker(secret=SECRET, **more):
    return dict({'expires': EXPIRES, 'providerInfo': {'staticSecret': secret}}, **more)


def workers():
    with method('worker-manager.createWorker'):
        for name in ('one', 'two'):
            made = manager.createWorker(POOL, GROUP, name, worker(capacity=2))
            expect_members(made, workerId=name, state='running', capacity=2, providerId='static')
        expect_refusal(409, 'RequestConflict', lambda: manager.createWorker(
            POOL, GROUP, 'one', worker(capacity=3)))
        manager.createWorker(POOL, 'other', 'one', worker())
    with method('worker-manager.updateWorker'):
        updated = manager.updateWorker(POOL, GROUP, 'two', worker(capacity=5))
        expect_members(updated, workerId='two', capacity=5)
    with method('worker-manager.worker'):
        found = manager.worker(POOL, GROUP, 'two')
        expect_members(found, workerPoolId=POOL, workerGroup=GROUP, capacity=5)
        assert SECRET not in str(found), 'its secret is told'
    with method('worker-manager.listWorkersForWorkerPool'):
        found = pages(manager.listWorkersForWorkerPool, 'workers', POOL)
        places = [(it['workerGroup'], it['workerId']) for it in found]
        expect(places, [('other', 'one'), (GROUP, 'one'), (GROUP, 'two')])
    with method('worker-manager.listWorkersForWorkerGroup'):
        found = pages(manager.listWorkersForWorkerGroup, 'workers', POOL, GROUP)
        expect([it['workerId'] for it in found], ['one', 'two'])
    with method('worker-manager.workerPoolStats'):
        stats, = manager.workerPoolStats(POOL)['launchConfigStats']
        expect_members(stats, workerPoolId=POOL, runningCount=3, runningCapacity=8)
    with method('worker-manager.listWorkerPoolsStats'):
        found = pages(manager.listWorkerPoolsStats, 'workerPoolsStats')
        found = {it['workerPoolId']: it['runningCount'] for it in found}
        expect(found, {'peers/empty': 0, POOL: 3})


def life():
    itself = {'workerPoolId': POOL, 'workerGroup': GROUP, 'workerId': 'one'}

    def proof(secret):
        return dict(
            itself, providerId='static', workerIdentityProof={'staticSecret': secret})

    with method('worker-manager.registerWorker'):
        stranger = anybody('WorkerManager')
        wrong = proof(slug() + slug())
        expect_refusal(400, 'InputError', lambda: stranger.registerWorker(wrong))
        registered = stranger.registerWorker(proof(SECRET))
        expect(registered['workerConfig'], {'a': 1})
    with check('a worker that has registered has the scopes of one'):
        found = service('Auth', registered['credentials']).currentScopes()['scopes']
        expect_in('queue:claim-work:' + POOL, found)
        expect_in('queue:worker-id:peers/one', found)
        claim = {'workerGroup': GROUP, 'workerId': 'one', 'tasks': 1}
        expect(service('Queue', registered['credentials']).claimWork(POOL, claim)['tasks'], [])
    with method('worker-manager.reregisterWorker'):
        own = service('WorkerManager', registered['credentials'])
        again = own.reregisterWorker(dict(itself, secret=registered['secret']))
        assert again['secret'] != registered['secret'], 'the secret is as it was'
        used = dict(itself, secret=registered['secret'])
        expect_refusal(400, 'InputError', lambda: own.reregisterWorker(used))
    with method('worker-manager.shouldWorkerTerminate'):
        own = service('WorkerManager', again['credentials'])
        expect(own.shouldWorkerTerminate(POOL, GROUP, 'one')['terminate'], False)
        expect_refusal(403, 'InsufficientScopes', lambda: own.shouldWorkerTerminate(
            POOL, GROUP, 'two'))


def errors():
    def error(title):
        return {
            'workerGroup': GROUP, 'workerId': 'one', 'kind': 'tour', 'title': title,
            'description': 'x', 'extra': {'code': title},
        }

    with method('worker-manager.reportWorkerError'):
        made = [manager.reportWorkerError(POOL, error(title)) for title in ('first', 'second')]
        expect_members(made[0], workerPoolId=POOL, kind='tour', title='first')
        expect(made[0]['extra']['workerId'], 'one')
    with method('worker-manager.listWorkerPoolErrors'):
        found = pages(manager.listWorkerPoolErrors, 'workerPoolErrors', POOL)
        expect({it['errorId'] for it in found}, {it['errorId'] for it in made})
    with method('worker-manager.workerPoolErrorStats'):
        totals = manager.workerPoolErrorStats(query={'workerPoolId': POOL})['totals']
        expect_members(totals, total=2, title={'first': 1, 'second': 1}, workerPool={POOL: 2})


def removal():
    with method('worker-manager.removeWorker'):
        manager.removeWorker(POOL, GROUP, 'one')
        expect(manager.worker(POOL, GROUP, 'one')['state'], 'stopped')
        params = {'workerPoolId': POOL}
        found = manager.listWorkersForWorkerPool(params=params, query={'state': 'stopped'})
        expect([it['workerId'] for it in found['workers']], ['one'])
    with method('worker-manager.deleteWorkerPool'):
        expect(manager.deleteWorkerPool(POOL)['providerId'], 'null-provider')
