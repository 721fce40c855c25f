// SPDX-License-Identifier: GPL-3.0-or-later
// Vercel's AI SDK with a mock model that calls a tool once. The receiver is at $ENDPOINT.
import { generateText, registerTelemetry, isStepCount, tool } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { OpenTelemetry } from '@ai-sdk/otel';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { z } from 'zod';

const provider = new NodeTracerProvider({
  spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${process.env.ENDPOINT}/v1/traces` }))],
});
provider.register();
registerTelemetry(new OpenTelemetry());

let turn = 0;
const usage = {
  inputTokens: { total: 12, noCache: 4, cacheRead: 8, cacheWrite: 0 },
  outputTokens: { total: 3, text: 3, reasoning: 0 },
};
const model = new MockLanguageModelV4({
  modelId: 'm-1', provider: 'mock.chat',
  doGenerate: async () => (turn++ === 0
    ? { content: [{ type: 'tool-call', toolCallId: 'c1', toolName: 'count', input: '{"what":"spans"}' }],
        finishReason: { unified: 'tool-calls', raw: 'tool_calls' }, usage, warnings: [] }
    : { content: [{ type: 'text', text: 'seven' }], finishReason: { unified: 'stop', raw: 'stop' }, usage,
        warnings: [] }),
});
const result = await generateText({
  model,
  prompt: 'How many spans?',
  stopWhen: isStepCount(3),
  tools: { count: tool({ description: 'counts', inputSchema: z.object({ what: z.string() }), execute: async () => 7 }) },
  experimental_telemetry: { isEnabled: true, functionId: 'counting' },
});
if (result.text !== 'seven') process.exitCode = 3;
await provider.forceFlush();
await provider.shutdown();
