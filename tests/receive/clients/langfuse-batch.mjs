// SPDX-License-Identifier: GPL-3.0-or-later
// Langfuse's older SDK, which sends batches. The receiver is at $ENDPOINT.
import { Langfuse } from 'langfuse';

const langfuse = new Langfuse({
  publicKey: 'pk-lf-test', secretKey: 'sk-lf-test', baseUrl: process.env.ENDPOINT, flushAt: 4,
});
const trace = langfuse.trace({
  name: 'answer', userId: 'ada', sessionId: 's-1', tags: ['a'], input: 'how many?', metadata: { plan: 'pro' },
});
const span = trace.span({ name: 'retrieve', input: { q: 'x' } });
const call = span.generation({
  name: 'call', model: 'm-1', modelParameters: { temperature: 0.5 }, input: [{ role: 'user', content: 'hi' }],
});
call.end({ output: { role: 'assistant', content: 'seven' }, usage: { promptTokens: 12, completionTokens: 3 } });
span.event({ name: 'found', level: 'WARNING' });
span.end({ output: ['a'] });
trace.update({ output: 'seven' });
trace.score({ name: 'quality', value: 0.9, comment: 'good' });
call.score({ name: 'style', value: 1 });
let failed = 0;
langfuse.on('error', () => { ++failed; });
await langfuse.shutdownAsync();
process.exit(failed);
