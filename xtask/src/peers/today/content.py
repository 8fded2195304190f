"""Artifacts of all storage types as the methods of the queue have them, the profiles of the web server
that are made of them, and artifacts by the index."""

import datetime
import os

import requests
import taskcluster.helper
from taskcluster.exceptions import TaskclusterFailure
from tour import (
    ID, ROOT_URL, TOKEN, anybody, check, expect, expect_in, expect_members, expect_refusal, in_hours,
    method, pages, service, slug,
)
from work import WORKER, task

queue = service('Queue')
POOL = 'peers/content'
TASK, GROUP = slug(), slug()
LOG = '[taskcluster 2020-01-01T00:00:00.000Z] one\n[taskcluster 2020-01-01T00:00:02.000Z] two\n'


def visit():
    queue.createTask(TASK, task(POOL, taskGroupId=GROUP, routes=['index.peers.content']))
    claim, = queue.claimWork(POOL, dict(WORKER, tasks=1))['tasks']
    worker = service('Queue', claim['credentials'])
    creation(worker)
    deprecated_helper()
    worker.reportCompleted(TASK, 0)
    lists()
    contents()
    profiles()


def artifact_of(kind, **more):
    return dict({'storageType': kind, 'expires': in_hours(1), 'contentType': 'text/plain'}, **more)


def creation(worker):
    def create(name, **more):
        return worker.createArtifact(TASK, 0, name, artifact_of(**more))

    with method('queue.createArtifact'):
        for name in ('public/log.txt', 'public/logs/live.log', 'private/x'):
            made = create(name, kind='s3')
            expect_members(made, storageType='s3', contentType='text/plain')
            sent = requests.put(
                made['putUrl'], data=LOG.encode(), headers={'content-type': 'text/plain'})
            expect(sent.status_code, 200)
        url = ROOT_URL + '/api/queue/v1/ping'
        expect(create('public/ref', kind='reference', url=url)['storageType'], 'reference')
        expect(create('public/link', kind='link', artifact='public/log.txt')['storageType'], 'link')
        error = {'storageType': 'error', 'expires': in_hours(1), 'reason': 'too-large-file-on-worker',
                 'message': 'too much'}
        expect(worker.createArtifact(TASK, 0, 'public/error', error)['storageType'], 'error')
        expect_refusal(409, 'RequestConflict', lambda: create('public/ref', kind='s3'))
        expect_refusal(403, 'InsufficientScopes', lambda: anybody('Queue').createArtifact(
            TASK, 0, 'public/other', artifact_of('s3')))


def deprecated_helper():
    """It wants to be in a task, and sends to the queue that it is given."""
    here = {'TASK_ID': TASK, 'RUN_ID': '0', 'TASKCLUSTER_PROXY_URL': ROOT_URL}
    with check('taskcluster.helper: an artifact is uploaded'):
        os.environ.update(here)
        config = taskcluster.helper.TaskclusterConfig(ROOT_URL)
        config.auth(ID, TOKEN, max_retries=0)
        url = config.upload_artifact(
            'public/helper.txt', 'ü', 'text/plain', datetime.timedelta(minutes=9))
        expect(requests.get(url).content, 'ü'.encode())
    for name in here:
        os.environ.pop(name, None)


NAMES = [
    'private/x', 'public/error', 'public/helper.txt', 'public/link', 'public/log.txt',
    'public/logs/live.log', 'public/ref',
]


def lists():
    with method('queue.listArtifacts'):
        expect([it['name'] for it in pages(queue.listArtifacts, 'artifacts', TASK, '0')], NAMES)
    with method('queue.listLatestArtifacts'):
        found = pages(queue.listLatestArtifacts, 'artifacts', TASK)
        expect([it['name'] for it in found], NAMES)
        kinds = {it['name']: it['storageType'] for it in found}
        expect((kinds['public/link'], kinds['public/ref']), ('link', 'reference'))
    with method('queue.artifactInfo'):
        found = queue.artifactInfo(TASK, 0, 'public/log.txt')
        expect_members(found, name='public/log.txt', storageType='s3', contentType='text/plain')
    with method('queue.latestArtifactInfo'):
        expect(queue.latestArtifactInfo(TASK, 'public/ref')['storageType'], 'reference')
        expect_refusal(
            404, 'ResourceNotFound', lambda: queue.latestArtifactInfo(TASK, 'public/none'))


def redirect(answer):
    """Where a method leads to that answers by nothing but a redirect."""
    expect(answer['response'].status_code, 303)
    return answer['response'].headers['location']


def text(answer):
    """What is at the end of the redirect by which a method has answered."""
    return requests.get(answer['url']).text


def contents():
    with method('queue.artifact'):
        found = queue.artifact(TASK, 0, 'public/log.txt')
        expect((found['storageType'], text(found)), ('s3', LOG))
        expect(text(queue.artifact(TASK, 0, 'public/link')), LOG)
        expect(text(queue.artifact(TASK, 0, 'private/x')), LOG)
        expect_members(
            queue.artifact(TASK, 0, 'public/error'), storageType='error', message='too much',
            reason='too-large-file-on-worker')
        expect_refusal(
            403, 'InsufficientScopes', lambda: anybody('Queue').artifact(TASK, 0, 'private/x'))
    with method('queue.latestArtifact'):
        found = queue.latestArtifact(TASK, 'public/ref')
        expect_members(found, storageType='reference', url=ROOT_URL + '/api/queue/v1/ping')
    with method('queue.getArtifact'):
        expect(text(queue.getArtifact(TASK, 0, 'public/log.txt')), LOG)
        expect(text(queue.getArtifact(TASK, 0, 'public/link')), LOG)
        try:
            queue.getArtifact(TASK, 0, 'public/error')
        except TaskclusterFailure as e:
            wanted = {'reason': 'too-large-file-on-worker', 'message': 'too much'}
            expect((e.status_code, e.body), (424, wanted))
        else:
            raise AssertionError('it was not refused')
    with method('queue.getLatestArtifact'):
        expect(text(queue.getLatestArtifact(TASK, 'public/log.txt')), LOG)
    with method('index.findArtifactFromTask'):
        found = service('Index').findArtifactFromTask('peers.content', 'public/log.txt')
        expect(requests.get(redirect(found)).text, LOG)


def profiles():
    server = service('WebServer')
    with method('web-server.taskProfile'):
        found = server.taskProfile(TASK)
        expect_in('peers ' + TASK, found['meta']['product'])
        expect(found['threads'][0]['name'], 'Live Log')
    with method('web-server.taskGroupProfile'):
        found = server.taskGroupProfile(GROUP)
        expect_in(GROUP, found['meta']['product'])
