"""A tour of all services by the Python client 6.0.0: one line per step, with tabs between "ok" or
"FAILED", its name and, where it failed, why. The last step counts the methods that were answered.

Argument: the folder with the client. Root URL and credentials come from the environment. Nothing
is removed that no step is about: the deployment is thought to be one for tests.
"""

import base64
import hashlib
import sys
import traceback

sys.path.insert(0, sys.argv[1])
# Today's Python has it no more, and this client is older.
base64.encodestring = base64.encodebytes

import mohawk  # noqa: E402
import requests  # noqa: E402
import taskcluster  # noqa: E402
import taskcluster.client  # noqa: E402

OPTIONS = taskcluster.optionsFromEnvironment({'maxRetries': 0})
ROOT_URL = OPTIONS['rootUrl']
ID, TOKEN = (OPTIONS['credentials'][key] for key in ('clientId', 'accessToken'))
AT_LEAST = 60
ANSWERED = set()
SEND = taskcluster.client.BaseClient._makeApiCall


def send_and_count(self, entry, *args, **kwargs):
    answer = SEND(self, entry, *args, **kwargs)
    ANSWERED.add((self.serviceName, entry['name']))
    return answer


taskcluster.client.BaseClient._makeApiCall = send_and_count


def service(kind, credentials=None):
    credentials = dict(credentials or {'clientId': ID, 'accessToken': TOKEN})
    return kind({'rootUrl': ROOT_URL, 'credentials': credentials, 'maxRetries': 0})


SERVICES = [
    service(kind) for kind in (
        taskcluster.Auth, taskcluster.AwsProvisioner, taskcluster.EC2Manager, taskcluster.Github,
        taskcluster.Hooks, taskcluster.Index, taskcluster.Login, taskcluster.Notify,
        taskcluster.Pulse, taskcluster.PurgeCache, taskcluster.Queue, taskcluster.Secrets,
    )
]
auth, aws, ec2, github, hooks, index, login, notify, pulse, purge_cache, queue, secrets = SERVICES


def slug():
    return taskcluster.slugId().decode()


def in_hours(hours):
    return taskcluster.fromNowJSON('%d hours' % hours)


def expect(found, wanted):
    assert found == wanted, 'found %r, wanted %r' % (found, wanted)


def expect_missing(call):
    try:
        call()
    except taskcluster.exceptions.TaskclusterRestFailure as e:
        expect(e.status_code, 404)
    else:
        raise AssertionError('it was not refused')


def pings():
    for api in SERVICES:
        expect(api.ping()['alive'], True)


def clients():
    name = 'peers/tour'
    wanted = {'description': 'x', 'expires': in_hours(1), 'scopes': ['secrets:get:a']}
    token = auth.createClient(name, wanted)['accessToken']
    expect(auth.updateClient(name, dict(wanted, scopes=['secrets:get:b']))['clientId'], name)
    expect(auth.disableClient(name)['disabled'], True)
    expect(auth.enableClient(name)['disabled'], False)
    renewed = auth.resetAccessToken(name)['accessToken']
    assert renewed != token, 'the token is as it was'
    itself = service(taskcluster.Auth, {'clientId': name, 'accessToken': renewed})
    assert 'secrets:get:b' in itself.currentScopes()['scopes'], 'its scope is missing'
    expect(auth.client(name)['scopes'], ['secrets:get:b'])
    listed = auth.listClients(query={'prefix': 'peers/'})['clients']
    expect([client['clientId'] for client in listed], [name])
    auth.deleteClient(name)


def roles():
    expect(auth.createRole('peers:*', {'description': 'x', 'scopes': ['a:b']})['scopes'], ['a:b'])
    auth.updateRole('peers:*', {'description': 'x', 'scopes': ['a:c']})
    expect(auth.role('peers:*')['scopes'], ['a:c'])
    assert 'peers:*' in [role['roleId'] for role in auth.listRoles()], 'it is not listed'
    for expand in (auth.expandScopes, auth.expandScopesGet):
        expanded = expand({'scopes': ['assume:peers:x']})['scopes']
        expect(sorted(expanded), ['a:c', 'assume:peers:x'])
    auth.deleteRole('peers:*')


