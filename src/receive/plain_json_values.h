// SPDX-License-Identifier: GPL-3.0-or-later
/// Reads OTLP/JSON's attributes (opentelemetry-proto, common/v1: KeyValue, AnyValue) in the plain reader:
/// scalars as they are, lists and maps as the plain JSON that the journal keeps of them.
///
///     PlainJsonValues values;
///     if (!values.attributes(content, span.attributes)) …    // not plain: the general way is for it
///     values.clear();                                        // the views' texts go
///
/// One thread.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "receive/plain_json_fields.h"
#include "receive/plain_span.h"

namespace spanglass::receive {

class PlainJsonValues
{
public:
    /// Appends to `to`. False where a key comes twice, there are too many of them, or a value is not plain.
    [[nodiscard]] bool attributes(ondemand::value value, std::vector<PlainSpan::Attribute>& to);
    /// What `attributes` gave until now is not looked at any more.
    void clear() { m_texts.clear(); }

private:
    bool attribute(ondemand::value value, PlainSpan::Attribute& to);
    bool anyValue(ondemand::value value, journal::ValueView& to);
    bool composite(std::string_view key, ondemand::value value, JsonWriter& json, int depth);
    bool nested(ondemand::value value, JsonWriter& json, int depth);
    bool scalar(std::string_view key, ondemand::value value, JsonWriter& json);
    bool pair(ondemand::value value, JsonWriter& json, int depth);

    std::deque<std::string> m_texts; ///< of lists and maps
};

} // namespace spanglass::receive
