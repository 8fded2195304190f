"""A tour of all services by the Python client 113.2: one line per check, with tabs between "ok" or
"FAILED", its name and, where it failed, why. The last lines are about how many methods were answered
as they should be, and which have not been toured.

Argument: the folder with the client. Root URL and credentials come from the environment. Nothing
is removed that no step is about: the deployment is thought to be one for tests.
"""

import sys

sys.path.insert(0, sys.argv[1])

import callers  # noqa: E402
import content  # noqa: E402
import firing  # noqa: E402
import groups  # noqa: E402
import machines  # noqa: E402
import names  # noqa: E402
import transfers  # noqa: E402
import work  # noqa: E402
from tour import NAMES, TOURED, check, expect, method, service  # noqa: E402

AT_LEAST = 100
# What only a repository at GitHub with an installation has; it is refused, which `names` checks.
ELSEWHERE = {'github.createComment', 'github.createStatus', 'github.latest'}


def operations():
    for name in NAMES:
        api = service(name)
        with method(api.serviceName + '.ping'):
            expect(api.ping()['alive'], True)
        with method(api.serviceName + '.version'):
            expect(set(api.version()), {'source', 'version', 'commit', 'build'})
        with method(api.serviceName + '.heartbeat'):
            expect(api.heartbeat(), {})
        with method(api.serviceName + '.lbheartbeat'):
            expect(api.lbheartbeat(), {})


def count():
    all_methods = {
        '%s.%s' % (api.serviceName, method)
        for api in map(service, NAMES) for method in api.funcinfo
    }
    with check('at least %d methods were answered: %d were' % (AT_LEAST, len(TOURED))):
        assert len(TOURED) >= AT_LEAST, 'that is too few'
    with check('no other method of the %d is left out than those of GitHub' % len(all_methods)):
        expect(sorted(all_methods - TOURED), sorted(ELSEWHERE))


operations()
for room in (callers, names, work, groups, content, transfers, firing, machines):
    room.visit()
count()
