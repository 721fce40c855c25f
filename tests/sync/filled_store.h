// SPDX-License-Identifier: GPL-3.0-or-later
/// A local store with spans in it, written the way the keeper writes.
#pragma once

#include <QTemporaryDir>
#include <memory>
#include <string>

#include "store/deliveries.h"
#include "store/gatherer.h"
#include "store/store_file.h"

namespace spanglass {

class FilledStore
{
public:
    FilledStore()
    {
        // As a store wants it: nobody else looks in.
        QFile::setPermissions(m_directory.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        auto opened = store::openDatabase(path());
        if (!opened)
            qFatal("%s", opened.error().message.c_str());
        m_database = std::move(*opened);
        m_gatherer = std::make_unique<store::Gatherer>(*m_database);
    }
    [[nodiscard]] std::filesystem::path path() const { return m_directory.path().toStdString(); }

    /// `spans` more, ten to a trace; the first of each is the root. Their ids go up from 1.
    void add(int spans, std::string_view input = "what?", std::string_view session = {})
    {
        m_session = session;
        std::string nonce = "journal" + std::to_string(++m_journals);
        check(m_gatherer->begin(nonce));
        for (int i = 0; i < spans; ++i)
            addSpan(++m_spans, input);
        m_gatherer->end("end", true);
        check(m_gatherer->commit());
    }
    [[nodiscard]] std::uint64_t spans() const { return m_spans; }

private:
    template<class T> static void check(const Result<T>& result)
    {
        if (!result)
            qFatal("%s", result.error().message.c_str());
    }
    void addSpan(std::uint64_t id, std::string_view input)
    {
        const TraceId trace{7, (id - 1) / 10 + 1};
        const std::uint64_t root = (id - 1) / 10 * 10 + 1;
        journal::StartView start;
        start.trace = trace;
        start.span = {id};
        start.parent = {id == root ? 0 : root};
        start.flags = static_cast<std::uint8_t>(id == root ? journal::rootOfTrace : 0);
        start.startUnixNs = 1'700'000'000'000'000'000 + static_cast<std::int64_t>(id) * 1000;
        start.name = "step";
        m_gatherer->add(start);
        journal::AttributeView attribute;
        attribute.trace = trace;
        attribute.span = {id};
        attribute.key = "input.value";
        attribute.value = {journal::ValueType::text, input};
        m_gatherer->add(attribute);
        if (!m_session.empty()) {
            attribute.key = "session.id";
            attribute.value = {journal::ValueType::text, m_session};
            m_gatherer->add(attribute);
        }
        journal::EndView end;
        end.trace = trace;
        end.span = {id};
        end.endUnixNs = start.startUnixNs + 500;
        m_gatherer->add(end);
    }

    QTemporaryDir m_directory;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::Gatherer> m_gatherer;
    std::string m_session;
    std::uint64_t m_spans = 0;
    int m_journals = 0;
};

} // namespace spanglass
