// SPDX-License-Identifier: GPL-3.0-or-later
/// Several copies of the library in one process, loaded and unloaded as plugins.
#include <QTemporaryDir>
#include <QTest>

#include <dlfcn.h>

#include <spanglass/tracer.h>

#include "../journal/collected.h"

using namespace spanglass;

class tst_plugin : public QObject
{
    Q_OBJECT
    QTemporaryDir m_store;

    /// Loads, calls and unloads it; whether all three worked.
    static bool use(const char* file, const char* name)
    {
        void* const plugin = ::dlopen(file, RTLD_NOW | RTLD_LOCAL);
        if (plugin == nullptr) {
            qWarning("%s", ::dlerror());
            return false;
        }
        const auto work = reinterpret_cast<int (*)(const char*)>(::dlsym(plugin, "tracePluginWork"));
        const bool good = work != nullptr && work(name) == 1;
        return ::dlclose(plugin) == 0 && good;
    }

private Q_SLOTS:
    void initTestCase() { qputenv("SPANGLASS_STORE", m_store.path().toLocal8Bit()); }

    void aPluginThatTracesIsUnloadedAndLoadedAgain()
    {
        for (int round = 0; round < 3; ++round)
            QVERIFY(use(ONE_PLUGIN, "one"));
        // Its threads went on meanwhile, and had their code.
        const Collected all = collectStore(m_store.path().toStdString());
        int traces = 0;
        for (const auto& [id, span] : all.spans) {
            QCOMPARE(span.ends, 1);
            traces += span.name == "one";
        }
        QCOMPARE(traces, 3);
    }

    void copiesOfTheLibraryInOneProcessDoNotMeet()
    {
        {
            auto trace = spanglass::trace("of the host");
            QVERIFY(use(ONE_PLUGIN, "one again"));
            QVERIFY(use(OTHER_PLUGIN, "other"));
            auto inner = span("inner");
        }
        QVERIFY(flush(std::chrono::seconds(20)));
        const Collected all = collectStore(m_store.path().toStdString());
        QCOMPARE(all.booksOf.size(), std::size_t{3});
        QCOMPARE(all.spans.at(all.named("inner").parent.value).name, std::string("of the host"));
        for (const char* name : {"one again", "other"})
            QVERIFY(!all.named(name).parent.valid());
        for (const auto& [id, span] : all.spans) {
            QCOMPARE(span.ends, 1);
            if (span.name == "in a plugin's thread")
                QCOMPARE(all.spans.at(span.parent.value).trace, span.trace);
        }
    }
};

QTEST_APPLESS_MAIN(tst_plugin)
#include "tst_plugin.moc"
