"""Clients, roles and scopes; who calls, and how it is signed; credentials for other services."""

import base64
import datetime
import json
from datetime import timezone

import mohawk
import requests
import taskcluster
from tour import (
    ID, TOKEN, anybody, check, expect, expect_in, expect_members, expect_refusal, in_hours,
    method, pages, service,
)

auth = service('Auth')


def visit():
    # As deployments have it: what everybody may do.
    auth.createRole('anonymous', {'description': 'x', 'scopes': [
        'auth:current-scopes', 'auth:get-role:*', 'queue:get-artifact:public/*',
    ]})
    clients()
    roles()
    scopes()
    signatures()
    temporary_credentials()
    history()
    elsewhere()


def clients():
    name = 'peers/today'
    wanted = {'description': 'x', 'expires': in_hours(1), 'scopes': ['secrets:get:a']}
    with method('auth.createClient'):
        created = auth.createClient(name, wanted)
        expect_members(created, clientId=name, disabled=False, scopes=['secrets:get:a'])
        expect_refusal(409, 'RequestConflict', lambda: auth.createClient(
            name, dict(wanted, description='y')))
    with method('auth.updateClient'):
        updated = auth.updateClient(name, dict(wanted, scopes=['secrets:get:b']))
        expect_members(updated, clientId=name, scopes=['secrets:get:b'])
        expect_in('secrets:get:b', updated['expandedScopes'])
    itself = service('Auth', {'clientId': name, 'accessToken': created['accessToken']})
    with method('auth.disableClient'):
        expect(auth.disableClient(name)['disabled'], True)
        expect_refusal(401, 'AuthenticationFailed', itself.currentScopes)
    with method('auth.enableClient'):
        expect(auth.enableClient(name)['disabled'], False)
        expect_in('secrets:get:b', itself.currentScopes()['scopes'])
    with method('auth.resetAccessToken'):
        renewed = auth.resetAccessToken(name)['accessToken']
        assert renewed != created['accessToken'], 'the token is as it was'
        expect_refusal(401, 'AuthenticationFailed', itself.currentScopes)
    itself = service('Auth', {'clientId': name, 'accessToken': renewed})
    with method('auth.currentScopes'):
        found = itself.currentScopes()['scopes']
        expect_in('secrets:get:b', found)
        assert 'secrets:get:a' not in found, 'it has kept an old scope'
    with method('auth.client'):
        found = auth.client(name)
        expect_members(found, clientId=name, description='x', disabled=False)
        assert 'accessToken' not in found, 'the token is told'
    auth.createClient('peers/today-2', wanted)
    with method('auth.listClients'):
        listed = pages(auth.listClients, 'clients', query={'prefix': 'peers/today'})
        expect([client['clientId'] for client in listed], [name, 'peers/today-2'])
    with method('auth.deleteClient'):
        auth.deleteClient('peers/today-2')
        expect_refusal(404, 'ResourceNotFound', lambda: auth.client('peers/today-2'))


def roles():
    with method('auth.createRole'):
        role = auth.createRole('peers:*', {'description': 'x', 'scopes': ['a:b']})
        expect_members(role, roleId='peers:*', scopes=['a:b'])
    auth.createRole('peers:x', {'description': 'x', 'scopes': ['a:d']})
    with method('auth.updateRole'):
        auth.updateRole('peers:*', {'description': 'y', 'scopes': ['a:c']})
    with method('auth.role'):
        found = auth.role('peers:*')
        expect_members(found, description='y', scopes=['a:c'])
        expect_in('a:c', found['expandedScopes'])
    ours = ['peers:*', 'peers:x']
    with method('auth.listRoles'):
        expect([it['roleId'] for it in auth.listRoles() if it['roleId'] in ours], ours)
    with method('auth.listRoles2'):
        listed = [it['roleId'] for it in pages(auth.listRoles2, 'roles')]
        expect([it for it in listed if it in ours], ours)
    with method('auth.listRoleIds'):
        expect([it for it in pages(auth.listRoleIds, 'roleIds') if it in ours], ours)


def scopes():
    with method('auth.expandScopes'):
        expanded = auth.expandScopes({'scopes': ['assume:peers:x']})['scopes']
        expect(sorted(expanded), ['a:c', 'a:d', 'assume:peers:x'])
    with check('scopes: what the client grants by itself is what the server grants'):
        granted = auth.role('peers:x')['expandedScopes']
        expect(taskcluster.scopeMatch(granted, [['a:d'], ['no']]), True)
        expect(taskcluster.scopeMatch(granted, [['a:e']]), False)
    with method('auth.deleteRole'):
        auth.deleteRole('peers:x')
        expect(sorted(auth.expandScopes({'scopes': ['assume:peers:x']})['scopes']),
               ['a:c', 'assume:peers:x'])


