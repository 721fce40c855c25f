// SPDX-License-Identifier: GPL-3.0-or-later
/// The C interface from Python's ctypes, and the callback adapter.
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <random>
#include <thread>

#include <spanglass/callbacks.h>
#include <spanglass/service.h>

#include "../journal/collected.h"

using namespace spanglass;

namespace {

const char* const program = R"(
import ctypes, sys
lib = ctypes.CDLL(sys.argv[1])
for name in ("spanglass_trace", "spanglass_span_current", "spanglass_span_under", "spanglass_span_remote"):
    getattr(lib, name).restype = ctypes.c_void_p
def pointer(f):
    return ctypes.c_void_p(f)
root = pointer(lib.spanglass_trace(b"python", 1))
a = pointer(lib.spanglass_span_under(root, b"first", 2))
b = pointer(lib.spanglass_span_under(root, b"second", 3))
lib.spanglass_set_text(a, b"input.value", "h\u00e9llo".encode(), ctypes.c_ssize_t(-1))
lib.spanglass_set_int(a, b"n", ctypes.c_int64(2**40))
lib.spanglass_set_double(a, b"t", ctypes.c_double(0.5))
lib.spanglass_set_json(b, b"j", b'{"k":1}', ctypes.c_ssize_t(-1))
lib.spanglass_record_error(b, b"broke", b"ValueError")
lib.spanglass_add_event(b, b"e", b'{"x":2}')
lib.spanglass_log_score(a, b"quality", ctypes.c_double(0.75), b"fine")
lib.spanglass_log_llm_call(a, b"m", b"p", ctypes.c_int64(12), ctypes.c_int64(3), b"0.045")
header = ctypes.create_string_buffer(64)
assert lib.spanglass_inject_traceparent(a, header, 64) == 55
remote = pointer(lib.spanglass_span_remote(header.value, None, b"remote", 0))
for span in (remote, a, b, root, None):
    lib.spanglass_end(span)
assert lib.spanglass_span_under(None, b"x", 0) is None
sys.exit(0 if lib.spanglass_flush(20000) == 1 else 1)
)";

} // namespace

class tst_c_api : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pythonRecordsThroughCtypes()
    {
#ifdef __SANITIZE_THREAD__
        QSKIP("a Python that was not built with ThreadSanitizer cannot load a library that was");
#endif
        QTemporaryDir store;
        QProcess python;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SPANGLASS_STORE"), store.path());
        // A sanitizer's runtime must come first where the library was built with one.
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(SANITIZER_RUNTIME));
        environment.insert(QStringLiteral("ASAN_OPTIONS"), QStringLiteral("detect_leaks=0"));
        python.setProcessEnvironment(environment);
        python.start(QStringLiteral("python3"),
                     {QStringLiteral("-c"), QString::fromUtf8(program), QStringLiteral(C_LIBRARY)});
        QVERIFY(python.waitForFinished(60'000));
        QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
        const Collected all = collectStore(store.path().toStdString());
        QCOMPARE(all.spans.size(), std::size_t{4});
        const auto& first = all.named("first");
        const auto& second = all.named("second");
        QCOMPARE(all.spans.at(first.parent.value).name, std::string("python"));
        QCOMPARE(first.parent, second.parent);
        QCOMPARE(first.kind, Kind::llm);
        QCOMPARE(first.attributes.at("input.value"), std::string("h\xc3\xa9llo"));
        QCOMPARE(first.attributes.at("n"), std::to_string(std::int64_t{1} << 40));
        QCOMPARE(first.attributes.at("gen_ai.usage.cost"), std::string("0.045"));
        QCOMPARE(first.events.at(0),
                 std::string(R"(spanglass.score{"name":"quality","value":0.75,"comment":"fine"})"));
        QCOMPARE(second.status, Status::error);
        QCOMPARE(second.statusMessage, std::string("broke"));
        QCOMPARE(second.events.at(1), std::string(R"(e{"x":2})"));
        QCOMPARE(all.spans.at(all.named("remote").parent.value).name, std::string("first"));
        for (const auto& [id, span] : all.spans)
            QVERIFY2(span.ends == 1 && (span.flags & journal::endedLate) == 0, span.name.c_str());
    }

    void callbacksInAnyOrderFromAnyThreadGiveTheSameTree()
    {
        struct Call
        {
            const char* id;
            const char* parent;
        };
        const std::vector<Call> calls{{"a", ""}, {"b", "a"}, {"c", "b"}, {"d", "a"}, {"e", "c"}};
        std::mt19937 random(7);
        for (int round = 0; round < 20; ++round) {
            const auto recording = std::make_shared<RecordingProvider>();
            ServiceOptions options;
            options.journal = false;
            options.providers = {recording};
            const TracingService service(options);
            CallbackAdapter adapter;
            auto order = calls;
            std::shuffle(order.begin(), order.end(), random);
            std::vector<std::thread> threads;
            for (const Call& call : order) {
                adapter.onStart(call.id, call.parent, Kind::chain, call.id, "input");
                threads.emplace_back([&adapter, call] {
                    adapter.onToken(call.id);
                    if (call.id[0] == 'd')
                        adapter.onError(call.id, "broke", "E");
                    else
                        adapter.onEnd(call.id, "output");
                });
            }
            for (auto& thread : threads)
                thread.join();
            QCOMPARE(adapter.openRuns(), std::size_t{0});
            for (const Call& call : calls) {
                const auto context = recording->named(call.id);
                QVERIFY2(context != nullptr && context->durationNs() >= 0, call.id);
                QCOMPARE(context->parent, *call.parent != 0 ? recording->named(call.parent)->span : SpanId{});
                QCOMPARE(context->trace, recording->named("a")->trace);
            }
            QCOMPARE(recording->named("d")->status(), Status::error);
            QCOMPARE(recording->named("e")->attribute("output.value"), std::string("output"));
            QVERIFY(!current().valid());
        }
    }

    void aWrappedCallableRecordsArgumentsAndResult()
    {
        const auto recording = std::make_shared<RecordingProvider>();
        ServiceOptions options;
        options.journal = false;
        options.providers = {recording};
        const TracingService service(options);
        auto shout = traced(
            "shout", [](const std::string& text) { return text + "!"; }, Kind::tool);
        auto add = traced("add", [](int a, int b) { return a + b; });
        auto trace = spanglass::trace("root");
        QCOMPARE(shout(std::string("hello")), std::string("hello!"));
        QCOMPARE(add(2, 3), 5);
        QCOMPARE(recording->named("shout")->attribute("input.value"), std::string("hello"));
        QCOMPARE(recording->named("shout")->attribute("output.value"), std::string("hello!"));
        QCOMPARE(recording->named("add")->attribute("input.1"), std::string("3"));
        QCOMPARE(recording->named("add")->attribute("output.value"), std::string("5"));
    }
};

QTEST_APPLESS_MAIN(tst_c_api)
#include "tst_c_api.moc"
