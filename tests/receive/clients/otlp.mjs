// SPDX-License-Identifier: GPL-3.0-or-later
// The official OTLP exporters: node otlp.mjs http|proto none|gzip. The receiver is at $ENDPOINT.
import { context, trace, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { OTLPTraceExporter as Http } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as Proto } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

const [kind, compression] = process.argv.slice(2);
const Exporter = kind === 'proto' ? Proto : Http;
const exporter = new Exporter({ url: `${process.env.ENDPOINT}/v1/traces`, compression });
const provider = new NodeTracerProvider({
  resource: resourceFromAttributes({ 'service.name': 'shop', 'service.version': '1.2.3' }),
  spanProcessors: [new BatchSpanProcessor(exporter)],
});
provider.register();
const tracer = trace.getTracer('tester', '0.9');

const start = [1700000000, 1]; // seconds, nanoseconds
const root = tracer.startSpan('answer', { startTime: start, attributes: { 'session.id': 's-1' } });
const inRoot = trace.setSpan(context.active(), root);
const call = tracer.startSpan('chat m-1', {
  kind: SpanKind.CLIENT,
  startTime: [1700000000, 1000],
  attributes: {
    'gen_ai.operation.name': 'chat',
    'gen_ai.request.model': 'm-1',
    'gen_ai.usage.input_tokens': 12,
    'gen_ai.request.temperature': 0.25,
    'gen_ai.request.stream': true,
    'gen_ai.response.finish_reasons': ['stop', 'length'],
    'big': 9007199254740991,
    'text': 'Gr\u00fc\u00dfe \u4e16\u754c \u{1F600} "quoted" \n',
  },
}, inRoot);
call.addEvent('first token', { index: 0 }, [1700000000, 5000]);
call.setStatus({ code: SpanStatusCode.ERROR, message: 'it broke' });
const error = new TypeError('no such tool');
error.stack = 'TypeError: no such tool\n    at find (tools.mjs:3:7)'; // a recording names no one's directories
call.recordException(error, [1700000000, 6000]);
call.end([1700000000, 250000000]);
for (let i = 0; i < 200; ++i)
  tracer.startSpan(`step ${i}`, { startTime: start }, inRoot).end([1700000000, 2000 + i]);
root.end([1700000001, 2]);
await provider.forceFlush();
await provider.shutdown();