def signatures():
    tester = service('Auth', {'clientId': 'tester', 'accessToken': 'no-secret'})
    with method('auth.testAuthenticate'):
        asked = {'clientScopes': ['a:*'], 'requiredScopes': ['a:b']}
        tried = tester.testAuthenticate(asked)
        expect((tried['clientId'], set(tried['scopes'])), ('tester', {'a:*', 'assume:anonymous'}))
        asked['requiredScopes'] = ['b:b']
        expect_refusal(403, 'InsufficientScopes', lambda: tester.testAuthenticate(asked))
    with method('auth.testAuthenticateGet'):
        expect(tester.testAuthenticateGet()['clientId'], 'tester')
    with method('auth.authenticateHawk'):
        hawk = {'id': ID, 'key': TOKEN, 'algorithm': 'sha256'}
        asked = {'method': 'get', 'host': 'example.com', 'port': 80, 'resource': '/a?b=c'}
        url = 'http://example.com/a?b=c'
        sender = mohawk.Sender(hawk, url, 'GET', content='', content_type='')
        answer = auth.authenticateHawk(dict(asked, authorization=sender.request_header))
        expect_members(answer, status='auth-success', clientId=ID, scheme='hawk')
        sender = mohawk.Sender(dict(hawk, key='x'), url, 'GET', content='', content_type='')
        answer = auth.authenticateHawk(dict(asked, authorization=sender.request_header))
        expect(answer['status'], 'auth-failed')
    with check('a signed URL is good, and one for something else is not'):
        url = auth.buildSignedUrl('client', 'peers/today')
        expect(requests.get(url).json()['clientId'], 'peers/today')
        expect(requests.get(url.replace('peers%2Ftoday', 'peers%2Fother')).status_code, 401)


def temporary(scopes, name=None):
    now = datetime.datetime.now(timezone.utc)
    later = now + datetime.timedelta(minutes=10)
    made = taskcluster.createTemporaryCredentials(ID, TOKEN, now, later, scopes, name=name)
    return {key: it.decode() if isinstance(it, bytes) else it for key, it in made.items()}


def temporary_credentials():
    for kind, name in (('unnamed', None), ('named', 'peers/temporary')):
        made = temporary(['auth:list-*', 'a:b'], name)
        with check('%s temporary credentials have their scopes and no others' % kind):
            api = service('Auth', made)
            found = api.currentScopes()['scopes']
            expect_in('a:b', found)
            wanted = {'description': 'x', 'expires': in_hours(1), 'scopes': []}
            expect_refusal(
                403, 'InsufficientScopes', lambda: api.createClient('peers/no', wanted))
        with check('%s temporary credentials sign URLs' % kind):
            answer = requests.get(service('Auth', made).buildSignedUrl('currentScopes')).json()
            expect_in('a:b', answer['scopes'])
        with check('authorizedScopes narrow %s temporary credentials' % kind):
            narrow = service('Auth', made, authorizedScopes=['a:b'])
            found = narrow.currentScopes()['scopes']
            expect_in('a:b', found)
            assert 'auth:list-*' not in found, 'it has what was not authorized'
    with check('temporary credentials with a wrong signature are refused'):
        made = temporary(['a:b'])
        certificate = json.loads(made['certificate'])
        made['certificate'] = json.dumps(dict(certificate, scopes=['*']))
        expect_refusal(401, 'AuthenticationFailed', service('Auth', made).currentScopes)
    with check('without credentials, scopes are those of the role anonymous'):
        role = anybody('Auth').role('anonymous')['expandedScopes']
        expect_in('queue:get-artifact:public/*', role)
        expect(sorted(anybody('Auth').currentScopes()['scopes']), sorted(role))


def history():
    with method('auth.getEntityHistory'):
        found = pages(auth.getEntityHistory, 'auditHistory', 'role', 'peers:*')
        expect(sorted(it['actionType'] for it in found), ['created', 'updated'])
        expect({(it['entityType'], it['entityId']) for it in found}, {('role', 'peers:*')})
    with method('auth.listAuditHistory'):
        done = pages(auth.listAuditHistory, 'auditHistory', ID)
        expect({it['clientId'] for it in done}, {ID})
        expect_in(('role', 'peers:*'), {(it['entityType'], it['entityId']) for it in done})
        # This one has changed nothing.
        expect(auth.listAuditHistory('peers/today')['auditHistory'], [])


def claims(token):
    body = token.split('.')[1]
    return json.loads(base64.urlsafe_b64decode(body + '=' * (-len(body) % 4)))


def elsewhere():
    with method('auth.awsS3Credentials'):
        found = auth.awsS3Credentials('read-only', 'peers', 'tour/')['credentials']
        expect(set(found), {'accessKeyId', 'secretAccessKey', 'sessionToken'})
        found = auth.awsS3Credentials(
            params={'level': 'read-write', 'bucket': 'peers', 'prefix': 'tour/'},
            query={'format': 'iam-role-compat'})
        expect_members(found, Code='Success', Type='AWS-HMAC')
    with method('auth.gcpCredentials'):
        found = auth.gcpCredentials('peers', 'a@example.com')
        assert found['accessToken'] and found['expireTime'] > in_hours(0), '%r' % found
    with method('auth.githubRepoToken'):
        asked = {'repositories': ['tour'], 'permissions': {'contents': 'read'}}
        assert auth.githubRepoToken('app', 'peers', asked)['token'], 'there is no token'
        few = service('Auth', temporary(['auth:github-token:app:peers:other:*']))
        expect_refusal(
            403, 'InsufficientScopes', lambda: few.githubRepoToken('app', 'peers', asked))
    with method('auth.sentryDSN'):
        found = auth.sentryDSN('peers')
        expect(found['project'], 'peers')
        assert found['dsn']['secret'].startswith('https://'), '%r' % found
    with method('auth.websocktunnelToken'):
        found = auth.websocktunnelToken('peers', 'tour')
        expect_members(found, wstAudience='peers', wstClient='tour')
        expect_members(claims(found['token']), tid='tour', aud='peers', sub=ID)
