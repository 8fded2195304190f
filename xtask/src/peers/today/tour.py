"""What all rooms of the tour use: services, and how a method is judged.

What answers each method has given is noted where the client sends, so that no method is counted that
was not called, or only refused.
"""

import contextlib
import traceback

import taskcluster
import taskcluster.aio
from taskcluster.aio.asyncclient import AsyncBaseClient
from taskcluster.client import BaseClient

OPTIONS = taskcluster.optionsFromEnvironment({'maxRetries': 0})
ROOT_URL = OPTIONS['rootUrl']
ID, TOKEN = (OPTIONS['credentials'][key] for key in ('clientId', 'accessToken'))
NAMES = [
    'Auth', 'Github', 'Hooks', 'Index', 'Notify', 'Object', 'PurgeCache', 'Queue', 'Secrets',
    'WebServer', 'WorkerManager',
]
ANSWERED = set()
TOURED = set()

SEND = BaseClient._makeApiCall
SEND_ASYNC = AsyncBaseClient._makeApiCall


def send(self, entry, *args, **kwargs):
    answer = SEND(self, entry, *args, **kwargs)
    ANSWERED.add('%s.%s' % (self.serviceName, entry['name']))
    return answer


async def send_async(self, entry, *args, **kwargs):
    answer = await SEND_ASYNC(self, entry, *args, **kwargs)
    ANSWERED.add('%s.%s' % (self.serviceName, entry['name']))
    return answer


BaseClient._makeApiCall = send
AsyncBaseClient._makeApiCall = send_async


def options(credentials=None, **more):
    """Options of their own for each client: it changes those that it is given."""
    credentials = dict(credentials or {'clientId': ID, 'accessToken': TOKEN})
    return dict({'rootUrl': ROOT_URL, 'credentials': credentials, 'maxRetries': 0}, **more)


def service(name, credentials=None, **more):
    return getattr(taskcluster, name)(options(credentials, **more))


def aio(name, credentials=None, **more):
    return getattr(taskcluster.aio, name)(options(credentials, **more))


def anybody(name):
    return getattr(taskcluster, name)({'rootUrl': ROOT_URL, 'maxRetries': 0})


def slug():
    return taskcluster.slugId()


def in_hours(hours):
    return taskcluster.fromNowJSON('%d hours' % hours)


def expect(found, wanted):
    assert found == wanted, 'found %r, wanted %r' % (found, wanted)


def expect_in(wanted, found):
    assert wanted in found, '%r is not in %r' % (wanted, found)


def expect_members(found, **wanted):
    expect({name: found.get(name) for name in wanted}, wanted)


def expect_refusal(status, code, call):
    try:
        answer = call()
    except taskcluster.exceptions.TaskclusterFailure as e:
        expect((e.status_code, e.body.get('code')), (status, code))
    else:
        raise AssertionError('it was not refused: %r' % (answer,))


def pages(method, member, *args, **more):
    """All entries of a list that is read in pages of one entry."""
    found, sizes = [], []

    def take(page):
        sizes.append(len(page[member]))
        found.extend(page[member])

    if args:
        more['params'] = dict(zip(method.__self__.funcinfo[method.__name__]['args'], args))
    query = dict(more.pop('query', {}), limit=1)
    method(query=query, paginationHandler=take, **more)
    assert len(sizes) > 1 and max(sizes) == 1, 'the pages have %r entries' % sizes
    return found


@contextlib.contextmanager
def check(name, methods=()):
    """One line about what is inside. The methods are those that have to be answered there."""
    ANSWERED.clear()
    try:
        yield
        missing = sorted(set(methods) - ANSWERED)
        assert not missing, '%s was not answered' % ', '.join(missing)
    except Exception as e:
        why = ' '.join(traceback.format_exception_only(type(e), e)).split()
        line = traceback.extract_tb(e.__traceback__)[-1]
        print('FAILED\t%s\t%s (%s, line %s)' % (name, ' '.join(why), line.name, line.lineno))
    else:
        TOURED.update(methods)
        print('ok\t%s' % name)


def method(*names):
    """A check of methods, which count once it has passed."""
    return check(', '.join(names), names)
