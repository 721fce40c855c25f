// SPDX-License-Identifier: GPL-3.0-or-later
#include "receive/plain_span.h"

#include "base/json_writer.h"
#include "formats/otlp_kept.h"
#include "trace/span.h"

namespace spanglass::receive {

void PlainSpan::clear()
{
    trace = {};
    id = {};
    parent = {};
    name = {};
    startUnixNs = 0;
    endUnixNs = 0;
    status = Status::unset;
    statusMessage = {};
    attributes.clear();
    events.clear();
    texts.clear();
}

void PlainSpan::write(SpanSink& sink) const
{
    static const trace::Span usual;
    sink.start({trace, id, parent, usual.kind, usual.level, 0, 0, startUnixNs, name});
    for (const Attribute& attribute : attributes)
        sink.attribute({trace, id, attribute.key, attribute.value});
    for (const Event& event : events)
        sink.event({trace, id, event.timeUnixNs, event.name, event.attributesJson});
    if (status != Status::unset || !statusMessage.empty())
        sink.status({trace, id, status, statusMessage});
    if (endUnixNs != 0)
        sink.end({trace, id, status, 0, endUnixNs});
}

std::string attributesJson(const std::vector<PlainSpan::Attribute>& attributes)
{
    using journal::ValueType;
    if (attributes.empty())
        return {};
    JsonWriter json;
    json.beginObject();
    for (const auto& [key, value] : attributes) {
        json.key(key);
        switch (value.type) {
        case ValueType::text:
            json.value(value.bytes);
            break;
        case ValueType::integer:
            json.value(value.integer);
            break;
        case ValueType::boolean:
            json.value(value.integer != 0);
            break;
        case ValueType::real:
            formats::writeReal(json, value.real);
            break;
        case ValueType::json:
            json.raw(value.bytes);
            break;
        case ValueType::none:
        case ValueType::bytes: // plain spans have none
            json.null();
            break;
        }
    }
    return json.endObject().take();
}

} // namespace spanglass::receive
