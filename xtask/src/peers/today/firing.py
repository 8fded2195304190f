"""Hooks, from creation over all ways to fire them to removal."""

from tour import anybody, expect, expect_members, expect_refusal, method, pages, service
from work import task

hooks, queue, auth = service('Hooks'), service('Queue'), service('Auth')
NAME = ('peers', 'today/one')


def visit():
    auth.createRole('hook-id:peers/*', {'description': 'x', 'scopes': ['queue:*']})
    definitions()
    fires()
    with method('hooks.removeHook'):
        hooks.removeHook(*NAME)
        expect_refusal(404, 'ResourceNotFound', lambda: hooks.hook(*NAME))
        expect([it['hookId'] for it in hooks.listHooks('peers')['hooks']], ['today/two'])


def definition(**more):
    template = task('peers/hooks', payload={'who': {'$eval': 'payload.who'}})
    del template['taskGroupId']
    template.update(created={'$fromNow': ''}, deadline={'$fromNow': '1 hour'})
    return dict({
        'metadata': {'name': 'tour', 'description': 'x', 'owner': 'peers@example.com'},
        'task': template,
        'triggerSchema': {
            'type': 'object', 'properties': {'who': {'type': 'string'}}, 'required': ['who'],
            'additionalProperties': False,
        },
    }, **more)


def definitions():
    with method('hooks.createHook'):
        made = hooks.createHook(*NAME, definition(schedule=['0 0 3 * * *']))
        expect_members(made, hookGroupId='peers', hookId='today/one', schedule=['0 0 3 * * *'])
        wrong = definition(schedule=['not a schedule'])
        expect_refusal(400, 'InputError', lambda: hooks.createHook('peers', 'wrong', wrong))
        hooks.createHook('peers', 'today/two', definition())
    with method('hooks.updateHook'):
        changed = definition(schedule=[])
        changed['metadata']['description'] = 'y'
        expect(hooks.updateHook(*NAME, changed)['metadata']['description'], 'y')
    with method('hooks.hook'):
        found = hooks.hook(*NAME)
        expect((found['metadata']['description'], found['schedule']), ('y', []))
        expect(found['task'], changed['task'])
    with method('hooks.listHookGroups'):
        expect(hooks.listHookGroups()['groups'], ['peers'])
    with method('hooks.listHooks'):
        found = hooks.listHooks('peers')['hooks']
        expect([it['hookId'] for it in found], ['today/one', 'today/two'])


def fires():
    with method('hooks.triggerHook'):
        fired = hooks.triggerHook(*NAME, {'who': 'me'})['status']
        made = queue.task(fired['taskId'])
        expect((made['payload'], made['taskQueueId']), ({'who': 'me'}, 'peers/hooks'))
        assert made['deadline'] > made['created'], 'the dates are not rendered'
        expect_refusal(400, 'InputError', lambda: hooks.triggerHook(*NAME, {'what': 1}))
    with method('hooks.getTriggerToken'):
        token = hooks.getTriggerToken(*NAME)['token']
        expect(hooks.getTriggerToken(*NAME)['token'], token)
    with method('hooks.resetTriggerToken'):
        renewed = hooks.resetTriggerToken(*NAME)['token']
        assert renewed != token, 'the token is as it was'
    with method('hooks.triggerHookWithToken'):
        stranger, who = anybody('Hooks'), {'who': 'stranger'}
        expect_refusal(
            401, 'AuthenticationFailed', lambda: stranger.triggerHookWithToken(*NAME, token, who))
        last = stranger.triggerHookWithToken(*NAME, renewed, who)['status']
        expect(queue.task(last['taskId'])['payload'], who)
    with method('hooks.getHookStatus'):
        found = hooks.getHookStatus(*NAME)['lastFire']
        expect_members(found, result='success', taskId=last['taskId'])
    with method('hooks.listLastFires'):
        found = pages(hooks.listLastFires, 'lastFires', *NAME)
        by = {it['taskId']: (it['firedBy'], it['taskState']) for it in found}
        expect(by[fired['taskId']], ('triggerHook', 'pending'))
        expect(by[last['taskId']], ('triggerHookWithToken', 'pending'))