def signatures():
    tester = service(taskcluster.Auth, {'clientId': 'tester', 'accessToken': 'no-secret'})
    tried = tester.testAuthenticate({'clientScopes': ['a:*'], 'requiredScopes': ['a:b']})
    expect(tried['clientId'], 'tester')
    expect(tester.testAuthenticateGet()['clientId'], 'tester')
    hawk = {'id': ID, 'key': TOKEN, 'algorithm': 'sha256'}
    sender = mohawk.Sender(
        hawk, 'http://example.com/a?b=c', 'GET', content='', content_type='',
    )
    answer = auth.authenticateHawk({
        'method': 'get', 'host': 'example.com', 'port': 80, 'resource': '/a?b=c',
        'authorization': sender.request_header,
    })
    expect((answer['status'], answer['clientId']), ('auth-success', ID))


def foreign_credentials():
    assert auth.awsS3Credentials('read-only', 'peers', 'tour/')['credentials']['accessKeyId']
    account = auth.azureAccounts()['accounts'][0]
    auth.azureTables(account)
    auth.azureContainers(account)
    assert auth.azureTableSAS(account, 'peers', 'read-only')['sas']
    assert auth.azureContainerSAS(account, 'peers', 'read-only')['sas']
    expect(auth.sentryDSN('peers')['project'], 'peers')
    expect(auth.statsumToken('peers')['project'], 'peers')
    assert auth.webhooktunnelToken()['token']


def secret():
    for name in ('peers/a', 'peers/b'):
        secrets.set(name, {'secret': {'name': name}, 'expires': in_hours(1)})
    expect(secrets.get('peers/a')['secret'], {'name': 'peers/a'})
    secrets.remove('peers/a')
    expect(secrets.list()['secrets'], ['peers/b'])


GROUP, DONE, DEPENDENT, FAILED, MALFORMED = (slug() for _ in range(5))
POOL, WORKER = ('peers', 'tour'), ('peers', 'tour-1')
CLAIM = {'workerGroup': WORKER[0], 'workerId': WORKER[1]}


def task(**more):
    return dict({
        'provisionerId': POOL[0], 'workerType': POOL[1], 'schedulerId': 'peers',
        'taskGroupId': GROUP, 'created': in_hours(0), 'deadline': in_hours(1), 'payload': {},
        'metadata': {
            'name': 'peers', 'description': 'x', 'owner': 'peers@example.com',
            'source': 'https://example.com/',
        },
    }, **more)


def state(answer):
    return answer['status']['state']


def creation():
    expect(state(queue.createTask(DONE, task(routes=['index.peers.tour.done']))), 'pending')
    waiting = task(dependencies=[DONE])
    expect(state(queue.createTask(DEPENDENT, waiting)), 'unscheduled')
    expect(queue.task(DEPENDENT)['dependencies'], [DONE])
    expect(state(queue.status(DONE)), 'pending')
    expect(queue.pendingTasks(*POOL)['pendingTasks'], 1)
    members = [member['status']['taskId'] for member in queue.listTaskGroup(GROUP)['tasks']]
    expect(set(members), {DONE, DEPENDENT})
    dependent, = queue.listDependentTasks(DONE)['tasks']
    expect(dependent['status']['taskId'], DEPENDENT)


