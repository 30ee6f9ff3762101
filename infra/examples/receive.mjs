// Receives Gongkai's notices by webhook: verifies each (Standard Webhooks), drops repetitions, prints it.
//   GONGKAI_WEBHOOK_SECRET=whsec_… node receive.mjs [port]
// Node 20 or newer, no dependencies. Put TLS in front of it: Gongkai sends to https addresses only.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const secret = process.env.GONGKAI_WEBHOOK_SECRET ?? '';
if (!secret.startsWith('whsec_')) {
  console.error('Set GONGKAI_WEBHOOK_SECRET to the secret that subscribing answered with.');
  process.exit(2);
}
const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
const TOLERANCE_SECONDS = 300;
const MOST_BYTES = 65_536;
const seen = new Set(); // Keep it in your database, in the transaction that acts on the notice.

function isGenuine(headers, body) {
  const id = headers['webhook-id'] ?? '';
  const second = Number(headers['webhook-timestamp']);
  if (!(Math.abs(Date.now() / 1000 - second) <= TOLERANCE_SECONDS)) return false;
  const expected = createHmac('sha256', key).update(`${id}.${second}.`).update(body).digest();
  return (headers['webhook-signature'] ?? '').split(' ').some((it) => {
    const [version, signature] = it.split(',');
    const given = Buffer.from(signature ?? '', 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}

async function read(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const server = createServer(async (request, response) => {
  const body = await read(request);
  if (request.method !== 'POST' || !body || !isGenuine(request.headers, body)) {
    response.writeHead(401).end();
    return;
  }
  const { id, data } = JSON.parse(body);
  if (!seen.has(id)) {
    seen.add(id);
    console.log(`${data.kind} ${data.unit} ${data.title}`);
  }
  response.writeHead(204).end();
});
server.listen(Number(process.argv[2] ?? 8090), '127.0.0.1', () => {
  console.log(`listening on ${server.address().port}`);
});
