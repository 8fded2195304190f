"""What is kept under a name: secrets, the index, the denylist and notifications, requests to purge
caches, builds of repositories."""

import asyncio

import taskcluster.aio
import taskcluster.helper
from tour import (
    ID, ROOT_URL, TOKEN, check, expect, expect_members, expect_refusal, in_hours, method, options,
    pages, service, slug,
)

secrets, index, notify, purge_cache, github = map(
    service, ['Secrets', 'Index', 'Notify', 'PurgeCache', 'Github'])
TASK, OTHER = slug(), slug()


def visit():
    secret()
    helper()
    asyncio.run(asynchronous())
    indexed()
    notifications()
    caches()
    repositories()


def secret():
    names = ['peers/%s' % name for name in ('a', 'b +%2F', 'ü/c')]
    with method('secrets.set'):
        for name in names:
            expect(secrets.set(name, {'secret': {'of': name}, 'expires': in_hours(1)}), {})
    with method('secrets.get'):
        for name in names:
            expect(secrets.get(name)['secret'], {'of': name})
        expect_refusal(404, 'ResourceNotFound', lambda: secrets.get('peers/none'))
    with method('secrets.list'):
        expect([it for it in pages(secrets.list, 'secrets') if it.startswith('peers/')], names)
    with method('secrets.remove'):
        secrets.remove(names[0])
        expect_refusal(404, 'ResourceNotFound', lambda: secrets.get(names[0]))


def helper():
    """What programs of many teams begin with."""
    content = {'common': {'A': 1}, 'mine': {'B': 2}}
    secrets.set('peers/config', {'secret': content, 'expires': in_hours(1)})
    config = taskcluster.helper.TaskclusterConfig(ROOT_URL)
    config.auth(ID, TOKEN, max_retries=0)
    with check('taskcluster.helper: secrets by prefix, and one that is missing'):
        found = config.load_secrets('peers/config', ['common', 'mine'], ['B'], {'C': 3})
        expect(found, {'A': 1, 'B': 2, 'C': 3})
        try:
            config.load_secrets('peers/config', ['common'], ['B'])
        except Exception as e:
            expect(str(e), 'Missing value B in secrets.')
        else:
            raise AssertionError('it does not miss B')
    with check('taskcluster.helper: services of both kinds'):
        expect(config.get_service('secrets').get('peers/config')['secret'], content)
        kind = type(config.get_service('queue', use_async=True))
        expect(kind, taskcluster.aio.Queue)


async def asynchronous():
    async with taskcluster.aio.createSession() as session:
        own = taskcluster.aio.Secrets(options(), session=session)
        with check('the asynchronous client: a secret, pages and a refusal'):
            await own.set('peers/async', {'secret': {'a': 'ü'}, 'expires': in_hours(1)})
            expect((await own.get('peers/async'))['secret'], {'a': 'ü'})
            found = []
            await own.list(
                query={'limit': 1}, paginationHandler=lambda page: found.append(page['secrets']))
            expect(sum(found, []), secrets.list()['secrets'])
            expect({len(page) for page in found}, {1})
            try:
                await own.get('peers/none')
            except taskcluster.exceptions.TaskclusterRestFailure as e:
                expect((e.status_code, e.body['code']), (404, 'ResourceNotFound'))
            else:
                raise AssertionError('it was not refused')


def indexed():
    def entry(task, rank):
        return {'taskId': task, 'rank': rank, 'data': {'a': 1}, 'expires': in_hours(1)}

    with method('index.insertTask'):
        made = index.insertTask('peers.today.one', entry(TASK, 2))
        expect_members(made, namespace='peers.today.one', taskId=TASK, rank=2, data={'a': 1})
        index.insertTask('peers.today.one', entry(OTHER, 1))
        index.insertTask('peers.today.two', entry(OTHER, 1))
        index.insertTask('peers.other.one', entry(OTHER, 1))
    with method('index.findTask'):
        expect_members(index.findTask('peers.today.one'), taskId=TASK, rank=2)
        expect_refusal(404, 'ResourceNotFound', lambda: index.findTask('peers.none'))
    both = ['peers.today.one', 'peers.today.two']
    with method('index.listTasks'):
        found = pages(index.listTasks, 'tasks', 'peers.today')
        expect([it['namespace'] for it in found], both)
    with method('index.listNamespaces'):
        found = pages(index.listNamespaces, 'namespaces', 'peers')
        expect([it['name'] for it in found], ['other', 'today'])
    with method('index.findTasksAtIndex'):
        asked = {'indexes': both + ['peers.none']}
        found = index.findTasksAtIndex(asked)['tasks']
        expect({it['namespace']: it['taskId'] for it in found}, dict(zip(both, [TASK, OTHER])))
    with method('index.deleteTask'):
        index.deleteTask('peers.today.two')
        expect_refusal(404, 'ResourceNotFound', lambda: index.findTask('peers.today.two'))
        expect(len(index.listTasks('peers.today')['tasks']), 1)


