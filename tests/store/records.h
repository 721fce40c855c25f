// SPDX-License-Identifier: GPL-3.0-or-later
/// Journal records made by hand, and a store in a directory of its own to gather them into.
#pragma once

#include <QTemporaryDir>
#include <string>
#include <vector>

#include "journal/record.h"
#include "store/gatherer.h"
#include "store/store.h"
#include "store/store_file.h"

namespace records {

using namespace spanglass;

constexpr TraceId traceA{0xa1, 0xb2};
constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t noon = 1'760'000'000 * second;

inline journal::RecordView start(std::uint64_t span, std::uint64_t parent = 0, std::string_view name = "work",
                                 Kind kind = Kind::span, TraceId trace = traceA)
{
    journal::StartView view;
    view.trace = trace;
    view.span = {span};
    view.parent = {parent};
    view.kind = kind;
    view.name = name;
    view.thread = 1;
    view.startUnixNs = noon + static_cast<std::int64_t>(span) * second;
    if (parent == 0)
        view.flags = journal::rootOfTrace;
    return view;
}

inline journal::RecordView end(std::uint64_t span, Status status = Status::unset, TraceId trace = traceA)
{
    return journal::EndView{
        trace, {span}, status, 0, noon + static_cast<std::int64_t>(span) * second + 5 * second};
}

inline journal::RecordView text(std::uint64_t span, std::string_view key, std::string_view value)
{
    return journal::AttributeView{{}, {span}, key, {journal::ValueType::text, value}};
}

inline journal::RecordView number(std::uint64_t span, std::string_view key, std::int64_t value)
{
    return journal::AttributeView{{}, {span}, key, {journal::ValueType::integer, {}, value}};
}

/// A store with a gatherer on it, as the keeper has them.
class Bench
{
public:
    Bench() { open(); }

    /// As a keeper that died and was started again.
    void reopen()
    {
        gatherer.reset();
        database.reset();
        open();
    }

    Result<store::GatherStats> gather(const std::vector<journal::RecordView>& views, bool complete = false,
                                      const std::string& nonce = "one")
    {
        take(views, complete, nonce);
        return gatherer->commit();
    }

    void take(const std::vector<journal::RecordView>& views, bool complete = false,
              const std::string& nonce = "one")
    {
        const auto before = gatherer->begin(nonce);
        for (const auto& view : views)
            gatherer->add(view);
        gatherer->end(before.value_or("") + "x", complete);
    }

    [[nodiscard]] store::Store store() const { return std::move(*store::Store::open(path())); }
    [[nodiscard]] std::filesystem::path path() const { return directory.path().toStdString() + "/store"; }

    QTemporaryDir directory;
    std::unique_ptr<store::Database> database;
    std::unique_ptr<store::Gatherer> gatherer;

private:
    void open()
    {
        database = std::move(*store::openDatabase(path()));
        gatherer = std::make_unique<store::Gatherer>(*database);
    }
};

} // namespace records
