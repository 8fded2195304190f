"""The Python client 6.0.0 against a server: one line per check, with tabs between "ok" or "FAILED",
its name and, where it failed, why.

Arguments: the folder with the client, and the names for secrets as JSON. Root URL and credentials
come from the environment.
"""

import base64
import datetime
import json
import sys
import traceback

sys.path.insert(0, sys.argv[1])
# Today's Python has it no more, and this client is older.
base64.encodestring = base64.encodebytes

import requests  # noqa: E402
import taskcluster  # noqa: E402
import taskcluster.client  # noqa: E402

OPTIONS = taskcluster.optionsFromEnvironment({'maxRetries': 0})
ROOT_URL = OPTIONS['rootUrl']
ID, TOKEN = (OPTIONS['credentials'][key] for key in ('clientId', 'accessToken'))
NAMES = json.loads(sys.argv[2])
NAMED = 'peers/python-temporary'


def options(credentials, **more):
    """Options of their own for each client: it changes those that it is given."""
    return dict({'rootUrl': ROOT_URL, 'credentials': dict(credentials), 'maxRetries': 0}, **more)


def permanent():
    return {'clientId': ID, 'accessToken': TOKEN}


def temporary(scopes, name=None):
    now = datetime.datetime.utcnow()
    later = now + datetime.timedelta(minutes=10)
    made = taskcluster.client.createTemporaryCredentials(ID, TOKEN, now, later, scopes, name=name)
    return {
        key: value.decode() if isinstance(value, bytes) else value for key, value in made.items()
    }


def in_hours(hours):
    return taskcluster.fromNowJSON('%d hours' % hours)


def secret(name):
    return {'secret': {'name': name}, 'expires': in_hours(1)}


def expect(found, wanted):
    assert found == wanted, 'found %r, wanted %r' % (found, wanted)


def expect_refusal(status, call):
    try:
        call()
    except taskcluster.exceptions.TaskclusterRestFailure as e:
        expect(e.status_code, status)
    except taskcluster.exceptions.TaskclusterAuthFailure as e:
        expect(e.status_code, status)
    else:
        raise AssertionError('it was not refused')


def check(name, test):
    try:
        test()
        print('ok\t%s' % name)
    except Exception:
        why = traceback.format_exc().strip().splitlines()[-1]
        print('FAILED\t%s\t%s' % (name, why))


CALLERS = [
    ('permanent credentials', ID, permanent),
    ('unnamed temporary credentials', ID, lambda: temporary(['secrets:*'])),
    ('named temporary credentials', NAMED, lambda: temporary(['secrets:*'], NAMED)),
]


def header(credentials):
    api = taskcluster.Secrets(options(credentials()))
    api.set('peers/python', secret('peers/python'))
    expect(api.get('peers/python')['secret'], {'name': 'peers/python'})


def query_string(credentials):
    """A server that looks at a signature does so before it looks at the query, which this method
    does not take. Lists are open to anybody, and prove nothing.
    """
    api = taskcluster.Secrets(options(credentials()))
    request = {'params': {'name': 'peers/python'}, 'query': {'peers': 'a b+/%2F'}}
    expect_refusal(400, lambda: api.get(**request))
    expect(requests.get(api.buildSignedUrl('get', **request)).status_code, 400)


def pages(credentials):
    api = taskcluster.Secrets(options(credentials()))
    for name in ('peers/a', 'peers/b', 'peers/c'):
        api.set(name, secret(name))
    found = []
    api.list(query={'limit': 1}, paginationHandler=lambda page: found.extend(page['secrets']))
    missing = {'peers/a', 'peers/b', 'peers/c'} - set(found)
    assert not missing, '%r are missing' % missing


def signed_url(credentials):
    api = taskcluster.Secrets(options(credentials()))
    api.set('peers/a b+%2F', secret('peers/a b+%2F'))
    answer = requests.get(api.buildSignedUrl('get', 'peers/a b+%2F'))
    expect(answer.status_code, 200)
    expect(answer.json()['secret'], {'name': 'peers/a b+%2F'})


def authorized_scopes(credentials):
    scopes = ['secrets:get:peers/python', 'secrets:set:peers/python']
    api = taskcluster.Secrets(options(credentials(), authorizedScopes=scopes))
    api.set('peers/python', secret('peers/python'))
    expect_refusal(403, lambda: api.set('peers/other', secret('peers/other')))
    expect(requests.get(api.buildSignedUrl('get', 'peers/python')).status_code, 200)
    expect(requests.get(api.buildSignedUrl('get', 'peers/other')).status_code, 403)


def odd_name(name):
    api = taskcluster.Secrets(options(permanent()))
    name = 'peers/python/' + name
    api.set(name, secret(name))
    expect(api.get(name)['secret'], {'name': name})
    assert name in api.list()['secrets'], 'it is not listed'


def wrong_token():
    wrong = {'clientId': ID, 'accessToken': 'x' * 44}
    expect_refusal(401, lambda: taskcluster.Secrets(options(wrong)).get('peers/python'))


def too_few_scopes():
    api = taskcluster.Secrets(options(temporary(['secrets:get:peers/other'])))
    expect_refusal(403, lambda: api.get('peers/python'))


def life_of_a_task():
    queue = taskcluster.Queue(options(permanent()))
    task_id = taskcluster.slugId().decode()
    queue.createTask(task_id, {
        'provisionerId': 'peers', 'workerType': 'python', 'payload': {},
        'created': in_hours(0), 'deadline': in_hours(1),
        'metadata': {
            'name': 'peers', 'description': 'x', 'owner': 'peers@example.com',
            'source': 'https://example.com/',
        },
    })
    worker = {'workerGroup': 'peers', 'workerId': 'python', 'tasks': 1}
    claim, = queue.claimWork('peers', 'python', worker)['tasks']
    expect(claim['status']['taskId'], task_id)
    as_task = taskcluster.Queue(options(claim['credentials']))
    artifact = {
        'storageType': 'reference', 'expires': in_hours(1), 'contentType': 'text/plain',
        'url': 'https://example.com/log',
    }
    as_task.createArtifact(task_id, claim['runId'], 'public/log', artifact)
    status = as_task.reportCompleted(task_id, claim['runId'])
    expect(status['status']['state'], 'completed')


def main():
    for kind, client_id, credentials in CALLERS:
        api = taskcluster.Auth(options(credentials()))
        check('%s: in a header' % kind, lambda: header(credentials))
        check('%s: with a query string' % kind, lambda: query_string(credentials))
        check('%s: pages' % kind, lambda: pages(credentials))
        check('%s: in a signed URL' % kind, lambda: signed_url(credentials))
        check('%s: authorizedScopes' % kind, lambda: authorized_scopes(credentials))
        check('%s: currentScopes' % kind, api.currentScopes)
    for name in NAMES:
        check('the secret `%s` as it was given' % name, lambda: odd_name(name))
    check('a wrong access token is refused', wrong_token)
    check('too few scopes are refused', too_few_scopes)
    check('a task from creation to completion', life_of_a_task)


main()
