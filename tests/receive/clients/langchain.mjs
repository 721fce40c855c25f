// SPDX-License-Identifier: GPL-3.0-or-later
// LangChain, watched by Langfuse's callback handler, with a model that is none. The receiver is at $ENDPOINT.
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { FakeListChatModel } from '@langchain/core/utils/testing';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { LangfuseSpanProcessor } from '@langfuse/otel';
import { CallbackHandler } from '@langfuse/langchain';

const provider = new NodeTracerProvider({
  spanProcessors: [new LangfuseSpanProcessor({
    publicKey: 'pk-lf-test', secretKey: 'sk-lf-test', baseUrl: process.env.ENDPOINT,
  })],
});
provider.register();
const model = new FakeListChatModel({ responses: ['seven'] });
const chain = ChatPromptTemplate.fromTemplate('How many {things}?').pipe(model).pipe(new StringOutputParser());
const handler = new CallbackHandler({ sessionId: 's-1', userId: 'ada', tags: ['a'] });
const answer = await chain.invoke({ things: 'spans' }, { callbacks: [handler], runName: 'counting' });
if (answer !== 'seven') process.exitCode = 3;
await provider.forceFlush();
await provider.shutdown();
