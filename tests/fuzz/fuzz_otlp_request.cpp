// SPDX-License-Identifier: GPL-3.0-or-later
/// Bodies of OTLP requests, read strictly, as JSON and as protobuf.
#include <cstdint>
#include <string>

#include "formats/otlp_json_request.h"
#include "formats/otlp_proto_reader.h"

using namespace spanglass;

namespace {

class CountingSink : public formats::OtlpSink
{
public:
    void surroundings(const formats::OtlpSurroundings& around) override { m_seen += around.service.size(); }
    void span(trace::Span& span, std::string_view source) override
    {
        m_seen += span.name.size() + source.size();
    }
    void rejected(const std::string& reason, std::string_view source) override
    {
        m_seen += reason.size() + source.size();
    }

private:
    std::size_t m_seen = 0;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    CountingSink sink;
    (void)formats::readOtlpProto(bytes, sink);
    std::string body(bytes);
    (void)formats::readOtlpJsonRequest(body, sink);
    return 0;
}
