// SPDX-License-Identifier: Apache-2.0
/// Turns the bytes of records into views: checks every length, and makes ticks into UTC nanoseconds.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/layout.h"
#include "journal/record.h"

namespace spanglass::journal {

class Decoder
{
public:
    using Visit = std::function<void(const RecordView&)>;

    /// Before the first record of a round the context is handed out again.
    void beginRound() { m_contextDue = true; }
    void setClock(std::uint64_t ticks0, std::int64_t mono0Ns, double nsPerTick,
                  std::vector<std::int64_t> utcOffsetsNs);
    void setUtcOffsets(std::vector<std::int64_t> utcOffsetsNs) { m_utcOffsetsNs = std::move(utcOffsetsNs); }
    void setContext(std::string resourceJson, std::string scopeJson);
    [[nodiscard]] bool knowsClock() const { return m_nsPerTick > 0; }

    /// Names by number, from 1. Fewer than are known say nothing new.
    void setNames(std::vector<std::string> names);

    /// Every whole record in `bytes` that begins at `from` or behind it; returns how many there were.
    /// `chunkSeq` not 0: stops at the first record that belongs to another life of the chunk. `subject` is
    /// that of the first byte.
    std::uint64_t decode(std::string_view bytes, std::uint32_t chunkSeq, const Visit& visit,
                         std::size_t from = 0, layout::Subject subject = {});

private:
    bool decodeOne(std::string_view record, const layout::RecordHeader& header, const Visit& visit);
    bool decodeAboutSpan(std::string_view record, const layout::RecordHeader& header, const Visit& visit);
    bool decodeStart(std::string_view record, const layout::RecordHeader& header, const Visit& visit);
    bool decodeEnd(std::string_view record, const layout::RecordHeader& header, const Visit& visit);
    bool decodeShortAttribute(std::string_view record, const layout::RecordHeader& header,
                              const Visit& visit);
    bool decodeNames(std::string_view record, const layout::RecordHeader& header);
    [[nodiscard]] const std::string* nameAt(std::size_t number) const;
    bool decodeTwoTexts(std::string_view record, const layout::RecordHeader& header, const Visit& visit);
    bool decodeClock(std::string_view record, const layout::RecordHeader& header);
    [[nodiscard]] std::int64_t unixNs(std::uint64_t ticks, std::size_t epoch) const;
    void give(const RecordView& record, const Visit& visit);

    std::uint64_t m_ticks0 = 0;
    std::int64_t m_mono0Ns = 0;
    double m_nsPerTick = 0;
    std::vector<std::int64_t> m_utcOffsetsNs;
    std::string m_resourceJson;
    std::string m_scopeJson;
    std::vector<std::string> m_names;
    layout::Subject m_subject;
    bool m_contextDue = true;
};

/// The subject behind `bytes`, which begin with `subject`.
[[nodiscard]] layout::Subject subjectAfter(std::string_view bytes, std::uint32_t chunkSeq,
                                           layout::Subject subject);

} // namespace spanglass::journal
