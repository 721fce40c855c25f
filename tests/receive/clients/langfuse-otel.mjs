// SPDX-License-Identifier: GPL-3.0-or-later
// Langfuse's current SDK, which speaks OTLP. The receiver is at $ENDPOINT.
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { LangfuseSpanProcessor } from '@langfuse/otel';
import { propagateAttributes, startObservation } from '@langfuse/tracing';

const provider = new NodeTracerProvider({
  spanProcessors: [new LangfuseSpanProcessor({
    publicKey: 'pk-lf-test', secretKey: 'sk-lf-test', baseUrl: process.env.ENDPOINT, environment: 'test',
  })],
});
provider.register();

await propagateAttributes({ userId: 'ada', sessionId: 's-1', tags: ['a', 'b'] }, async () => {
  const agent = startObservation('agent', { input: { question: 'how many?' } }, { asType: 'agent' });
  const call = agent.startObservation('call', {
    model: 'm-1', input: [{ role: 'user', content: 'hi' }], usageDetails: { input: 12, output: 3 },
    costDetails: { total: 0.045 },
  }, { asType: 'generation' });
  call.update({ output: { role: 'assistant', content: 'seven' } });
  call.end();
  const tool = agent.startObservation('search', { input: { q: 'x' } }, { asType: 'tool' });
  tool.update({ level: 'ERROR', statusMessage: 'not found' });
  tool.end();
  agent.update({ output: 'seven' });
  agent.end();
});
await provider.forceFlush();
await provider.shutdown();