def accepted(answer):
    """Some methods answer by a word that is not JSON."""
    found = answer['response']
    expect((found.status_code, found.text), (200, 'OK'))


def notifications():
    with method('notify.email'):
        accepted(notify.email({'address': 'a@example.com', 'subject': 's', 'content': 'c'}))
    with method('notify.matrix'):
        accepted(notify.matrix({'roomId': '!a:example.com', 'body': 'b'}))
    with method('notify.slack'):
        expect(notify.slack({'channelId': 'C1', 'text': 't'}), None)
    with method('notify.pulse'):
        accepted(notify.pulse({'routingKey': 'peers.today', 'message': {'a': 1}}))
    addresses = [
        {'notificationType': 'email', 'notificationAddress': '%s@example.com' % name}
        for name in ('refused', 'unwanted')
    ]
    with method('notify.addDenylistAddress'):
        for address in addresses:
            notify.addDenylistAddress(address)
        mail = {'address': 'refused@example.com', 'subject': 's', 'content': 'c'}
        expect_refusal(400, 'DenylistedAddress', lambda: notify.email(mail))
    with method('notify.listDenylist'):
        expect(pages(notify.listDenylist, 'addresses'), addresses)
    with method('notify.deleteDenylistAddress'):
        notify.deleteDenylistAddress(addresses[0])
        expect(notify.listDenylist()['addresses'], addresses[1:])
        accepted(notify.email(mail))


def caches():
    with method('purge-cache.purgeCache'):
        for name in ('one', 'two'):
            purge_cache.purgeCache('peers/today', {'cacheName': name})
        purge_cache.purgeCache('peers/other', {'cacheName': 'three'})
    with method('purge-cache.purgeRequests'):
        found = purge_cache.purgeRequests('peers/today')['requests']
        expect([it['cacheName'] for it in found], ['one', 'two'])
        expect({(it['provisionerId'], it['workerType']) for it in found}, {('peers', 'today')})
        since = {'params': {'workerPoolId': 'peers/today'}, 'query': {'since': in_hours(1)}}
        expect(purge_cache.purgeRequests(**since)['requests'], [])
    with method('purge-cache.allPurgeRequests'):
        found = pages(purge_cache.allPurgeRequests, 'requests')
        expect(sorted(it['cacheName'] for it in found), ['one', 'three', 'two'])


def repositories():
    with method('github.builds'):
        expect(github.builds(query={'organization': 'peers'})['builds'], [])
    with method('github.cancelBuilds'):
        expect(github.cancelBuilds('peers', 'tour')['builds'], [])
    with method('github.repository'):
        expect(github.repository('peers', 'tour'), {'installed': False})
    with method('github.badge'):
        image = github.badge('peers', 'tour', 'main')['response']
        expect(image.headers['content-type'].split(';')[0], 'image/svg+xml')
        assert image.text.startswith('<svg'), image.text[:80]
    with method('github.renderTaskclusterYml'):
        asked = {'body': 'version: 1\ntasks: [{extra: "${tasks_for}"}]', 'fakeEvent': {'type': 'github-push'}}
        made = github.renderTaskclusterYml(asked)
        expect([it['task']['extra'] for it in made['tasks']], ['github-push'])
        expect(made['scopes'][0], 'assume:repo:github.com/taskcluster/testing:branch:main')
        wrong = dict(asked, body='tasks: [')
        expect_refusal(400, 'InputError', lambda: github.renderTaskclusterYml(wrong))
    with check('GitHub: what needs an installation is refused where there is none'):
        status = {'state': 'success'}
        for call in (
            lambda: github.createStatus('peers', 'tour', '0' * 40, status),
            lambda: github.createComment('peers', 'tour', 7, {'body': 'x'}),
            lambda: github.latest('peers', 'tour', 'main'),
        ):
            expect_refusal(404, 'ResourceNotFound', call)