def uploaded(worker, name, kind):
    """Creates an artifact of JSON, uploads it and returns what the server has said to that."""
    content = b'{"name": "%s"}' % name.encode()
    wanted = {'storageType': kind, 'expires': in_hours(1), 'contentType': 'application/json'}
    if kind == 'blob':
        digest = hashlib.sha256(content).hexdigest()
        wanted.update(contentLength=len(content), contentSha256=digest)
    place = worker.createArtifact(DONE, 0, name, wanted)
    if kind == 'blob':
        request, = place['requests']
    else:
        headers = {'content-type': 'application/json'}
        request = {'method': 'PUT', 'url': place['putUrl'], 'headers': headers}
    answer = requests.request(data=content, **request)
    expect(answer.status_code // 100, 2)
    return answer


def artifacts(worker):
    for kind in ('s3', 'azure'):
        uploaded(worker, 'public/' + kind, kind)
    etag = uploaded(worker, 'public/blob', 'blob').headers['etag']
    worker.completeArtifact(DONE, 0, 'public/blob', {'etags': [etag]})
    worker.createArtifact(DONE, 0, 'public/reference', {
        'storageType': 'reference', 'expires': in_hours(1), 'contentType': 'application/json',
        'url': index.buildUrl('ping'),
    })
    worker.createArtifact(DONE, 0, 'public/error', {
        'storageType': 'error', 'expires': in_hours(1), 'reason': 'file-missing-on-worker',
        'message': 'x',
    })
    listed = queue.listArtifacts(DONE, 0)['artifacts']
    wanted = {'s3', 'azure', 'blob', 'reference', 'error'}
    expect({artifact['storageType'] for artifact in listed}, wanted)


def run():
    claim, = queue.claimWork(POOL[0], POOL[1], dict(CLAIM, tasks=1))['tasks']
    expect(claim['status']['taskId'], DONE)
    again = service(taskcluster.Queue, claim['credentials']).reclaimTask(DONE, 0)
    worker = service(taskcluster.Queue, again['credentials'])
    artifacts(worker)
    expect(state(worker.reportCompleted(DONE, 0)), 'completed')
    expect(state(queue.status(DEPENDENT)), 'pending')


def downloads():
    for name in ('public/s3', 'public/azure', 'public/blob'):
        expect(queue.getArtifact(DONE, 0, name), {'name': name})
        expect(queue.getLatestArtifact(DONE, name), {'name': name})
    expect(queue.getArtifact(DONE, 0, 'public/reference')['alive'], True)
    expect(len(queue.listLatestArtifacts(DONE)['artifacts']), 5)


def other_ends():
    expect(state(queue.cancelTask(DEPENDENT)), 'exception')
    expect(state(queue.defineTask(FAILED, task())), 'unscheduled')
    expect(state(queue.scheduleTask(FAILED)), 'pending')
    expect(state(queue.claimTask(FAILED, 0, CLAIM)), 'running')
    expect(state(queue.reportFailed(FAILED, 0)), 'failed')
    again = queue.rerunTask(FAILED)
    expect((state(again), len(again['status']['runs'])), ('pending', 2))
    queue.createTask(MALFORMED, task())
    queue.claimTask(MALFORMED, 0, CLAIM)
    ended = queue.reportException(MALFORMED, 0, {'reason': 'malformed-payload'})
    expect(state(ended), 'exception')


def workers():
    later = in_hours(1)
    text = {'description': 'of the tour', 'expires': later}
    queue.declareProvisioner(POOL[0], dict(text, stability='stable'))
    expect(queue.getProvisioner(POOL[0])['stability'], 'stable')
    assert POOL[0] in [it['provisionerId'] for it in queue.listProvisioners()['provisioners']]
    queue.declareWorkerType(POOL[0], POOL[1], text)
    expect(queue.getWorkerType(*POOL)['description'], 'of the tour')
    expect([it['workerType'] for it in queue.listWorkerTypes(POOL[0])['workerTypes']], ['tour'])
    worker = POOL + WORKER
    queue.declareWorker(*worker, {'expires': later})
    assert queue.getWorker(*worker)['recentTasks'], 'it has run nothing'
    queue.quarantineWorker(*worker, {'quarantineUntil': later})
    params = {'provisionerId': POOL[0], 'workerType': POOL[1]}
    listed = queue.listWorkers(params=params, query={'quarantined': 'true'})['workers']
    expect([it['workerId'] for it in listed], [WORKER[1]])


def indexed():
    expect(index.findTask('peers.tour.done')['taskId'], DONE)
    entry = {'taskId': FAILED, 'rank': 1, 'data': {'a': 1}, 'expires': in_hours(1)}
    expect(index.insertTask('peers.tour.failed', entry)['data'], {'a': 1})
    listed = index.listTasks('peers.tour')['tasks']
    expect({it['namespace'] for it in listed}, {'peers.tour.done', 'peers.tour.failed'})
    expect([it['name'] for it in index.listNamespaces('peers')['namespaces']], ['tour'])
    # It leads to the queue, where a signature for the index, which Python sends along to the same
    # host, is a wrong one.
    anybody = taskcluster.Index({'rootUrl': ROOT_URL, 'maxRetries': 0})
    expect(anybody.findArtifactFromTask('peers.tour.done', 'public/s3'), {'name': 'public/s3'})


def hook():
    auth.createRole('hook-id:peers/*', {'description': 'x', 'scopes': ['queue:*']})
    name = ('peers', 'tour')
    definition = {
        'metadata': {'name': 'tour', 'description': 'x', 'owner': 'peers@example.com'},
        'task': task(), 'triggerSchema': {'type': 'object'},
    }
    expect(hooks.createHook(*name, definition)['hookId'], 'tour')
    definition['metadata']['description'] = 'y'
    hooks.updateHook(*name, definition)
    expect(hooks.hook(*name)['metadata']['description'], 'y')
    expect(hooks.listHookGroups()['groups'], ['peers'])
    expect([it['hookId'] for it in hooks.listHooks('peers')['hooks']], ['tour'])
    token = hooks.getTriggerToken(*name)['token']
    renewed = hooks.resetTriggerToken(*name)['token']
    assert renewed != token, 'the token is as it was'
    for status in (hooks.triggerHook(*name, {}), hooks.triggerHookWithToken(*name, renewed, {})):
        expect(queue.task(status['status']['taskId'])['schedulerId'], 'peers')
    expect(hooks.getHookStatus(*name)['lastFire']['result'], 'success')
    hooks.removeHook(*name)


def purges():
    purge_cache.purgeCache(*POOL, {'cacheName': 'tour'})
    for found in (purge_cache.purgeRequests(*POOL), purge_cache.allPurgeRequests()):
        expect([it['cacheName'] for it in found['requests']], ['tour'])


def notifications():
    notify.email({'address': 'peers@example.com', 'subject': 'tour', 'content': 'x'})
    notify.irc({'channel': '#peers', 'message': 'x'})
    notify.pulse({'routingKey': 'peers.tour', 'message': {'a': 1}})
    wanted = {'contact': 'peers@example.com', 'expires': in_hours(1)}
    claimed = pulse.claimNamespace('taskcluster-peers', wanted)
    expect(claimed['namespace'], 'taskcluster-peers')
    expect(pulse.namespace('taskcluster-peers')['namespace'], 'taskcluster-peers')
    listed = pulse.listNamespaces()['namespaces']
    expect([it['namespace'] for it in listed], ['taskcluster-peers'])


def forge():
    expect(github.builds()['builds'], [])
    github.repository('peers', 'tour')
    # No app is installed there.
    status = {'state': 'success'}
    expect_missing(lambda: github.createStatus('peers', 'tour', '0' * 40, status))
    expect_missing(lambda: github.createComment('peers', 'tour', 7, {'body': 'x'}))


def machines():
    token = slug()
    aws.createWorkerType('tour', {
        'description': 'x', 'owner': 'peers@example.com', 'launchSpec': {}, 'userData': {},
        'secrets': {}, 'scopes': [], 'minCapacity': 0, 'maxCapacity': 1, 'scalingRatio': 1,
        'minPrice': 0, 'maxPrice': 1, 'regions': [], 'instanceTypes': [],
    })
    expect(aws.workerType('tour')['maxCapacity'], 1)
    expect(aws.listWorkerTypes(), ['tour'])
    expect([it['workerType'] for it in aws.listWorkerTypeSummaries()], ['tour'])
    aws.createSecret(token, {
        'workerType': 'tour', 'token': token, 'secrets': {'a': 1}, 'scopes': [],
        'expiration': in_hours(1),
    })
    expect(aws.getSecret(token)['data'], {'a': 1})
    aws.removeSecret(token)
    aws.removeWorkerType('tour')
    assert ec2.regions() and not ec2.listWorkerTypes()


def count():
    found = len(ANSWERED)
    assert found >= AT_LEAST, 'there are %d, at least %d are wanted' % (found, AT_LEAST)


def step(name, test):
    try:
        test()
        print('ok\t%s' % name)
    except Exception as e:
        why = ' '.join(traceback.format_exception_only(type(e), e)).split()
        print('FAILED\t%s\t%s' % (name, ' '.join(why)))


STEPS = [
    ('all services are alive', pings), ('clients', clients), ('roles', roles),
    ('signatures', signatures), ('credentials for other services', foreign_credentials),
    ('secrets', secret), ('tasks are created', creation),
    ('a run with artifacts of all types', run), ('artifacts are fetched', downloads),
    ('tasks end in other ways', other_ends), ('workers and their kinds', workers),
    ('the index', indexed), ('a hook', hook), ('caches are purged', purges),
    ('notifications and Pulse', notifications), ('GitHub', forge), ('machines', machines),
]
for words, test in STEPS:
    step(words, test)
step('%d different methods were answered' % len(ANSWERED), count)
