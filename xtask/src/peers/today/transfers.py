"""Objects, and what the client has to upload and download them and artifacts, of both colours."""

import asyncio
import hashlib
import io

import requests
import taskcluster.aio
import taskcluster.aio.download
import taskcluster.aio.upload
import taskcluster.download
import taskcluster.upload
from taskcluster.exceptions import TaskclusterArtifactError
from tour import (
    aio, check, expect, expect_members, expect_refusal, in_hours, method, service, slug,
)
from work import WORKER, task

store, queue = service('Object'), service('Queue')
# What fits into a call, and what does not.
SMALL, LARGE = b'small \xc3\xbc', bytes(range(256)) * 800
KIND = 'application/x-tour'


def visit():
    methods()
    for size, data in (('inline', SMALL), ('by URL', LARGE), ('empty', b'')):
        synchronous(size, data)
        asyncio.run(asynchronous(size, data))
    artifacts()


def hashes(data):
    return {name: hashlib.new(name, data).hexdigest() for name in ('sha256', 'sha512')}


def methods():
    name, upload_id = 'peers/today/methods', slug()
    asked = {
        'projectId': 'peers', 'uploadId': upload_id, 'expires': in_hours(1),
        'proposedUploadMethods': {'putUrl': {'contentType': KIND, 'contentLength': len(LARGE)}},
    }
    with method('object.createUpload'):
        made = store.createUpload(name, asked)
        expect_members(made, projectId='peers', uploadId=upload_id)
        place = made['uploadMethod']['putUrl']
        sent = requests.put(place['url'], data=LARGE, headers=place['headers'])
        expect(sent.status_code, 200)
    finish = {'projectId': 'peers', 'uploadId': upload_id, 'hashes': hashes(LARGE)}
    with method('object.finishUpload'):
        expect_refusal(404, 'ResourceNotFound', lambda: store.startDownload(
            name, {'acceptDownloadMethods': {'simple': True}}))
        store.finishUpload(name, finish)
        changed = dict(finish, hashes=hashes(SMALL))
        expect_refusal(409, 'RequestConflict', lambda: store.finishUpload(name, changed))
    with method('object.object'):
        found = store.object(name)
        expect_members(found, projectId='peers', hashes=hashes(LARGE))
    with method('object.startDownload'):
        found = store.startDownload(name, {'acceptDownloadMethods': {'getUrl': True}})
        expect_members(found, method='getUrl', hashes=hashes(LARGE))
        expect(requests.get(found['url']).content, LARGE)
        found = store.startDownload(name, {'acceptDownloadMethods': {'simple': True}})
        expect(found['method'], 'simple')
        expect(requests.get(found['url']).content, LARGE)
    with method('object.download'):
        answer = store.download(name)['response']
        expect(answer.status_code, 303)
        expect(requests.get(answer.headers['location']).content, LARGE)


def about(name, data, **more):
    return dict(
        projectId='peers', name=name, contentType=KIND, contentLength=len(data),
        expires=in_hours(1), maxRetries=0, **more)


def synchronous(size, data):
    name = 'peers/today/' + size
    with check('uploadFromBuf and downloadToBuf: ' + size):
        taskcluster.upload.uploadFromBuf(data=data, objectService=store, **about(name, data))
        found, kind = taskcluster.download.downloadToBuf(
            name=name, maxRetries=0, objectService=store)
        expect((bytes(found), kind), (data, KIND))
        expect(store.object(name)['hashes'], hashes(data))
    with check('uploadFromFile and downloadToFile: ' + size):
        name += ' file'
        taskcluster.upload.uploadFromFile(
            file=io.BytesIO(data), objectService=store, **about(name, data))
        file = io.BytesIO(b'what was there before')
        kind = taskcluster.download.downloadToFile(
            file=file, name=name, maxRetries=0, objectService=store)
        expect((file.getvalue(), kind), (data, KIND))


async def asynchronous(size, data):
    name = 'peers/today/asynchronous ' + size
    async with taskcluster.aio.createSession() as session:
        objects = taskcluster.aio.Object(aio('Object').options, session=session)
        with check('asynchronous uploads and downloads: ' + size):
            await taskcluster.aio.upload.uploadFromBuf(
                data=data, objectService=objects, **about(name, data))
            found, kind = await taskcluster.aio.download.downloadToBuf(
                name=name, maxRetries=0, objectService=objects)
            expect((bytes(found), kind), (data, KIND))
            file = io.BytesIO()
            await taskcluster.aio.download.downloadToFile(
                file, name=name, maxRetries=0, objectService=objects)
            expect(file.getvalue(), data)


def artifacts():
    name = slug()
    queue.createTask(name, task('peers/transfers'))
    queue.claimTask(name, 0, WORKER)
    with method('queue.finishArtifact'):
        made = queue.createArtifact(name, 0, 'public/object', {
            'storageType': 'object', 'expires': in_hours(1), 'contentType': KIND,
        })
        uploader = service('Object', made['credentials'])
        place = about(made['name'], LARGE)
        place.update(projectId=made['projectId'], expires=made['expires'])
        taskcluster.upload.uploadFromBuf(
            data=LARGE, objectService=uploader, uploadId=made['uploadId'], **place)
        queue.finishArtifact(name, 0, 'public/object', {'uploadId': made['uploadId']})
    made = queue.createArtifact(name, 0, 'public/s3', {
        'storageType': 's3', 'expires': in_hours(1), 'contentType': KIND,
    })
    requests.put(made['putUrl'], data=SMALL, headers={'content-type': KIND})
    queue.createArtifact(name, 0, 'public/error', {
        'storageType': 'error', 'expires': in_hours(1), 'reason': 'file-missing-on-worker',
        'message': 'not there',
    })
    for kind, data in (('object', LARGE), ('s3', SMALL)):
        asked = {'taskId': name, 'name': 'public/' + kind, 'maxRetries': 0}
        with check('downloadArtifactToBuf and …ToFile: ' + kind):
            found, what = taskcluster.download.downloadArtifactToBuf(queueService=queue, **asked)
            expect((bytes(found), what), (data, KIND))
            file = io.BytesIO()
            taskcluster.download.downloadArtifactToFile(
                file=file, runId=0, queueService=queue, **asked)
            expect(file.getvalue(), data)
        with check('asynchronous downloadArtifactToBuf: ' + kind):
            found, what = asyncio.run(taskcluster.aio.download.downloadArtifactToBuf(
                queueService=aio('Queue'), **asked))
            expect((bytes(found), what), (data, KIND))
    with check('an artifact that is an error is downloaded as one'):
        try:
            taskcluster.download.downloadArtifactToBuf(
                taskId=name, name='public/error', maxRetries=0, queueService=queue)
        except TaskclusterArtifactError as e:
            expect((str(e), e.reason), ('not there', 'file-missing-on-worker'))
        else:
            raise AssertionError('it was downloaded')
