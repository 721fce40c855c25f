// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/otlp_destination.h"

#include <QByteArray>

namespace spanglass::sync {

namespace {

/// Not compressed yet: that is left to the thread that sends, so that both have work.
struct PreparedBody final : Prepared
{
    explicit PreparedBody(OutgoingBody inBody) : body(std::move(inBody)) {}
    OutgoingBody body;
};

/// RFC 7617.
Secret basicLogin(const std::string& user, const Secret& password)
{
    return Secret(QByteArray::fromStdString(user + ":" + password.reveal()).toBase64().toStdString());
}

} // namespace

OtlpDestination::OtlpDestination(DestinationConfig config, Credentials credentials, const Clock& clock,
                                 Milliseconds deadline)
    : m_config(std::move(config)), m_credentials(std::move(credentials)),
      m_login(basicLogin(m_config.publicKey, m_credentials.secret)), m_clock(clock), m_deadline(deadline)
{
}

VerdictContext OtlpDestination::context(std::size_t spans) const
{
    std::vector<const Secret*> secrets = m_credentials.all();
    secrets.push_back(&m_login);
    return {std::move(secrets), m_clock.unixNs(), spans};
}

HttpRequest OtlpDestination::request(std::string method, std::string url, const char* contentType,
                                     const std::string& body) const
{
    HttpRequest out;
    out.method = std::move(method);
    out.url = std::move(url);
    out.deadline = m_deadline;
    if (contentType)
        out.headers.emplace_back("Content-Type", contentType);
    for (const Header& header : m_config.headers) {
        if (!header.value.empty())
            out.headers.emplace_back(header.name, header.value);
    }
    for (const auto& [name, value] : m_credentials.headers)
        out.headers.emplace_back(name, value.reveal());
    if (m_config.kind == DestinationKind::langfuse)
        out.headers.emplace_back("x-langfuse-ingestion-version", "4");
    if (!m_config.publicKey.empty())
        out.headers.emplace_back("Authorization", "Basic " + m_login.reveal());
    else if (!m_credentials.secret.empty())
        out.headers.emplace_back("Authorization", "Bearer " + m_credentials.secret.reveal());
    out.body = body;
    return out;
}

HttpRequest OtlpDestination::packed(HttpRequest request) const
{
    if (m_config.gzip && !request.body.empty()) {
        request.body = gzipped(request.body);
        request.headers.emplace_back("Content-Encoding", "gzip");
    }
    return request;
}

std::shared_ptr<const Prepared> OtlpDestination::prepare(const Parcel& parcel) const
{
    return std::make_shared<PreparedBody>(outgoingBody(parcel, m_config));
}

Reply OtlpDestination::sendSpans(const Parcel& parcel)
{
    std::shared_ptr<const Prepared> made;
    const Prepared* prepared = parcel.prepared;
    if (!prepared) {
        made = prepare(parcel);
        prepared = made.get();
    }
    const OutgoingBody& body = static_cast<const PreparedBody&>(*prepared).body;
    const HttpReply reply =
        exchange(packed(request("POST", tracesUrl(m_config), body.contentType, body.bytes)));
    return otlpVerdict(reply, context(parcel.size()));
}

Reply OtlpDestination::deliver(const Parcel& parcel)
{
    return sendSpans(parcel);
}

Reply OtlpDestination::check()
{
    // An export of nothing: a success by the specification, and nothing appears anywhere.
    const OutgoingBody body = outgoingBody(Parcel{}, m_config);
    const HttpReply reply =
        exchange(packed(request("POST", tracesUrl(m_config), body.contentType, body.bytes)));
    Reply verdict = otlpVerdict(reply, context());
    if (verdict.verdict == Verdict::bad) // alive, and only displeased by an empty request
        verdict.verdict = Verdict::delivered;
    return verdict;
}

} // namespace spanglass::sync
