// SPDX-License-Identifier: GPL-3.0-or-later
/// Small files of each format, written for the tests; apart from them because moc loses its way in raw
/// strings.
#pragma once

namespace texts {

inline constexpr const char* langsmith = R"([
{"id":"0af76519-16cd-43dd-8448-eb211c80319c","trace_id":"0af76519-16cd-43dd-8448-eb211c80319c","name":"agent","run_type":"chain","start_time":"2024-10-13T07:05:37.000001","end_time":"2024-10-13T07:05:38","inputs":{"q":1},"outputs":{"a":2},"status":"success"},
{"id":"1af76519-16cd-43dd-8448-eb211c80319c","trace_id":"0af76519-16cd-43dd-8448-eb211c80319c","parent_run_id":"0af76519-16cd-43dd-8448-eb211c80319c","name":"ChatOpenAI","run_type":"llm","start_time":"2024-10-13T07:05:37.100001","end_time":"2024-10-13T07:05:37.600001","error":"boom","prompt_tokens":12,"completion_tokens":5,"total_tokens":17,"extra":{"metadata":{"ls_model_name":"m-1"}}}
])";
inline constexpr const char* langsmithIngest =
    R"({"post":[{"id":"0af76519-16cd-43dd-8448-eb211c80319c","trace_id":"0af76519-16cd-43dd-8448-eb211c80319c","dotted_order":"20241013T070537000000Z0af76519-16cd-43dd-8448-eb211c80319c","name":"agent","run_type":"chain","start_time":1728803137000}],
"patch":[{"dotted_order":"20241013T070537000000Z0af76519-16cd-43dd-8448-eb211c80319c","end_time":1728803138000,"outputs":{"a":2}}]})";
inline constexpr const char* opik =
    R"({"trace":{"id":"01940000-0000-7000-8000-000000000001","name":"chat","start_time":"2025-01-01T00:00:00Z","end_time":"2025-01-01T00:00:02Z","thread_id":"t1"},
"spans":[{"id":"01940000-0000-7000-8000-000000000002","trace_id":"01940000-0000-7000-8000-000000000001","name":"call","type":"llm","start_time":"2025-01-01T00:00:00.5Z","end_time":"2025-01-01T00:00:01Z","model":"m-1","usage":{"prompt_tokens":3,"completion_tokens":4,"total_tokens":7},"error_info":{"exception_type":"E","message":"bad","traceback":"t"}}],"project_name":"p"})";
inline constexpr const char* mlflow =
    R"({"info":{"request_id":"tr-0af7651916cd43dd8448eb211c80319c"},"data":{"spans":[
{"trace_id":"CvdlGRbNQ92ESOshHIAxnA==","span_id":"t61rcWkgMzE=","parent_span_id":null,"name":"root","start_time_unix_nano":1700000000000000000,"end_time_unix_nano":1700000000000000500,"status":{"code":"STATUS_CODE_OK"},"attributes":{"mlflow.spanType":"\"LLM\"","mlflow.spanInputs":"{\"q\":1}"}}]}})";
inline constexpr const char* phoenix =
    R"({"data":[{"id":"x","name":"ChatCompletion","context":{"trace_id":"0af7651916cd43dd8448eb211c80319c","span_id":"b7ad6b7169203331"},"span_kind":"LLM","parent_id":null,"start_time":"2024-01-01T00:00:00+00:00","end_time":"2024-01-01T00:00:01+00:00","status_code":"ERROR","status_message":"late","attributes":{"llm.model_name":"m-1","llm.token_count.prompt":9},"events":[{"name":"e","timestamp":"2024-01-01T00:00:00.5+00:00"}]}],"next_cursor":null})";
inline constexpr const char* langfuseRows =
    R"({"id":"a1","traceId":"t1","type":"SPAN","parentObservationId":null,"name":"root","startTime":"2025-01-01T00:00:00Z","endTime":"2025-01-01T00:00:02Z"}
{"id":"a2","traceId":"t1","type":"GENERATION","parentObservationId":"a1","name":"gen","startTime":"2025-01-01T00:00:00.5Z","endTime":"2025-01-01T00:00:01Z","level":"ERROR","model":"m-1","input":"{\"q\":1}"}
)";
inline constexpr const char* langfuseCsv =
    R"("id","traceId","type","parentObservationId","name","startTime","endTime","input"
"a1","t1","SPAN","","root, ""the"" first","2025-01-01T00:00:00Z","2025-01-01T00:00:02Z","{""q"":
1}"
"a2","t1","TOOL","a1","call","2025-01-01T00:00:00.5Z","2025-01-01T00:00:01Z",""
)";
inline constexpr const char* otlpFaults = R"({"resourceSpans":[{"scopeSpans":[{"spans":[
{"traceId":"","spanId":"b7ad6b7169203331","name":"no trace"},
{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"0000000000000000","name":"zero"},
{"traceId":"0AF7651916CD43DD8448EB211C80319C","spanId":"B7AD6B7169203331","name":"upper","startTimeUnixNano":1700000000000000001,"endTimeUnixNano":"1700000000000000003"},
{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"1","name":"short","parentSpanId":"b7ad6b7169203331","startTimeUnixNano":"1700000000000000002","endTimeUnixNano":"1700000000000000001"},
{"traceId":"0af7651916cd43dd8448eb211c80319c","spanId":"2","name":"late","startTimeUnixNano":"18446744073709551616"},
7]}]}]})";

} // namespace texts
