// A server that lets the reference implementation of Hawk judge every request.
//
// Arguments: the clients' tokens by ID, as JSON. The first line of the output is the server's
// ports, as JSON; it ends when its input does.
'use strict';

const Hawk = require('hawk');
const Http = require('http');

const tokens = JSON.parse(process.argv[1]);

const lookup = (id) => {
    return tokens[id] && { id, key: tokens[id], algorithm: 'sha256' };
};

const authenticate = async (request, body) => {
    const options = {};
    // As Taskcluster has it: the port that the client has used, where a proxy stands in between.
    if (request.headers['x-forwarded-port']) {
        options.port = request.headers['x-forwarded-port'];
    }
    if (/[?&]bewit=/.test(request.url)) {
        const { attributes } = await Hawk.server.authenticateBewit(request, lookup, options);
        return { id: attributes.id, ext: attributes.ext, form: 'bewit' };
    }
    if (body.length > 0) {
        options.payload = body;
    }
    const { artifacts } = await Hawk.server.authenticate(request, lookup, options);
    return {
        id: artifacts.id,
        ext: artifacts.ext,
        form: artifacts.hash ? 'header with hash' : 'header',
        host: artifacts.host,
        port: Number(artifacts.port),
    };
};

const answer = async (request, response) => {
    const chunks = [];
    for await (const chunk of request) {
        chunks.push(chunk);
    }
    let status = 200;
    let result;
    try {
        result = await authenticate(request, Buffer.concat(chunks));
        // What a server that routes like Taskcluster's makes of path and query.
        const url = new URL(request.url, 'http://unused');
        result.path = request.url.split('?')[0].split('/').map(decodeURIComponent);
        url.searchParams.delete('bewit');
        result.query = Object.fromEntries(url.searchParams);
    }
    catch (error) {
        status = error.output ? error.output.statusCode : 400;
        result = { code: 'AuthenticationFailed', message: error.message };
    }
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(request.method === 'HEAD' ? undefined : JSON.stringify(result));
};

const listen = (host) => {
    return new Promise((resolve) => {
        const server = Http.createServer(answer);
        server.on('error', () => resolve(null));
        server.listen(0, host, () => resolve(server.address().port));
    });
};

const main = async () => {
    const ports = { ipv4: await listen('127.0.0.1'), ipv6: await listen('::1') };
    console.log(JSON.stringify(ports));
    process.stdin.on('end', () => process.exit(0));
    process.stdin.resume();
};

main();
