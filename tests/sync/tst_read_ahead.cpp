// SPDX-License-Identifier: GPL-3.0-or-later
/// What is read beside a delivery is what would have been read after it, or it is not used.
#include <QtTest>

#include "sync/fakes.h"
#include "sync/filled_store.h"
#include "sync/read_ahead.h"
#include "sync/store_outbox.h"

using namespace spanglass;
using namespace spanglass::sync;

namespace {

struct Counted final : Prepared
{
    explicit Counted(std::size_t inItems) : items(inItems) {}
    std::size_t items;
};

ReadAhead::Prepare counting()
{
    return [](Window& window) { window.prepared = std::make_shared<Counted>(window.items.size()); };
}

store::ChangeQuery queryFrom(ChangePosition position)
{
    store::ChangeQuery query;
    query.after = position;
    query.spans = 30;
    return query;
}

std::unique_ptr<StoreOutbox> outboxOf(const FilledStore& filled, const Clock& clock)
{
    auto deliveries = store::Deliveries::open(filled.path());
    const auto id = deliveries->add("sink", "otlp", "http://127.0.0.1:9", "{}");
    return std::move(*StoreOutbox::open(filled.path(), *id, clock));
}

/// The ids of all windows of the log, one behind the other.
std::vector<std::uint64_t> allIds(StoreOutbox& outbox, std::size_t& prepared)
{
    std::vector<std::uint64_t> ids;
    Lane lane;
    Limits limits;
    limits.spans = 30;
    for (bool more = true; more;) {
        const auto window = outbox.read(lane, limits, true, 0);
        if (!window)
            qFatal("%s", window.error().message.c_str());
        for (const Item& item : window->items)
            ids.push_back(item.span.id.value);
        if (window->prepared)
            prepared += static_cast<const Counted&>(*window->prepared).items;
        lane.from = window->end;
        more = window->more;
    }
    return ids;
}

} // namespace

class TestReadAhead : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBacklogIsTheSameWithAndWithoutIt()
    {
        FilledStore filled;
        filled.add(100);
        filled.add(55);
        const FakeClock clock;
        const auto outbox = outboxOf(filled, clock);
        std::size_t prepared = 0;
        const auto plain = allIds(*outbox, prepared);
        QCOMPARE(plain.size(), std::size_t{155});
        QCOMPARE(prepared, std::size_t{0});
        outbox->readAhead(
            [](const Window& window) { return std::make_shared<Counted>(window.items.size()); });
        QCOMPARE(allIds(*outbox, prepared), plain);
        QCOMPARE(prepared, std::size_t{125}); // all but the first window
        outbox->stopReadingAhead();
    }

    void aWindowBegunForAnotherPlaceIsNotGivenOut()
    {
        FilledStore filled;
        filled.add(100);
        const FakeClock clock;
        ReadAhead ahead(filled.path(), clock, counting());
        const auto first = queryFrom({});
        ahead.begin(first);
        auto fewer = first;
        fewer.spans = 10;
        QVERIFY(!ahead.take(fewer));
        QVERIFY(!ahead.take(queryFrom({1, 5})));
        const auto window = ahead.take(first);
        QVERIFY(window && *window);
        QCOMPARE((*window)->items.size(), std::size_t{30});
        QVERIFY2(!ahead.take(first), "given out twice");
    }

    void whatWasDeletedMeanwhileDoesNotLeave()
    {
        FilledStore filled;
        filled.add(100);
        FakeClock clock;
        ReadAhead ahead(filled.path(), clock, counting());
        ahead.begin(queryFrom({}));
        clock.pass(ReadAhead::fresh + Milliseconds(1));
        QVERIFY2(!ahead.take(queryFrom({})), "a window of long ago was given out");
        ahead.begin(queryFrom({}));
        QVERIFY(ahead.take(queryFrom({})));
    }

    void aWindowWaitsForTheTurnOfItsLane()
    {
        FilledStore filled;
        filled.add(100);
        const FakeClock clock;
        ReadAhead ahead(filled.path(), clock, counting());
        const auto mine = queryFrom({});
        ahead.begin(mine);
        ahead.begin(queryFrom({1, 5})); // another lane's
        QVERIFY(ahead.take(mine));
    }

    void aStoreThatIsGoneIsAnError()
    {
        const QTemporaryDir folder;
        const FakeClock clock;
        QFile inTheWay(folder.filePath(u"none"_qs));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        ReadAhead ahead(folder.path().toStdString() + "/none/store", clock, counting());
        ahead.begin(queryFrom({}));
        const auto window = ahead.take(queryFrom({}));
        QVERIFY(window);
        QVERIFY(!*window);
        QVERIFY(!window->error().message.empty());
    }
};

QTEST_GUILESS_MAIN(TestReadAhead)
#include "tst_read_ahead.moc"
